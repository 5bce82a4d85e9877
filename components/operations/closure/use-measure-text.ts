'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Measure } from './closure-data';

/** `26件` or `96時間`. */
export function useMeasureText(): (amount: number, measure: Measure) => string {
  const common = useTranslations('common');
  const t = useTranslations('operations.closure');
  const locale = useLocale();
  return useCallback(
    (amount, measure) =>
      measure === 'issues'
        ? common('issues', { count: amount })
        : t('hours', { hours: (Math.round(amount * 10) / 10).toLocaleString(locale) }),
    [common, t, locale],
  );
}
