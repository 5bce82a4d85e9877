'use client';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { callAction } from '@/components/layout/call-action';
import { readErrorOf } from '@/components/layout/fetch-result';
import type { ActionError } from '@/lib/actions/action-result';
import { addWishes, batchOf, noWishes, openWishes, type Wishes, withWishes } from './inclusion';
import type { PlanActions, PlanDetail, PlanItem } from './plan-data';

/** Boxes ticked within this time travel together. */
const GATHER_MS = 400;

interface Inclusion {
  /** Items as the person wants them, saved or not. */
  items: readonly PlanItem[];
  /** True until the server holds what is on screen. */
  saving: boolean;
  error: ActionError | null;
  set: (ids: number[], included: boolean) => void;
}

/**
 * Leaves rows out and takes them in. The screen follows at once; what was ticked is gathered and sent as one new
 * revision of the plan. A refusal puts the rows back as the server has them.
 */
export function useInclusion(
  plan: PlanDetail,
  space: string,
  setIncluded: PlanActions['setIncluded'],
  onRevised: (revised: PlanDetail) => void,
  onRefused: () => void,
): Inclusion {
  const [wishes, setWishes] = useState<Wishes>(noWishes);
  const batch = useMemo(() => batchOf(plan.items, wishes), [plan.items, wishes]);

  const { mutate, isPending, error, reset } = useMutation({
    networkMode: 'always',
    mutationFn: async (sent: Wishes) => {
      const changes = batchOf(plan.items, sent);
      if (!changes || plan.digest === null) return null;
      return callAction(setIncluded(space, { planId: plan.id, digest: plan.digest, ...changes }));
    },
    onSuccess: (summary, sent) => {
      if (summary) onRevised({ ...plan, ...summary, items: [...withWishes(plan.items, sent)] });
      setWishes((current) => openWishes(current, sent));
    },
    onError: () => {
      setWishes(noWishes);
      onRefused();
    },
  });

  const send = useEffectEvent(() => mutate(wishes));
  const waiting = batch !== null && !isPending;
  // `wishes` restarts the wait whenever another box is ticked.
  useEffect(() => {
    if (!waiting || wishes.size === 0) return;
    const timer = setTimeout(() => send(), GATHER_MS);
    return () => clearTimeout(timer);
  }, [waiting, wishes]);

  return {
    items: useMemo(() => withWishes(plan.items, wishes), [plan.items, wishes]),
    saving: batch !== null || isPending,
    error: error ? readErrorOf(error) : null,
    set: (ids, included) => {
      reset();
      setWishes((current) => addWishes(current, ids, included));
    },
  };
}
