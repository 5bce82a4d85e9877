import { and, eq, gt, gte, isNull, lt, or, sql } from 'drizzle-orm';
import { runItems, runs } from '@/lib/db/schema';
import type { ActionContext } from '../context';
import { lifeMs } from './timed-cache';

/** The database's clock, which dates what has ended, and ours may differ so much. */
const skewMs = 5000;

/**
 * Projects in which a run of this person has ended a side step a moment ago: project id → instant (ms) before which
 * nothing that is remembered of the project counts.
 */
export async function touchedProjects({
  db,
  actor,
}: Pick<ActionContext, 'db' | 'actor'>): Promise<ReadonlyMap<number, number>> {
  const since = sql`now() - ${lifeMs + 2 * skewMs} * interval '1 millisecond'`;
  const rows = await db
    .select({
      projectId: runItems.projectId,
      at: sql<number | string>`extract(epoch from max(${runItems.endedAt})) * 1000`,
    })
    .from(runItems)
    .innerJoin(runs, eq(runs.id, runItems.runId))
    .where(
      and(
        eq(runs.spaceHost, actor.spaceHost),
        eq(runs.userId, actor.userId),
        // Keeps all but the latest runs out of the search.
        or(isNull(runs.endedAt), gte(runs.endedAt, since)),
        lt(runItems.issueId, 0),
        gt(runItems.endedAt, since),
      ),
    )
    .groupBy(runItems.projectId);
  return new Map(rows.map(({ projectId, at }) => [projectId, Number(at) + skewMs]));
}
