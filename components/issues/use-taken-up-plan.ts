'use client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fetchResult, readErrorOf } from '@/components/layout/fetch-result';
import { useSpace } from '@/components/layout/space-provider';
import type { ActionError } from '@/lib/actions/action-result';
import type { PlanDetail } from '@/lib/actions/plans/plan-schemas';
import type { Change } from '@/lib/bulk/changes';

/** Selection and changes of a plan, to go on composing. */
export interface TakenUpPlan {
  ids: number[];
  changes: Change[];
}

const planOptions = (host: string, planId: string) =>
  queryOptions({
    queryKey: [host, 'plans', planId],
    queryFn: ({ signal }) =>
      fetchResult<PlanDetail>(
        `/api/spaces/${encodeURIComponent(host)}/plans/${encodeURIComponent(planId)}`,
        signal,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The plan that the address named when the page was opened; later addresses do not bring it back. */
export function useTakenUpPlan(named: string | null): {
  pending: boolean;
  plan: TakenUpPlan | null;
  error: ActionError | null;
} {
  const { host } = useSpace();
  const [planId] = useState(named);
  const read = useQuery({ ...planOptions(host, planId ?? ''), enabled: planId !== null });
  return {
    pending: planId !== null && read.isPending,
    plan: read.data ? { ids: read.data.items.map((item) => item.issueId), changes: read.data.changes } : null,
    error: read.isError ? readErrorOf(read.error) : null,
  };
}
