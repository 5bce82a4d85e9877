import { defaultStatuses } from '@/lib/backlog/schemas/default-statuses';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { PlanProject } from '../plan-reference';
import { closedByFix } from './closure-changes';
import { closureDestination, isDoneLike } from './closure-destination';
import type { Closure, Destination } from './closure-schema';
import type { OperationInput } from './operation-input';

type GoalsInput = Pick<OperationInput, 'issues' | 'besides' | 'fixes' | 'added'>;

/** Where the open issues of the milestone go; not of those that only fixes or the report speak of, or that stay. */
export function closureGoals(
  closure: Closure,
  { issues, besides, fixes }: GoalsInput,
  { statuses }: PlanProject,
): Map<number, Destination> {
  const goals = new Map<number, Destination>();
  const aside = new Set([...besides, ...closure.leftOut]);
  for (const issue of issues) {
    if (aside.has(issue.id) || !holds(closure, issue)) continue;
    const to = closureDestination({ id: issue.id, statusId: issue.status.id }, closure, statuses);
    if (to === null) continue;
    goals.set(issue.id, closedByFix(fixes?.get(issue.id) ?? [], closure.projectId) ? 'close' : to);
  }
  return goals;
}

function holds({ projectId, milestone }: Closure, issue: BacklogIssue): boolean {
  return issue.projectId === projectId && issue.milestone.some(({ id }) => id === milestone.id);
}

/**
 * How many issues a plan treats otherwise than its report says: what a person had closed in the preview, and what has
 * come into the milestone, left it or was closed since the report was made. Its text is what was decided before.
 */
export function reportOtherwise(closure: Closure, input: GoalsInput, project: PlanProject): number {
  const goals = closureGoals(closure, input, project);
  const told = closureGoals(closure, { ...input, fixes: new Map() }, project);
  const closedInstead = [...goals].filter(([id, to]) => to !== told.get(id)).length;
  const takenIn = input.issues.filter(
    (issue) =>
      closure.leftOut.includes(issue.id) &&
      holds(closure, issue) &&
      issue.status.id !== defaultStatuses.closed &&
      closedByFix(input.fixes?.get(issue.id) ?? [], closure.projectId),
  ).length;
  return closedInstead + takenIn + sinceSnapshot(closure, input.issues, project);
}

/** Open issues of the milestone that are more or fewer than they were, done ones and the others apart. */
function sinceSnapshot(closure: Closure, issues: readonly BacklogIssue[], { statuses }: PlanProject): number {
  if (closure.snapshot === null) return 0;
  const isDone = (id: number) => closure.resolvedIsDone && isDoneLike(id, statuses);
  const open = issues.filter((issue) => holds(closure, issue) && issue.status.id !== defaultStatuses.closed);
  const before = closure.snapshot.basics.statuses.filter(({ id }) => id !== defaultStatuses.closed);
  const changed = [true, false].map((done) => {
    const now = open.filter(({ status }) => isDone(status.id) === done).length;
    return now - before.reduce((all, { id, issues: count }) => all + (isDone(id) === done ? count : 0), 0);
  });
  return Math.max(...[1, -1].map((sign) => changed.reduce((all, by) => all + Math.max(0, by * sign), 0)));
}
