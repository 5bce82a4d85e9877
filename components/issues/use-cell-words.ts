'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { useSpace } from '@/components/layout/space-provider';
import { useFormat } from '@/components/layout/use-format';
import { todayIn } from '@/lib/columns/today-in';
import { formatRelative } from '@/lib/i18n/format-relative';
import type { CellWords } from './cell-context';

/** The present moment, to the minute; `start` is the server's, so both sides make the same first page. */
export function useNow(start: string): Date {
  const [now, setNow] = useState(() => new Date(start));
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export function useCellWords(now: Date): CellWords {
  const t = useTranslations('issues.cell');
  const common = useTranslations('common');
  const format = useFormat();
  const locale = useLocale();
  const { timezone } = useSpace();
  return useMemo(
    () => ({
      noAssignee: common('noAssignee'),
      proposed: t('proposed'),
      // With a year there is no room for the weekday; the tooltip has both.
      shortDay: (day) => format.shortDay(day).replace(/^(\d{4}.*)\(.\)$/, '$1'),
      day: format.day,
      ago: (iso) =>
        formatRelative(new Date(iso), now, locale) ??
        // The column is narrow, and the tooltip says it all: no weekday.
        format.shortDay(todayIn(timezone, new Date(iso))).replace(/\(.\)$/, ''),
      instant: format.instant,
      overdue: (days) => t('overdue', { days }),
      priority: (name) => t('priority', { name }),
      openInBacklog: (key) => t('openInBacklog', { key }),
    }),
    [t, common, format, now, locale, timezone],
  );
}
