'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useFormat } from '@/components/layout/use-format';
import type { DiffField, FieldDiff, NamedValue, TouchedField } from './plan-data';

type Value = NamedValue | readonly NamedValue[] | string | null;

/** Field values and differences in words. */
export function useDiffText() {
  const t = useTranslations('plans.diff');
  const common = useTranslations('common');
  const locale = useLocale();
  const format = useFormat();
  return useMemo(() => {
    const join = (texts: readonly string[]) => texts.join(locale === 'ja' ? '、' : ', ');
    const field = (name: TouchedField) => common(`field.${name}`);
    const nothing = (name: DiffField) => (name === 'assignee' ? common('noAssignee') : common('none'));
    const value = (name: DiffField, of: Value): string => {
      if (of === null) return nothing(name);
      if (typeof of === 'string') return format.shortDay(of);
      if ('id' in of) return of.name;
      return of.length === 0 ? nothing(name) : join(of.map((one) => one.name));
    };
    return {
      field,
      value,
      nothing,
      join,
      /** A day that goes away: its weekday no longer matters. */
      oldDay: (day: string) => format.shortDay(day).replace(/\(.+\)$/, ''),
      /** `状態、未対応から処理中へ`: what a screen reader says instead of the arrow. */
      sentence: (diff: FieldDiff) =>
        t('sentence', {
          field: field(diff.field),
          before: value(diff.field, diff.before),
          after: value(diff.field, diff.after),
        }),
    };
  }, [t, common, locale, format]);
}
