'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { type Announced, shouldAnnounce } from './announce-progress';
import { progressSegments } from './progress-segments';
import type { RunDetail } from './run-data';
import { isOver, processedOf } from './run-state';
import { useOutcomeWords } from './use-outcome-words';

/** What a polite live region says of a run: every tenth or every 15 s, and the end. */
export function useProgressAnnouncer(run: RunDetail | undefined, now: number | null): string {
  const t = useTranslations('runs');
  const words = useOutcomeWords();
  const last = useRef<Announced | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!run || now === null) return;
    const progress = { processed: processedOf(run), total: run.total };
    if (last.current !== null && !shouldAnnounce(last.current, progress, now)) return;
    const first = last.current === null;
    last.current = { processed: progress.processed, at: now };
    if (first) return;
    const outcomes = words(progressSegments(run.counts));
    setSaid(
      isOver(run)
        ? t('announceEnd', { words: outcomes })
        : t('progressText', { ...progress, words: outcomes }),
    );
  }, [run, now, t, words]);
  return said;
}
