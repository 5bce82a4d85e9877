'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { durationWords } from '@/lib/i18n/duration-parts';
import { dayOf, formatDay, formatInstant, formatTime } from '@/lib/i18n/format-day';
import { formatRelative } from '@/lib/i18n/format-relative';
import { useSpace } from './space-provider';

/** Dates, times and durations in the reader's language and the space's time zone. */
export function useFormat() {
  const locale = useLocale();
  const t = useTranslations();
  const { timezone, today } = useSpace();
  return useMemo(
    () => ({
      /** Table column: the current year is dropped. */
      shortDay: (day: string) => formatDay(day, locale, { today }),
      day: (day: string) => formatDay(day, locale),
      instant: (iso: string) => formatInstant(new Date(iso), locale, timezone),
      time: (iso: string, seconds = false) => formatTime(new Date(iso), timezone, seconds),
      /** Relative under 24 hours, then the short date. */
      ago: (iso: string, now: Date) =>
        formatRelative(new Date(iso), now, locale) ??
        formatDay(dayOf(new Date(iso), timezone), locale, { today }),
      duration: (seconds: number) => durationWords(t, seconds),
    }),
    [locale, timezone, today, t],
  );
}
