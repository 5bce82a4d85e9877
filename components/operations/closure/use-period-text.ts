'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useFormat } from '@/components/layout/use-format';
import { useDayText } from './use-day-text';

interface Period {
  startDate: string | null;
  dueDate: string | null;
}

/** `2026/11/09(月) – 11/20(金)`; the year of the end is dropped where it is the same. Empty without days. */
export function usePeriodText(): (period: Period) => string {
  const t = useTranslations('operations.closure');
  const format = useFormat();
  const { inYear } = useDayText();
  return useCallback(
    ({ startDate, dueDate }) => {
      if (startDate === null) return dueDate === null ? '' : t('until', { day: format.day(dueDate) });
      if (dueDate === null) return t('from', { day: format.day(startDate) });
      const sameYear = startDate.slice(0, 4) === dueDate.slice(0, 4);
      return t('period', {
        start: format.day(startDate),
        end: sameYear ? inYear(dueDate) : format.day(dueDate),
      });
    },
    [t, format, inYear],
  );
}
