import { and, eq, inArray, or, sql } from 'drizzle-orm';
import type { ClosureInput } from '@/lib/bulk';
import { plans, runs } from '@/lib/db/schema';
import { AppError } from '@/lib/errors';
import type { ActionContext } from '../context';

/**
 * Refuses a second closing of a milestone while a run is at it, whoever's it is: two would take the issues out of each
 * other's hands. Of another person's run no more is told than that it goes on, and one that waits for its person does
 * not count: it may be left behind. Plans are nobody else's business.
 *
 * @param options `paused`: one's own runs that wait count too
 * @throws AppError CLOSURE_UNDER_WAY, with the id of the run if it is one's own
 */
export async function refuseUnderWay(
  { db, actor }: Pick<ActionContext, 'db' | 'actor'>,
  { milestone }: Pick<ClosureInput, 'milestone'>,
  { paused }: { paused: boolean } = { paused: true },
): Promise<void> {
  const [found] = await db
    .select({ runId: runs.id, userId: runs.userId })
    .from(runs)
    .innerJoin(plans, eq(plans.id, runs.planId))
    .where(
      and(
        eq(runs.spaceHost, actor.spaceHost),
        eq(plans.kind, 'closure'),
        sql`${plans.operation} -> 'milestone' ->> 'id' = ${String(milestone.id)}`,
        or(
          inArray(runs.state, ['queued', 'running', 'cancelling']),
          paused ? and(eq(runs.state, 'paused'), eq(runs.userId, actor.userId)) : undefined,
        ),
      ),
    )
    // One's own run is worth more than the news of somebody else's.
    .orderBy(sql`${runs.userId} <> ${actor.userId}`)
    .limit(1);
  if (found === undefined) return;
  const runId = found.userId === actor.userId ? found.runId : null;
  throw new AppError('CLOSURE_UNDER_WAY', { milestone: milestone.label, runId });
}
