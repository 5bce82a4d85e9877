'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callAction } from '@/components/layout/call-action';
import { readErrorOf } from '@/components/layout/fetch-result';
import type { ActionError } from '@/lib/actions/action-result';
import type { Pace, RunActions } from './run-data';
import { runItemsKey, runOptions } from './run-query';

type Command = { kind: 'pause' | 'resume' | 'cancel' | 'retry' } | { kind: 'pace'; pace: Pace };

export interface RunControls {
  send: (command: Command) => void;
  /** What is on its way; null when nothing is. */
  pending: Command['kind'] | null;
  error: ActionError | null;
}

/** Pause, resume, cancel, change of pace, failed items once more: each acts inside the approved plan. */
export function useRunControls(host: string, runId: string, actions: RunActions): RunControls {
  const client = useQueryClient();
  const { queryKey } = runOptions(host, runId, true);
  const { mutate, isPending, variables, error } = useMutation({
    networkMode: 'always',
    mutationFn: (command: Command) =>
      callAction(
        command.kind === 'pace'
          ? actions.setPace(host, { runId, pace: command.pace })
          : actions[command.kind](host, { runId }),
      ),
    onSuccess: (run, command) => {
      client.setQueryData(queryKey, run);
      // Ended items are open again: what was read of them no longer holds.
      if (command.kind === 'retry') void client.resetQueries({ queryKey: runItemsKey(host, runId) });
    },
    // The run is in another state than the one on screen.
    onError: () => client.invalidateQueries({ queryKey, exact: true }),
  });
  return {
    send: mutate,
    pending: isPending ? variables.kind : null,
    error: error ? readErrorOf(error) : null,
  };
}
