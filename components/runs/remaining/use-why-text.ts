'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useWording } from '@/components/layout/use-wording';
import { useReasonText } from '@/components/plans/reason-text';
import { itemReasonWords } from '@/lib/i18n/item-reason-words';
import type { RemainingIssue } from './remaining-query';

type Ended = Extract<RemainingIssue['why'], { kind: 'ended' }>;

/** Why the leaver still holds an issue, in words. */
export function useWhyText(): (issue: Pick<RemainingIssue, 'why' | 'issueKey'>) => string {
  const t = useTranslations('runs.remaining.why');
  const reason = useReasonText();
  const wording = useWording();
  const ended = useMemo(() => itemReasonWords(wording), [wording]);
  const endText = (issueKey: string, { outcome, reason: end }: Ended) => {
    // What somebody changed is shown value by value in the list of the run.
    if (outcome === 'conflict' && end?.code !== 'OTHER_PROJECT') return t('ended.conflict');
    return ended({ reason: end, issueKey, differs: [], applied: false })?.text ?? t(`ended.${outcome}`);
  };
  return ({ why, issueKey }) => {
    switch (why.kind) {
      case 'blocked':
        return reason.block({ blocks: [{ code: why.code, values: why.values }], diffs: [] });
      case 'ended':
        return endText(issueKey, why);
      case 'leftOut':
        return t(`leftOut.${why.by}`);
      default:
        return t(why.kind);
    }
  };
}
