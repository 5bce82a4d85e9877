'use client';
import { useSearchParams } from 'next/navigation';
import { useState, useSyncExternalStore } from 'react';
import { useNamedPlan } from '@/components/layout/use-named-plan';
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
  const params = useSearchParams();
  const [address] = useState(() => new URLSearchParams(params));
  const { pending, plan, error } = useNamedPlan(address.get('plan'));
  // The server has no session storage: the first paint is the same on both sides.
  const inBrowser = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  const [start, setStart] = useState<S | null>(null);
  if (start === null && inBrowser && !pending) setStart(startOf(plan, address));
  return { start, error };
}
