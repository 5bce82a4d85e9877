import type { FieldDiff, NamedValue, PlanItem } from './plan-data';
import { planFieldOf } from './touched-fields';

/** What the included rows have in common: this field gets this value, so often. */
export interface ChangeEffect {
  key: string;
  /** Any diff of the group; its `after` (or `add`/`remove`) is the same in all. */
  diff: FieldDiff;
  /** Whether all rows of the group start from the same value. */
  sameBefore: boolean;
  count: number;
}

/** The plan by meaning instead of by issue: `担当者 佐藤→鈴木 38件`, the most frequent first. */
export function changeEffects(items: readonly PlanItem[]): ChangeEffect[] {
  const effects = new Map<string, ChangeEffect & { before: string }>();
  for (const item of items) {
    if (!item.included) continue;
    for (const diff of item.diffs) {
      const key = `${planFieldOf(diff)}:${targetKey(diff)}`;
      const before = valueKey(diff.before);
      const known = effects.get(key);
      if (!known) effects.set(key, { key, diff, sameBefore: true, count: 1, before });
      else {
        known.count += 1;
        known.sameBefore &&= known.before === before;
      }
    }
  }
  return [...effects.values()]
    .map(({ before: _before, ...effect }) => effect)
    .sort((a, b) => b.count - a.count);
}

function targetKey(diff: FieldDiff): string {
  if ('merge' in diff && diff.merge) return `+${valueKey(diff.add)}-${valueKey(diff.remove)}`;
  return valueKey(diff.after);
}

/** By name, because one value has another id in every project. */
function valueKey(value: NamedValue | readonly NamedValue[] | string | number | null): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return JSON.stringify('id' in value ? value.name : value.map(({ name }) => name));
}
