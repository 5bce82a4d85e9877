'use client';
import { RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/layout/use-format';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Spinner } from '@/components/ui/spinner';
import type { PlanDisplay } from './plan-data';
import { useDiffText } from './use-diff-text';

const SHOWN = 3;

interface StaleBandProps {
  stale: PlanDisplay['stale'];
  steps: PlanDisplay['staleSteps'];
  expired: boolean;
  refreshing: boolean;
  onRefresh: () => void;
}

/**
 * The time to approve is over, or issues, or what the plan needs beside them, were changed after the preview was made: nothing
 * can be approved until the plan is read again.
 */
export function StaleBand({ stale, steps, expired, refreshing, onRefresh }: StaleBandProps) {
  const t = useTranslations('plans');
  const format = useFormat();
  const words = useDiffText();
  const stepText = (step: StaleBandProps['steps'][number]) => {
    if (step.what !== 'value') return t(`stale.${step.what}.${step.reason}`, { name: step.name });
    const { field, name, project, count } = step;
    return field === 'assignee'
      ? t('stale.value.member', { name, project, count })
      : t('stale.value.gone', { field: words.field(field), name, project, count });
  };
  const changed = [
    ...steps.map(stepText),
    ...stale.slice(0, SHOWN).map((issue) =>
      t('stale.issue', {
        key: issue.issueKey,
        at: format.time(issue.updated),
        by: issue.updatedBy ?? t('someone'),
      }),
    ),
  ];
  if (stale.length > SHOWN) changed.push(t('stale.more', { count: stale.length - SHOWN }));
  return (
    <Callout
      tone="warn"
      role="status"
      className="flex-none items-center rounded-none border-x-0 border-t-0 px-5 phone:px-4 narrow:order-1"
      action={
        <Button disabled={refreshing} onClick={onRefresh}>
          {refreshing ? <Spinner className="size-3.5" /> : <RefreshCw size={14} aria-hidden />}
          {t('stale.refresh')}
        </Button>
      }
    >
      <b className="phone:block">
        {expired
          ? t('expired.title')
          : stale.length > 0
            ? t('stale.title', { count: stale.length })
            : t('stale.stepsTitle')}
      </b>{' '}
      <span className="[&:lang(en)]:[word-break:keep-all]">
        {expired ? t('expired.text') : changed.join(' ')}
      </span>
    </Callout>
  );
}
