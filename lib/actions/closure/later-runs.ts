import { and, asc, eq, inArray } from 'drizzle-orm';
import { planItems, plans, runItems, runs } from '@/lib/db/schema';
import { storedItem, storedReason } from '@/lib/runs';
import type { ActionContext } from '../context';
import type { RecordRow } from './closure-record';
import type { LaterRun } from './latest-rows';

/** Longer chains of "once more" and "back" tell nothing new. */
const mostRuns = 20;

interface Follower extends Omit<LaterRun, 'rows'> {
  approvedAt: Date;
}

/** Runs of this person that took up again or took back a closing, or one of those, in the order of their approval. */
export async function laterRuns(ctx: ActionContext, runId: string): Promise<LaterRun[]> {
  const found: Follower[] = [];
  let sources = [runId];
  while (sources.length > 0 && found.length < mostRuns) {
    const next = await followersOf(ctx, sources);
    found.push(...next);
    sources = next.map((run) => run.runId);
  }
  found.sort((a, b) => a.approvedAt.getTime() - b.approvedAt.getTime());
  return Promise.all(
    found.map(async ({ approvedAt: _at, ...run }) => ({ ...run, rows: await rowsOf(ctx, run.runId) })),
  );
}

async function followersOf(
  { db, actor }: ActionContext,
  sourceRunIds: readonly string[],
): Promise<Follower[]> {
  const rows = await db
    .select({ runId: runs.id, planNumber: plans.number, kind: plans.kind, approvedAt: runs.approvedAt })
    .from(runs)
    .innerJoin(plans, eq(plans.id, runs.planId))
    .where(
      and(
        eq(runs.spaceHost, actor.spaceHost),
        eq(runs.userId, actor.userId),
        inArray(plans.sourceRunId, [...sourceRunIds]),
      ),
    );
  return rows.flatMap(({ kind, ...row }) =>
    kind === 'closure' || kind === 'undo' ? [{ ...row, kind }] : [],
  );
}

/** Rows that were part of a run, and what became of them in it. */
async function rowsOf({ db }: ActionContext, runId: string): Promise<RecordRow[]> {
  const rows = await db
    .select({
      item: planItems.item,
      state: runItems.state,
      reason: runItems.reason,
      differs: runItems.differs,
      createdId: runItems.createdId,
    })
    .from(runItems)
    .innerJoin(runs, eq(runs.id, runItems.runId))
    .innerJoin(planItems, and(eq(planItems.planId, runs.planId), eq(planItems.position, runItems.position)))
    .where(eq(runItems.runId, runId))
    .orderBy(asc(runItems.position));
  return rows.map(({ item, state, reason, differs, createdId }) => ({
    item: storedItem(item, true),
    state,
    reason: storedReason({ reason, differs }).reason?.code ?? null,
    createdId,
  }));
}
