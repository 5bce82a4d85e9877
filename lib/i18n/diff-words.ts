import type { FieldValue } from '@/lib/bulk/issue-values';
import {
  type DiffField,
  type FieldDiff,
  isCustomFieldKey,
  type NamedValue,
  type PlanStep,
} from '@/lib/bulk/plan';
import { joinNames } from './join-texts';
import { shorten } from './shorten';
import type { Wording } from './wording';

type Diffs = readonly FieldDiff[];
type Value = FieldValue | readonly NamedValue[];

/** Field values, differences and side steps in words. */
export function diffWords({ t, locale, day }: Wording) {
  const join = (texts: readonly string[]) => joinNames(locale, texts);
  const otherOf = (label: string) => t('plans.diff.otherOf', { field: label });
  /** Custom fields are called as their project writes them. */
  const fieldOf = (diff: FieldDiff): string => {
    if (!('label' in diff)) return t(`common.field.${diff.field}`);
    return diff.field.endsWith('_otherValue') ? otherOf(diff.label) : diff.label;
  };
  /** Custom fields are called by the name that their difference carries. */
  const field = (name: DiffField | 'comment' | 'notify', diffs: Diffs = []): string => {
    const diff = diffs.find((one) => one.field === name);
    if (diff) return fieldOf(diff);
    return isCustomFieldKey(name) ? t('common.field.custom') : t(`common.field.${name}`);
  };
  const nothing = (name: string) => t(name === 'assignee' ? 'common.noAssignee' : 'common.none');
  const number = (name: string, of: number) => {
    const text = of.toLocaleString(locale, { maximumFractionDigits: 4 });
    return name === 'estimatedHours' || name === 'actualHours'
      ? t('plans.diff.hours', { hours: text })
      : text;
  };
  /** `diffs` tell of what kind a custom field is: days and texts look alike. */
  const value = (name: DiffField, of: Value, diffs: Diffs = []): string => {
    if (of === null) return nothing(name);
    if (typeof of === 'number') return number(name, of);
    if (typeof of === 'string') return isDayField(name, diffs) ? day(of) : of;
    if ('id' in of) return of.name;
    return of.length === 0 ? nothing(name) : join(of.map((one) => one.name));
  };
  const before = (diff: FieldDiff) => value(diff.field, diff.before, [diff]);
  const after = (diff: FieldDiff) => value(diff.field, diff.after, [diff]);
  return {
    field,
    fieldOf,
    otherOf,
    value,
    before,
    after,
    nothing,
    join,
    /** `状態、未対応から処理中へ`: what a screen reader says instead of the arrow. */
    sentence: (diff: FieldDiff) =>
      t('plans.diff.sentence', {
        field: fieldOf(diff),
        before: shorten(before(diff)),
        after: shorten(after(diff)),
      }),
    /** `マイルストーン「Sprint 25」を作成`: what a side step does. */
    step: (step: PlanStep) => {
      const { name } = step;
      if (step.kind !== 'archiveMilestone') return t(`plans.diff.step.${step.kind}`, { name });
      if (!step.archived) return t('plans.diff.step.unarchiveMilestone', { name });
      const key = step.afterSuccess ? 'archiveAfterSuccess' : 'archiveMilestone';
      return t(`plans.diff.step.${key}`, { name });
    },
  };
}

/** Whether the values of a field are calendar days. */
export function isDayField(name: DiffField, diffs: Diffs): boolean {
  if (name === 'dueDate' || name === 'startDate') return true;
  return diffs.some((diff) => diff.field === name && 'kind' in diff && diff.kind === 'date');
}
