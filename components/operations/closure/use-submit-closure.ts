'use client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { callAction } from '@/components/layout/call-action';
import { readErrorOf } from '@/components/layout/fetch-result';
import { useSpace } from '@/components/layout/space-provider';
import type { ClosureInput, DraftClosure } from './closure-data';
import { closureQuery } from './closure-url';

/** Makes the plan and opens its preview. Writes nothing to Backlog; what was entered stays. */
export function useSubmitClosure(draft: DraftClosure, onPlanned: (planNumber: number) => void) {
  const { host } = useSpace();
  const router = useRouter();
  const making = useMutation({
    networkMode: 'always',
    mutationFn: (input: ClosureInput) => callAction(draft(host, input)),
    onSuccess: (plan, input) => {
      onPlanned(plan.number);
      // Browser Back finds the plan here, too, and with it the form.
      const address = closureQuery({ projectId: input.projectId, milestoneId: input.milestone.id });
      window.history.replaceState(null, '', `?${address}&plan=${encodeURIComponent(plan.id)}`);
      router.push(`/${host}/plans/${plan.id}`);
    },
  });
  return {
    submit: making.mutate,
    // Until the preview is open.
    submitting: making.isPending || making.isSuccess,
    error: making.error ? readErrorOf(making.error) : null,
  };
}
