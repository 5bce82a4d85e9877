'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, CircleX, FilePlus2, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { callAction } from '@/components/layout/call-action';
import { ErrorCallout } from '@/components/layout/error-callout';
import { readErrorOf } from '@/components/layout/fetch-result';
import { useSpace } from '@/components/layout/space-provider';
import { Button } from '@/components/ui/button';
import type { PlanActions, PlanSummary } from './plan-data';
import { PlanNotice } from './plan-notice';
import { planOptions } from './plan-query';
import { useFailureText } from './use-failure-text';

interface PlanEndedProps {
  plan: PlanSummary;
  refresh: PlanActions['refresh'];
  onRefreshed: (summary: PlanSummary) => void;
}

/** A plan that can no longer be approved leads on to what took its place. */
export function PlanEnded({ plan, refresh, onRefreshed }: PlanEndedProps) {
  const t = useTranslations('plans.ended');
  const { host } = useSpace();
  const failureText = useFailureText();
  const client = useQueryClient();
  const router = useRouter();
  const again = useMutation({
    mutationFn: () => callAction(refresh(host, { planId: plan.id })),
    onSuccess: onRefreshed,
  });
  // Every row left out made a revision: the link leads past all of them.
  const newest = useMutation({
    mutationFn: async (from: string | null) => {
      let id = from;
      while (id !== null) {
        const next: PlanSummary = await client.fetchQuery(planOptions(host, id));
        if (next.supersededBy === null) break;
        id = next.supersededBy;
      }
      return id;
    },
    onSuccess: (id) => router.push(`/${host}/plans/${id}`),
  });
  switch (plan.state) {
    case 'approved':
      return (
        <PlanNotice icon={CircleCheck} title={t('approved.title')} text={t('approved.text')}>
          <Button asChild tone="ink">
            <Link href={plan.runId ? `/${host}/runs/${plan.runId}` : `/${host}/runs`}>
              {t('approved.action')}
            </Link>
          </Button>
        </PlanNotice>
      );
    case 'superseded':
      return (
        <PlanNotice icon={FilePlus2} title={t('superseded.title')} text={t('superseded.text')}>
          {newest.error ? (
            <ErrorCallout error={readErrorOf(newest.error)} className="w-full text-left" />
          ) : null}
          {plan.supersededBy ? (
            <Button tone="ink" disabled={newest.isPending} onClick={() => newest.mutate(plan.supersededBy)}>
              {t('superseded.action')}
            </Button>
          ) : null}
        </PlanNotice>
      );
    case 'failed':
      return (
        <PlanNotice icon={CircleX} title={t('failed.title')} text={failureText(plan.failureCode)}>
          {again.error ? (
            <ErrorCallout error={readErrorOf(again.error)} className="w-full text-left" />
          ) : null}
          <Button tone="ink" disabled={again.isPending} onClick={() => again.mutate()}>
            {t('failed.action')}
          </Button>
        </PlanNotice>
      );
    default:
      return (
        <PlanNotice icon={Trash2} title={t('discarded.title')} text={t('discarded.text')}>
          <Button asChild tone="ink">
            <Link href={`/${host}/issues`}>{t('discarded.action')}</Link>
          </Button>
        </PlanNotice>
      );
  }
}
