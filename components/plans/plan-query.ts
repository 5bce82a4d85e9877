import { queryOptions } from '@tanstack/react-query';
import { fetchResult } from '@/components/layout/fetch-result';
import type { PlanDetail } from './plan-data';

/** How often the browser asks while the plan is being filled. */
const DRAFTING_POLL_MS = 1000;

/** One revision of a plan. It is frozen, so it is asked for again only while it is being filled. */
export function planOptions(host: string, planId: string) {
  const path = `/api/spaces/${encodeURIComponent(host)}/plans/${encodeURIComponent(planId)}`;
  return queryOptions({
    queryKey: [host, 'plans', planId],
    queryFn: ({ signal }) => fetchResult<PlanDetail>(path, signal),
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: (query) => (query.state.data?.state === 'drafting' ? DRAFTING_POLL_MS : false),
  });
}
