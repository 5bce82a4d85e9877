'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { ClosureRecord } from '../closure-data';
import { heldByOpenIssues } from './held-by-open-issues';

export interface ArchiveText {
  tone: 'ok' | 'warn' | 'info';
  title: string;
  text: string;
}

/** What became of the archive: done, held back and why, or still to come; null where none was wanted. */
export function useArchiveText(): (record: ClosureRecord) => ArchiveText | null {
  const t = useTranslations('operations.closure.record.archived');
  return useCallback(
    (record) => {
      if (record.archive === null) return null;
      const { name, state, reason } = record.archive;
      switch (state) {
        case 'applied':
        case 'unchanged':
          return { tone: 'ok', title: t('done', { name }), text: t('doneText') };
        case 'planned':
        case 'intent':
          return { tone: 'info', title: t('later', { name }), text: t('laterText') };
        case 'leftOut':
          return { tone: 'info', title: t('leftOut', { name }), text: t('leftOutText') };
        case 'undone':
          return { tone: 'info', title: t('undone', { name }), text: t('undoneText') };
        default: {
          const reportHeld = [record.wiki, record.comment].some((end) => end?.reason === 'REPORT_HELD');
          const held = t(heldByOpenIssues(record) ? (reportHeld ? 'againText' : 'openText') : 'heldText');
          return {
            tone: 'warn',
            title: t('held', { name }),
            text: reason === 'HELD_BACK' || state === 'cancelled' ? held : t('failedText'),
          };
        }
      }
    },
    [t],
  );
}
