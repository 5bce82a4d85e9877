'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useFormat } from '@/components/layout/use-format';
import { isCustomFieldKey } from '@/lib/bulk/plan';
import type { DiffField, FieldDiff, NamedValue, PlanStep } from './plan-data';
import { isCustomColumn, type PlanField, planFieldOf, readColumn, type TouchedField } from './touched-fields';

type Value = NamedValue | readonly NamedValue[] | string | number | null;

/** Longer texts are cut where they are shown; the whole stands in the tooltip. */
const SHOWN = 80;

/** A text for one line: cut, without its line breaks. */
export function shorten(text: string, most = SHOWN): string {
  const line = text.slice(0, most + 1).replace(/\s+/g, ' ');
  return text.length > most ? `${line.slice(0, most).trimEnd()}…` : line;
}

/** Field values and differences in words. */
export function useDiffText() {
  const t = useTranslations('plans.diff');
  const common = useTranslations('common');
  const locale = useLocale();
  const format = useFormat();
  return useMemo(() => {
    const join = (texts: readonly string[]) => texts.join(locale === 'ja' ? '、' : ', ');
    const column = (field: PlanField): string => {
      if (!isCustomColumn(field)) return common(`field.${field}`);
      const { kind, label } = readColumn(field);
      return kind === 'other' ? t('otherOf', { field: label }) : label;
    };
    /** Custom fields are called by the name that their difference carries. */
    const field = (name: DiffField | TouchedField, diffs: readonly FieldDiff[] = []): string => {
      const diff = diffs.find((one) => one.field === name);
      if (diff) return column(planFieldOf(diff));
      return isCustomFieldKey(name) ? common('field.custom') : common(`field.${name}`);
    };
    const nothing = (name: string) => (name === 'assignee' ? common('noAssignee') : common('none'));
    const number = (name: string, of: number) => {
      const text = of.toLocaleString(locale, { maximumFractionDigits: 4 });
      return name === 'estimatedHours' || name === 'actualHours' ? t('hours', { hours: text }) : text;
    };
    /** `diffs` tell of what kind a custom field is: days and texts look alike. */
    const value = (name: DiffField, of: Value, diffs: readonly FieldDiff[] = []): string => {
      if (of === null) return nothing(name);
      if (typeof of === 'number') return number(name, of);
      if (typeof of === 'string') return isDay(name, diffs) ? format.shortDay(of) : of;
      if ('id' in of) return of.name;
      return of.length === 0 ? nothing(name) : join(of.map((one) => one.name));
    };
    const before = (diff: FieldDiff) => value(diff.field, diff.before, [diff]);
    const after = (diff: FieldDiff) => value(diff.field, diff.after, [diff]);
    return {
      field,
      column,
      value,
      before,
      after,
      nothing,
      join,
      isDay: (diff: FieldDiff) => isDay(diff.field, [diff]),
      /** A day that goes away: its weekday no longer matters. */
      oldDay: (day: string) => format.shortDay(day).replace(/\(.+\)$/, ''),
      /** `状態、未対応から処理中へ`: what a screen reader says instead of the arrow. */
      sentence: (diff: FieldDiff) =>
        t('sentence', {
          field: column(planFieldOf(diff)),
          before: shorten(before(diff)),
          after: shorten(after(diff)),
        }),
      /** `マイルストーン「Sprint 25」を作成`: what a side step does. */
      step: (step: PlanStep) => {
        if (step.kind !== 'archiveMilestone') return t(`step.${step.kind}`, { name: step.name });
        return t(step.archived ? 'step.archiveMilestone' : 'step.unarchiveMilestone', { name: step.name });
      },
    };
  }, [t, common, locale, format]);
}

function isDay(name: DiffField, diffs: readonly FieldDiff[]): boolean {
  if (name === 'dueDate' || name === 'startDate') return true;
  return diffs.some((diff) => diff.field === name && 'kind' in diff && diff.kind === 'date');
}
