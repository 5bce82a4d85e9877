'use client';
import { useTranslations } from 'next-intl';
import { useReasonText } from '@/components/plans/reason-text';
import type { RemainingIssue } from './remaining-query';

/** Why the leaver still holds an issue, in words. */
export function useWhyText(): (why: RemainingIssue['why']) => string {
  const t = useTranslations('runs.remaining.why');
  const reason = useReasonText();
  return (why) => {
    switch (why.kind) {
      case 'blocked':
        return reason.block({ blocks: [{ code: why.code, values: why.values }], diffs: [] });
      case 'ended':
        return why.message ? t('refused', { message: why.message }) : t(`ended.${why.outcome}`);
      case 'leftOut':
        return t(`leftOut.${why.by}`);
      default:
        return t(why.kind);
    }
  };
}
