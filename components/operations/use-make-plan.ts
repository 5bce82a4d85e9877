'use client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { callAction } from '@/components/layout/call-action';
import { readErrorOf } from '@/components/layout/fetch-result';
import { useSpace } from '@/components/layout/space-provider';
import type { ActionResult } from '@/lib/actions/action-result';
import type { PlanSummary } from '@/lib/actions/plans/plan-schemas';

interface MakePlanOptions<I> {
  /** The server action. */
  draft: (space: string, input: I) => Promise<ActionResult<Pick<PlanSummary, 'id' | 'number'>>>;
  /** Before the preview opens. */
  onMade: (planNumber: number) => void;
  /** What the address says beside the plan, without `?`. */
  queryOf?: (input: I) => string;
}

/** Makes the plan of an operation and opens its preview. Writes nothing to Backlog; what was entered stays. */
export function useMakePlan<I>({ draft, onMade, queryOf }: MakePlanOptions<I>) {
  const { host } = useSpace();
  const router = useRouter();
  const making = useMutation({
    networkMode: 'always',
    mutationFn: (input: I) => callAction(draft(host, input)),
    onSuccess: (plan, input) => {
      onMade(plan.number);
      const id = encodeURIComponent(plan.id);
      // The browser's own "back" then finds the plan here, and with it the form.
      window.history.replaceState(null, '', queryOf ? `?${queryOf(input)}&plan=${id}` : `?plan=${id}`);
      router.push(`/${host}/plans/${id}`);
    },
  });
  return {
    submit: making.mutate,
    made: making.isSuccess,
    // Stays on until the page of the plan has taken over.
    submitting: making.isPending || making.isSuccess,
    error: making.isError ? readErrorOf(making.error) : null,
  };
}
