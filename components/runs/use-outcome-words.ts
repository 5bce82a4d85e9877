'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Segment } from './progress-segments';

/** `更新済み 58、失敗 2、残り 56` */
export function useOutcomeWords(): (segments: readonly Segment[]) => string {
  const common = useTranslations('common.outcome');
  const locale = useLocale();
  return useMemo(
    () => (segments) =>
      segments
        .map(({ key, count }) => `${common(key)} ${count.toLocaleString(locale)}`)
        .join(locale === 'ja' ? '、' : ', '),
    [common, locale],
  );
}
