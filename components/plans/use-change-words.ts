'use client';
import { useMemo } from 'react';
import { useWording } from '@/components/layout/use-wording';
import { isDiffField } from '@/lib/bulk/plan';
import { diffWords } from '@/lib/i18n/diff-words';
import { changeWords } from '@/lib/i18n/plan-title';

/** Longest name inside a line. */
const MOST_CHARS = 30;

/** A change in words, as titles say it, and fields by their names. */
export function useChangeWords() {
  const wording = useWording();
  return useMemo(() => {
    const { field } = diffWords(wording);
    return {
      change: changeWords(wording, MOST_CHARS),
      field: (name: string) => (isDiffField(name) ? field(name) : name),
    };
  }, [wording]);
}
