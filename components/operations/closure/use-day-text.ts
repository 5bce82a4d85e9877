'use client';
import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { formatDay } from '@/lib/i18n/format-day';

/** Days (yyyy-MM-dd) where the year is known from beside them. */
export function useDayText() {
  const locale = useLocale();
  return useMemo(() => {
    const inYear = (day: string) => formatDay(day, locale, { today: day });
    return {
      /** `11/20(金)`, `20 Nov`. */
      inYear,
      /** `11/20`, `20 Nov`. */
      monthDay: (day: string) => inYear(day).replace(/\(.\)$/, ''),
    };
  }, [locale]);
}
