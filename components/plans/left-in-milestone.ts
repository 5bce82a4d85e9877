import { closureGoal } from '@/lib/bulk/operations/closure-goal';
import { CLOSED_STATUS_ID } from '@/lib/columns/is-overdue';
import type { PlanItem, PlanSummary } from './plan-data';

/** Open issues that the run would leave in the milestone that it is to archive. */
export interface LeftInMilestone {
  milestone: string;
  count: number;
}

/**
 * Issues that hold back the archive of a closure: left out when the plan was made, or now. Null where nothing is to be
 * archived, or nothing open stays behind.
 */
export function leftInMilestone(
  { operation }: Pick<PlanSummary, 'operation'>,
  items: readonly PlanItem[],
): LeftInMilestone | null {
  const step = items.find((item) => item.included && item.step?.kind === 'archiveMilestone')?.step;
  if (step?.kind !== 'archiveMilestone' || !step.afterSuccess) return null;
  const left = new Set(operation?.kind === 'closure' ? operation.leftOut : []);
  for (const { issueId, included, diffs, current } of items) {
    const holds = current?.milestone?.some(({ id }) => id === step.milestoneId);
    if (!holds || current?.status?.id === CLOSED_STATUS_ID) continue;
    if (included && closureGoal(diffs, step.milestoneId) !== null) left.delete(issueId);
    else left.add(issueId);
  }
  return left.size === 0 ? null : { milestone: step.name, count: left.size };
}
