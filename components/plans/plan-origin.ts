import type { PlanSummary } from './plan-data';

/** Where a plan was made: the run that it takes back, or the page with what was entered. */
export interface PlanOrigin {
  from: 'changes' | 'operation' | 'run';
  /** Below the space. The page with what was entered takes it up again from the plan. */
  path: string;
}

/** @param plan undefined while it is being read */
export function planOrigin(
  planId: string,
  plan: Pick<PlanSummary, 'kind' | 'sourceRunId'> | undefined,
): PlanOrigin {
  const query = `plan=${encodeURIComponent(planId)}`;
  switch (plan?.kind) {
    case 'undo':
      // An undo has no changes to go back to.
      return { from: 'run', path: `runs/${encodeURIComponent(plan.sourceRunId ?? '')}` };
    case 'handover':
    case 'closure':
    case 'overdue':
      return { from: 'operation', path: `operations/${plan.kind}?${query}` };
    default:
      return { from: 'changes', path: `issues?${query}` };
  }
}
