'use client';
import { useNamedPlan } from '@/components/layout/use-named-plan';
import type { ActionError } from '@/lib/actions/action-result';
import type { PlanDetail } from '@/lib/actions/plans/plan-schemas';
import type { Change } from '@/lib/bulk/changes';

/** Selection and changes of a plan, to go on composing. */
export interface TakenUpPlan {
  ids: number[];
  changes: Change[];
}

/** Rows that the person left out of the plan stay out: they are not selected again. */
const leftOut = (item: PlanDetail['items'][number]) => item.pile === 'change' && !item.included;

/** The plan that the address named when the page was opened; later addresses do not bring it back. */
export function useTakenUpPlan(named: string | null): {
  pending: boolean;
  plan: TakenUpPlan | null;
  error: ActionError | null;
} {
  const { pending, plan, error } = useNamedPlan(named);
  return {
    pending,
    plan: plan && {
      ids: plan.items.filter((item) => !leftOut(item) && !item.step).map((item) => item.issueId),
      changes: plan.changes,
    },
    error,
  };
}
