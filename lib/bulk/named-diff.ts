import type { NamedField } from './issue-values';
import type { FieldDiff } from './plan';

type NamedDiff = Extract<FieldDiff, { field: NamedField }>;

/** The difference in one field that holds a single named value, if there is one. */
export function namedDiff(diffs: readonly FieldDiff[], field: NamedField): NamedDiff | undefined {
  return diffs.find((diff): diff is NamedDiff => diff.field === field);
}
