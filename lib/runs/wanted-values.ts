import type { DiffField, FieldDiff, NamedValue } from '@/lib/bulk';

/** Lists of a project from which values are taken, as the client calls them. */
export type ValueList = 'statuses' | 'issueTypes' | 'users' | 'versions' | 'categories' | 'customFields';

/** A value that has to exist in its project for a write to be accepted. */
export interface WantedValue {
  list: ValueList;
  /** Id in the list; for custom fields `field` or `field:item`. */
  key: string;
  field: DiffField;
  label: string;
}

const listOf: Partial<Record<DiffField, ValueList>> = {
  status: 'statuses',
  issueType: 'issueTypes',
  assignee: 'users',
  milestone: 'versions',
  version: 'versions',
  category: 'categories',
};

/** The values that these differences bring in. What the issue holds already is not asked for: Backlog lets it stay. */
export function wantedValues(diffs: readonly FieldDiff[]): WantedValue[] {
  return diffs.flatMap((diff) => {
    if (isCustom(diff)) return ofCustomField(diff);
    const list = listOf[diff.field];
    if (list === undefined) return [];
    return broughtIn(diff).map(({ id, name }) => ({ list, key: `${id}`, field: diff.field, label: name }));
  });
}

type CustomDiff = Extract<FieldDiff, { label: string }>;

function isCustom(diff: FieldDiff): diff is CustomDiff {
  return 'label' in diff;
}

function ofCustomField(diff: CustomDiff): WantedValue[] {
  const number = /\d+/.exec(diff.field)?.[0] ?? '';
  const common = { list: 'customFields', field: diff.field } as const;
  return [
    { ...common, key: number, label: diff.label },
    ...broughtIn(diff).map(({ id, name }) => ({ ...common, key: `${number}:${id}`, label: name })),
  ];
}

function broughtIn({ before, after }: FieldDiff): NamedValue[] {
  const held = new Set(valuesIn(before).map(({ id }) => id));
  return valuesIn(after).filter(({ id }) => !held.has(id));
}

function valuesIn(value: FieldDiff['before']): NamedValue[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? [value] : [];
}
