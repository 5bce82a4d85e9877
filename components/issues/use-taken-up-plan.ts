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

/** More revisions than a person makes; a chain that is longer is not followed. */
const MOST_REVISIONS = 50;

const planOptions = (host: string, planId: string) =>
  queryOptions({
    queryKey: [host, 'issues', 'takenUpPlan', planId],
    // Browser Back leads to the first revision; what the person last decided stands in the newest.
    queryFn: async ({ signal }) => {
      const read = (id: string) =>
        fetchResult<PlanDetail>(
          `/api/spaces/${encodeURIComponent(host)}/plans/${encodeURIComponent(id)}`,
          signal,
        );
      let plan = await read(planId);
      for (let step = 0; plan.supersededBy !== null && step < MOST_REVISIONS; step += 1) {
        plan = await read(plan.supersededBy);
      }
      return plan;
    },
    staleTime: 0,
    gcTime: 0,
  });

/** Rows that the person left out of the plan stay out: they are not selected again. */
const leftOut = (item: PlanDetail['items'][number]) => item.pile === 'change' && !item.included;

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
    plan: read.data
      ? {
          ids: read.data.items.filter((item) => !leftOut(item) && !item.step).map((item) => item.issueId),
          changes: read.data.changes,
        }
      : null,
    error: read.isError ? readErrorOf(read.error) : null,
  };
}
