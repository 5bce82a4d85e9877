import { and, eq, gt, inArray, lt, notInArray, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db';
import { planItems, runItems, runs } from '@/lib/db/schema';
import { leaseHolds } from './held-lease';
import type { RunContext } from './run-context';
import { runStatesBefore } from './transitions';

/** What `runs.wait_detail` says of a run that waits for its person between two stages. */
export interface StageWait {
  /** The stage that is over. */
  stage: number;
  /** Its items that failed or whose outcome is unknown; before an archiving, all items so far that were not done. */
  failed: number;
  /** The next stage archives after complete success: to go on is to end without that. */
  holds?: 'archive';
}

/**
 * Leaves the stage under way, of which nothing is left: begins the next one that has items, or, if something in it
 * failed or is unknown, pauses. Before a step that wants complete success, conflicts, cancelled items and those of all
 * earlier stages count too. Going on is then the person's word: `resumeRun` begins the next stage.
 *
 * @returns `paused` when the claim was given back
 */
export async function leaveStage({
  db,
  lease,
  run,
}: RunContext): Promise<'begun' | 'paused' | 'interrupted'> {
  return db.transaction(async (tx) => {
    const [now] = await tx
      .select({ stage: runs.stage })
      .from(runs)
      .where(and(leaseHolds(lease), eq(runs.state, 'running')))
      .for('update');
    if (now === undefined) return 'interrupted';
    const { stage } = now;
    const next = await nextStage(tx, run.id, stage);
    const archives = next !== null && (await wantsSuccess(tx, run, next));
    const failed = archives
      ? await notDoneBefore(tx, run.id, next)
      : await countItems(tx, run.id, [
          eq(runItems.stage, stage),
          inArray(runItems.state, ['rejected', 'unknown']),
        ]);
    if (failed > 0) {
      const waitDetail: StageWait = { stage, failed, ...(archives ? { holds: 'archive' } : {}) };
      await tx
        .update(runs)
        .set({
          state: 'paused',
          leaseOwner: null,
          leaseUntil: null,
          waitReason: 'stage',
          waitDetail,
          waitUntil: null,
        })
        .where(and(eq(runs.id, run.id), inArray(runs.state, runStatesBefore('paused'))));
      return 'paused';
    }
    await tx
      .update(runs)
      .set({ stage: next ?? stage })
      .where(eq(runs.id, run.id));
    return 'begun';
  });
}

/** Items of the stages before this one that ended otherwise than updated or without a change, or have not ended. */
export function notDoneBefore(db: Database, runId: string, stage: number): Promise<number> {
  return countItems(db, runId, [
    lt(runItems.stage, stage),
    notInArray(runItems.state, ['applied', 'unchanged']),
  ]);
}

/** The stage that begins next: the first after this one with something left to do. */
async function nextStage(db: Database, runId: string, stage: number): Promise<number | null> {
  const [later] = await db
    .select({ stage: sql<number | string | null>`min(${runItems.stage})` })
    .from(runItems)
    .where(
      and(
        eq(runItems.runId, runId),
        gt(runItems.stage, stage),
        inArray(runItems.state, ['planned', 'intent']),
      ),
    );
  const next = later?.stage ?? null;
  return next === null ? null : Number(next);
}

/** Whether something left to do in a stage is carried out after complete success only. */
async function wantsSuccess(
  db: Database,
  run: { id: string; planId: string },
  stage: number,
): Promise<boolean> {
  const [step] = await db
    .select({ position: runItems.position })
    .from(runItems)
    .innerJoin(planItems, and(eq(planItems.planId, run.planId), eq(planItems.position, runItems.position)))
    .where(
      and(
        eq(runItems.runId, run.id),
        eq(runItems.stage, stage),
        eq(runItems.state, 'planned'),
        sql`(${planItems.item} -> 'step' -> 'afterSuccess')::boolean`,
      ),
    )
    .limit(1);
  return step !== undefined;
}

async function countItems(db: Database, runId: string, which: SQL[]): Promise<number> {
  const [row] = await db
    .select({ count: sql<number | string>`count(*)` })
    .from(runItems)
    .where(and(eq(runItems.runId, runId), ...which));
  return Number(row?.count ?? 0);
}
