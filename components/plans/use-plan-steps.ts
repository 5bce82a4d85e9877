'use client';
import { useMutation } from '@tanstack/react-query';
import { callAction } from '@/components/layout/call-action';
import { readErrorOf } from '@/components/layout/fetch-result';
import type { ActionError } from '@/lib/actions/action-result';
import type { PlanActions, PlanSummary } from './plan-data';

type Approval = Omit<Parameters<PlanActions['approve']>[1], 'planId'>;

interface PlanSteps {
  approve: (input: Approval) => void;
  approving: boolean;
  refresh: () => void;
  refreshing: boolean;
  /** Of the step taken last; the page stays as it is. */
  error: ActionError | null;
}

/** Approving a plan and reading it anew. */
export function usePlanSteps(
  space: string,
  planId: string,
  actions: Pick<PlanActions, 'approve' | 'refresh'>,
  then: {
    approved: (runId: string) => void;
    refreshed: (summary: PlanSummary) => void;
    /** An approval was refused: what is on screen may be out of date. */
    refused: (error: ActionError) => void;
  },
): PlanSteps {
  const approval = useMutation({
    // Offline it fails at once: nothing may be sent later, when nobody expects it any more.
    networkMode: 'always',
    mutationFn: (input: Approval) => callAction(actions.approve(space, { planId, ...input })),
    onSuccess: ({ runId }) => then.approved(runId),
    onError: (error) => then.refused(readErrorOf(error)),
  });
  const reading = useMutation({
    networkMode: 'always',
    mutationFn: () => callAction(actions.refresh(space, { planId })),
    onSuccess: then.refreshed,
  });
  const failure = approval.error ?? reading.error;
  return {
    approve: (input) => {
      reading.reset();
      approval.mutate(input);
    },
    // Once approved, the page is on its way to the run: the button must not wake up again.
    approving: approval.isPending || approval.isSuccess,
    refresh: () => {
      approval.reset();
      reading.mutate();
    },
    refreshing: reading.isPending,
    error: failure ? readErrorOf(failure) : null,
  };
}
