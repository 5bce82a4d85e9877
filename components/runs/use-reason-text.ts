'use client';
import { useMemo } from 'react';
import { useWording } from '@/components/layout/use-wording';
import { itemReasonWords, type ReasonText } from '@/lib/i18n/item-reason-words';
import type { RunItem } from './run-data';

/** What happened to an item and what a person can do about it, in words. */
export function useReasonText(): (item: RunItem) => ReasonText | null {
  const wording = useWording();
  return useMemo(() => {
    const words = itemReasonWords(wording);
    return (item) => words({ ...item, applied: item.state === 'applied' });
  }, [wording]);
}
