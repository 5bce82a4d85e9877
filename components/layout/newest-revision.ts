import { queryOptions } from '@tanstack/react-query';
import type { PlanDetail } from '@/lib/actions/plans/plan-schemas';
import { fetchResult } from './fetch-result';

/** More revisions than a person makes; a chain that is longer is not followed. */
const MOST_REVISIONS = 50;

/** The newest revision of a plan that an address names: browser Back leads to the first. Read anew every time. */
export function newestRevisionOptions(host: string, planId: string) {
  return queryOptions({
    queryKey: [host, 'newestRevision', planId],
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
}
