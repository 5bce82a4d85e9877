import { and, asc, eq, gt, ne, type SQL, sql } from 'drizzle-orm';
import type { PlanItem } from '@/lib/bulk';
import { closureGoal } from '@/lib/bulk/operations/closure-goal';
import { planItems, plans, runItems, runs } from '@/lib/db/schema';
import { storedItem } from '@/lib/runs';
import type { ActionContext } from '../context';
import type { MovedIssue, MovedOut } from './closure-schemas';

/**
 * What earlier closings have taken out of a milestone. One's own are told issue by issue; of other people's no more than
 * that there are any: plans are nobody else's business. Without them a second closing would see none but what is done.
 */
export async function movedOut(
  { db, actor }: ActionContext,
  { projectId, milestoneId }: { projectId: number; milestoneId: number },
): Promise<Pick<MovedOut, 'issues' | 'byOthers'>> {
  const taken = (whose: SQL | undefined) =>
    db
      .select({ item: planItems.item })
      .from(runItems)
      .innerJoin(runs, eq(runs.id, runItems.runId))
      .innerJoin(plans, eq(plans.id, runs.planId))
      .innerJoin(planItems, and(eq(planItems.planId, runs.planId), eq(planItems.position, runItems.position)))
      .where(
        and(
          eq(runs.spaceHost, actor.spaceHost),
          whose,
          eq(plans.kind, 'closure'),
          sql`${plans.operation} ->> 'projectId' = ${String(projectId)}`,
          sql`${plans.operation} -> 'milestone' ->> 'id' = ${String(milestoneId)}`,
          eq(runItems.state, 'applied'),
          gt(runItems.issueId, 0),
          sql`${planItems.item} -> 'diffs' @> '[{"field": "milestone"}]'`,
        ),
      )
      .orderBy(asc(runs.approvedAt), asc(runItems.position));
  const [own, others] = await Promise.all([
    taken(eq(runs.userId, actor.userId)),
    taken(ne(runs.userId, actor.userId)).limit(1),
  ]);
  const issues = new Map<number, MovedIssue>();
  for (const { item } of own) {
    const moved = movedIssue(storedItem(item, true), milestoneId);
    if (moved !== null) issues.set(moved.id, moved);
  }
  return { issues: [...issues.values()], byOthers: others.length > 0 };
}

function movedIssue(
  { issueId, issueKey, summary, diffs, current }: PlanItem,
  milestoneId: number,
): MovedIssue | null {
  const to = closureGoal(diffs, milestoneId);
  if (to !== 'next' && to !== 'none') return null;
  const { assignee, estimatedHours = null } = current ?? {};
  return {
    id: issueId,
    issueKey,
    summary,
    to,
    hours: estimatedHours,
    assignee: assignee ? { id: assignee.id, label: assignee.name } : null,
  };
}
