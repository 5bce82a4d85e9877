import type { PlanBlock, PlanItem } from '../plan';
import type { PlanProject } from '../plan-reference';
import { neededSteps } from '../plan-steps';
import type { Closure } from './closure-schema';

/** Why nothing can be closed: the milestone is not there any more. Null while it is. */
export function goneBlock({ milestone }: Closure, project: PlanProject): PlanBlock | null {
  if (project.milestones.some(({ id }) => id === milestone.id)) return null;
  const values = { field: 'milestone', label: milestone.label, project: project.projectKey };
  return { code: 'VALUE_NOT_IN_PROJECT', values };
}

/** Steps around a milestone that is gone, which are not carried out; what rows that are carried out need stays. */
export function withoutPurpose(
  steps: readonly PlanItem[],
  rows: readonly PlanItem[],
  gone: PlanBlock | null,
): PlanItem[] {
  if (gone === null) return [...steps];
  const needed = new Set(rows.flatMap((row) => (row.pile === 'blocked' ? [] : neededSteps(row))));
  return steps.map((row) =>
    needed.has(row.issueId) || row.pile === 'blocked'
      ? row
      : { ...row, pile: 'blocked', included: false, blocks: [gone] },
  );
}
