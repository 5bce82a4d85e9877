'use client';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useState, useSyncExternalStore } from 'react';
import { readErrorOf } from '@/components/layout/fetch-result';
import { newestRevisionOptions } from '@/components/layout/newest-revision';
import { useSpace } from '@/components/layout/space-provider';
import type { ActionError } from '@/lib/actions/action-result';
import type { PlanDetail } from '@/lib/actions/plans/plan-schemas';

/**
 * What an operation's page begins with, made once. Later addresses do not change it.
 *
 * @param startOf makes it in the browser, from the plan that the address names (`?plan=`; null without one, or when it
 * could not be read) and the address itself
 */
export function useStart<S extends object>(
  startOf: (plan: PlanDetail | null, address: URLSearchParams) => S,
): {
  /** Null until it is known. */
  start: S | null;
  /** The plan of the address could not be read; the page begins without it. */
  error: ActionError | null;
} {
  const { host } = useSpace();
  const params = useSearchParams();
  const [address] = useState(() => new URLSearchParams(params));
  const planId = address.get('plan');
  const read = useQuery({ ...newestRevisionOptions(host, planId ?? ''), enabled: planId !== null });
  // The server has no session storage: the first paint is the same on both sides.
  const inBrowser = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  const [start, setStart] = useState<S | null>(null);
  const pending = !inBrowser || (planId !== null && read.isPending);
  if (start === null && !pending) setStart(startOf(read.data ?? null, address));
  return { start, error: read.isError ? readErrorOf(read.error) : null };
}
