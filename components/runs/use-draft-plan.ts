'use client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { callAction } from '@/components/layout/call-action';
import { readErrorOf } from '@/components/layout/fetch-result';
import { useSpace } from '@/components/layout/space-provider';
import type { ActionError } from '@/lib/actions/action-result';
import type { RunActions } from './run-data';

type Wanted = { kind: 'undo' } | { kind: 'again'; issueIds: number[] };

export interface DraftPlan {
  make: (wanted: Wanted) => void;
  /** Until the preview of the plan is open. */
  pending: Wanted['kind'] | null;
  error: ActionError | null;
}

/** Makes a new plan out of a run and opens its preview. Writes nothing to Backlog. */
export function useDraftPlan(
  runId: string,
  actions: Pick<RunActions, 'draftUndo' | 'draftAgain'>,
): DraftPlan {
  const { host } = useSpace();
  const router = useRouter();
  const { mutate, isPending, isSuccess, variables, error } = useMutation({
    networkMode: 'always',
    mutationFn: (wanted: Wanted) =>
      callAction(
        wanted.kind === 'undo'
          ? actions.draftUndo(host, { runId })
          : actions.draftAgain(host, { runId, issueIds: wanted.issueIds }),
      ),
    onSuccess: (plan) => router.push(`/${host}/plans/${plan.id}`),
  });
  return {
    make: mutate,
    pending: isPending || isSuccess ? variables.kind : null,
    error: error ? readErrorOf(error) : null,
  };
}
