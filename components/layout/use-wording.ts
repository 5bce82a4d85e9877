'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Wording } from '@/lib/i18n/wording';
import { useFormat } from './use-format';

/** What shared sentences are made with on a page: days of the current year go without it. */
export function useWording(): Wording {
  const t = useTranslations();
  const locale = useLocale();
  const format = useFormat();
  return useMemo(() => ({ t, locale, day: format.shortDay, instant: format.instant }), [t, locale, format]);
}
