import { and, eq, inArray, notExists, or, sql } from 'drizzle-orm';
import { keptIssues, plans, runItems, runs } from '@/lib/db/schema';
import type { ActionContext } from '../context';

/**
 * Which of these issues the person keeps with the leaver on purpose. A decision holds until a later handover from the
 * same leaver takes the issue up: whatever became of that, they meant it to go, and what stays is left, not kept.
 */
export async function keptOnPurpose(
  { db, actor }: ActionContext,
  leaverId: number,
  issueIds: readonly number[],
): Promise<Set<number>> {
  if (issueIds.length === 0) return new Set();
  const takenUpSince = db
    .select({ one: sql`1` })
    .from(plans)
    .innerJoin(runs, eq(runs.planId, plans.id))
    .innerJoin(runItems, eq(runItems.runId, runs.id))
    .where(
      and(
        eq(plans.spaceHost, actor.spaceHost),
        eq(plans.userId, actor.userId),
        eq(plans.kind, 'handover'),
        sql`${plans.operation} -> 'from' ->> 'id' = ${keptIssues.leaverId}::text`,
        eq(runItems.issueId, keptIssues.issueId),
        or(
          inArray(runItems.state, ['planned', 'intent']),
          // Its attempt, or the end of what was never sent. Both are told by the database, and so is `keptAt`.
          sql`coalesce(${runItems.intentAt}, ${runItems.endedAt}) >= ${keptIssues.keptAt}`,
        ),
      ),
    );
  const rows = await db
    .select({ issueId: keptIssues.issueId })
    .from(keptIssues)
    .where(
      and(
        eq(keptIssues.spaceHost, actor.spaceHost),
        eq(keptIssues.userId, actor.userId),
        eq(keptIssues.leaverId, leaverId),
        inArray(keptIssues.issueId, [...issueIds]),
        notExists(takenUpSince),
      ),
    );
  return new Set(rows.map(({ issueId }) => issueId));
}
