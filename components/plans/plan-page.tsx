'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { callAction } from '@/components/layout/call-action';
import { ErrorCallout } from '@/components/layout/error-callout';
import { readErrorOf } from '@/components/layout/fetch-result';
import { useSpace } from '@/components/layout/space-provider';
import { Button } from '@/components/ui/button';
import type { PlanActions, PlanDetail, PlanSummary } from './plan-data';
import { PlanDrafting } from './plan-drafting';
import { PlanEnded } from './plan-ended';
import { PlanFrame } from './plan-frame';
import { planOrigin } from './plan-origin';
import { PlanPreview } from './plan-preview';
import { planOptions } from './plan-query';
import { PlanSkeleton } from './plan-skeleton';

/**
 * One plan, whatever its state. Leaving rows out makes new revisions; the page stays, follows them and keeps the
 * address up to date, so that a reload shows the newest one.
 */
export function PlanPage({ planId: openedId, actions }: { planId: string; actions: PlanActions }) {
  const common = useTranslations('common');
  const { host } = useSpace();
  const router = useRouter();
  const client = useQueryClient();
  const [planId, setPlanId] = useState(openedId);
  const { data: plan, error, refetch } = useQuery(planOptions(host, planId));

  // Awaited by what made the revision: the page goes over to it with its rows, and what is on screen stays meanwhile.
  const onRevised = async (revised: PlanDetail | PlanSummary) => {
    const options = planOptions(host, revised.id);
    if ('items' in revised) client.setQueryData(options.queryKey, revised);
    else await client.fetchQuery({ ...options, staleTime: 0 }).catch(() => undefined);
    window.history.replaceState(null, '', `/${host}/plans/${revised.id}`);
    setPlanId(revised.id);
  };
  const discarding = useMutation({
    networkMode: 'always',
    mutationFn: () => callAction(actions.discard(host, { planId })),
    onSuccess: (summary) => {
      client.setQueryData(planOptions(host, planId).queryKey, (known) => known && { ...known, ...summary });
      router.push(`/${host}/issues`);
    },
  });

  const open = plan?.state === 'ready' || plan?.state === 'drafting';
  return (
    <PlanFrame origin={planOrigin(planId, plan)} onDiscard={open ? () => discarding.mutate() : null}>
      {error || discarding.error ? (
        <ErrorCallout
          error={readErrorOf(error ?? discarding.error)}
          className="m-4 flex-none"
          action={error ? <Button onClick={() => void refetch()}>{common('retry')}</Button> : null}
        />
      ) : null}
      {plan ? (
        <PlanByState
          plan={plan}
          actions={actions}
          onRevised={onRevised}
          onOutdated={() => void refetch()}
          onRetried={onRevised}
        />
      ) : error ? null : (
        <PlanSkeleton />
      )}
    </PlanFrame>
  );
}

interface PlanByStateProps {
  plan: PlanDetail;
  actions: PlanActions;
  onRevised: (revised: PlanDetail | PlanSummary) => void;
  onOutdated: () => void;
  onRetried: (revised: PlanSummary) => void;
}

function PlanByState({ plan, actions, onRevised, onOutdated, onRetried }: PlanByStateProps) {
  switch (plan.state) {
    case 'ready':
      return <PlanPreview plan={plan} actions={actions} onRevised={onRevised} onOutdated={onOutdated} />;
    case 'drafting':
      return <PlanDrafting plan={plan} />;
    default:
      return <PlanEnded plan={plan} refresh={actions.refresh} onRefreshed={onRetried} />;
  }
}
