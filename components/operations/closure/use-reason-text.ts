'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Reason } from './closure-rows';

/** Why somebody should decide: `3回持ち越し`. */
export function useReasonText(): (reason: Reason) => string {
  const t = useTranslations('operations.closure.reason');
  return useCallback(
    (reason) => {
      switch (reason.kind) {
        case 'openChildren':
          return t('openChildren', { count: reason.count });
        case 'carriedOver':
          return t('carriedOver', { times: reason.times });
        case 'untouched':
          return t('untouched', { days: reason.days });
      }
    },
    [t],
  );
}
