'use client';
import { useQuery } from '@tanstack/react-query';
import { callAction } from '@/components/layout/call-action';
import { readErrorOf } from '@/components/layout/fetch-result';
import type { ActionError } from '@/lib/actions/action-result';
import type { PlanActions, PlanDisplay } from './plan-data';

/** An open, visible page says so this often; the ticket itself lives longer. */
const RENEW_MS = 60_000;

interface DisplayTicket {
  display: PlanDisplay | null;
  checking: boolean;
  error: ActionError | null;
  renew: () => void;
}

/**
 * Tells the server that this revision is on screen and learns which issues were changed meanwhile. Renewed every
 * minute while the page is visible, and at once when it becomes visible again.
 */
export function useDisplayTicket(
  space: string,
  plan: { id: string; digest: string | null },
  show: PlanActions['show'],
  enabled: boolean,
): DisplayTicket {
  const query = useQuery({
    queryKey: [space, 'plans', plan.id, 'display', plan.digest],
    queryFn: () => callAction(show(space, { planId: plan.id })),
    enabled,
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchInterval: RENEW_MS,
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
  });
  return {
    display: query.data ?? null,
    checking: query.isFetching,
    error: query.error ? readErrorOf(query.error) : null,
    renew: () => void query.refetch(),
  };
}
