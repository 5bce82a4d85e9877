'use client';
import { useMemo } from 'react';
import { useWording } from '@/components/layout/use-wording';
import { diffWords, isDayField } from '@/lib/i18n/diff-words';
import type { FieldDiff } from './plan-data';
import { isCustomColumn, type PlanField, readColumn } from './touched-fields';

/** Field values and differences in words. */
export function useDiffText() {
  const wording = useWording();
  return useMemo(() => {
    const words = diffWords(wording);
    return {
      ...words,
      column: (field: PlanField): string => {
        if (!isCustomColumn(field)) return wording.t(`common.field.${field}`);
        const { kind, label } = readColumn(field);
        return kind === 'other' ? words.otherOf(label) : label;
      },
      isDay: (diff: FieldDiff) => isDayField(diff.field, [diff]),
      /** A day that goes away: its weekday no longer matters. */
      oldDay: (day: string) => wording.day(day).replace(/\(.+\)$/, ''),
    };
  }, [wording]);
}
