'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { callAction } from '@/components/layout/call-action';
import { readErrorOf } from '@/components/layout/fetch-result';
import type { ActionError } from '@/lib/actions/action-result';
import type { FixGroup, FixRemoval, PlanActions, PlanDetail } from './plan-data';
import { planOptions } from './plan-query';

interface FixRequest {
  fixes: FixGroup[];
  takeBack: FixRemoval[];
}

/** What the last change of the plan came to, for those who hear it. */
export interface FixOutcome {
  kind: 'said' | 'takenBack';
  /** Warnings that are left. */
  left: number;
}

export interface Fixes {
  apply: (fixes: FixGroup[]) => void;
  takeBack: (removals: FixRemoval[]) => void;
  busy: boolean;
  error: ActionError | null;
  outcome: FixOutcome | null;
}

/**
 * Puts rows of a plan right: one new revision for each step, made on the server from what Backlog shows now. The page
 * goes over to it once its rows are there, so nothing on screen jumps.
 *
 * @param saving true while ticks are on their way: a revision that does not know them would lose them
 */
export function useFixes(
  plan: PlanDetail,
  space: string,
  fix: PlanActions['fix'],
  {
    saving,
    revised,
    refused,
  }: { saving: boolean; revised: (plan: PlanDetail) => void; refused: (error: ActionError) => void },
): Fixes {
  const client = useQueryClient();
  const [waiting, setWaiting] = useState<FixRequest | null>(null);
  const [outcome, setOutcome] = useState<FixOutcome | null>(null);
  const { mutate, isPending, error, reset } = useMutation({
    networkMode: 'always',
    mutationFn: async ({ fixes, takeBack }: FixRequest) => {
      const named = fixes.map(({ issueIds, changes }) => ({ issueIds, changes }));
      const given = { planId: plan.id, digest: plan.digest ?? '', fixes: named, takeBack };
      const summary = await callAction(fix(space, given));
      return client.fetchQuery(planOptions(space, summary.id));
    },
    onSuccess: (detail, { fixes }) => {
      setOutcome({ kind: fixes.length > 0 ? 'said' : 'takenBack', left: detail.counts.needsReview });
      revised(detail);
    },
    onError: (error) => refused(readErrorOf(error)),
  });

  const send = useEffectEvent((request: FixRequest) => {
    setWaiting(null);
    mutate(request);
  });
  useEffect(() => {
    if (waiting !== null && !saving) send(waiting);
  }, [waiting, saving]);

  const ask = (request: FixRequest) => {
    reset();
    setOutcome(null);
    setWaiting(request);
  };
  return {
    apply: (fixes) => ask({ fixes, takeBack: [] }),
    takeBack: (takeBack) => ask({ fixes: [], takeBack }),
    busy: waiting !== null || isPending,
    error: error ? readErrorOf(error) : null,
    outcome,
  };
}
