'use client';
import { useLocale } from 'next-intl';
import { useCallback } from 'react';
import { joinSentences } from '@/lib/i18n/join-texts';

/** Sentences one after the other: Japanese sets nothing between them, other languages a space. */
export function useSentences(): (...sentences: readonly (string | null)[]) => string {
  const locale = useLocale();
  return useCallback((...sentences) => joinSentences(locale, sentences), [locale]);
}
