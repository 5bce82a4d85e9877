'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { ClosureRecord } from '../closure-data';

type Archive = NonNullable<ClosureRecord['archive']>;

export interface ArchiveText {
  tone: 'ok' | 'warn' | 'info';
  title: string;
  text: string;
}

/** What became of the archive: done, held back and why, or still to come. */
export function useArchiveText(): (archive: Archive) => ArchiveText {
  const t = useTranslations('operations.closure.record.archived');
  return useCallback(
    ({ name, state, reason }) => {
      switch (state) {
        case 'applied':
        case 'unchanged':
          return { tone: 'ok', title: t('done', { name }), text: t('doneText') };
        case 'planned':
        case 'intent':
          return { tone: 'info', title: t('later', { name }), text: t('laterText') };
        case 'leftOut':
          return { tone: 'info', title: t('leftOut', { name }), text: t('leftOutText') };
        default:
          return {
            tone: 'warn',
            title: t('held', { name }),
            text: t(reason === 'HELD_BACK' || state === 'cancelled' ? 'heldText' : 'failedText'),
          };
      }
    },
    [t],
  );
}
