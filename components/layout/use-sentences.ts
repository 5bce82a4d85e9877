'use client';
import { useLocale } from 'next-intl';
import { useCallback } from 'react';

/** Sentences one after the other: Japanese sets nothing between them, other languages a space. */
export function useSentences(): (...sentences: readonly (string | null)[]) => string {
  const locale = useLocale();
  return useCallback(
    (...sentences) => sentences.filter((text) => text !== null).join(locale === 'ja' ? '' : ' '),
    [locale],
  );
}
