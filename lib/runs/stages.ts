import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import { runItems, runs } from '@/lib/db/schema';
import { leaseHolds } from './held-lease';
import type { RunContext } from './run-context';
import { runStatesBefore } from './transitions';

/** What `runs.wait_detail` says of a run that waits for its person between two stages. */
export interface StageWait {
  /** The stage that is over. */
  stage: number;
  /** Its items that failed or whose outcome is unknown. */
  failed: number;
}

/**
 * Leaves the stage under way, of which nothing is left: begins the next one that has items, or, if something in it
 * failed or is unknown, pauses. Going on is then the person's word: `resumeRun` begins the next stage.
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
    const ofRun = eq(runItems.runId, run.id);
    const [row] = await tx
      .select({ failed: sql<number | string>`count(*)` })
      .from(runItems)
      .where(and(ofRun, eq(runItems.stage, stage), inArray(runItems.state, ['rejected', 'unknown'])));
    const failed = Number(row?.failed ?? 0);
    if (failed > 0) {
      const waitDetail: StageWait = { stage, failed };
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
    const [later] = await tx
      .select({ stage: sql<number | string | null>`min(${runItems.stage})` })
      .from(runItems)
      .where(and(ofRun, gt(runItems.stage, stage), inArray(runItems.state, ['planned', 'intent'])));
    const next = Number(later?.stage ?? stage);
    await tx.update(runs).set({ stage: next }).where(eq(runs.id, run.id));
    return 'begun';
  });
}
