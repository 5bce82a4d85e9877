import { and, asc, eq, inArray, min } from 'drizzle-orm';
import type { Database } from '@/lib/db';
import { runItems, runs } from '@/lib/db/schema';
import { keyIs, type RunKey, writeAudit } from './control';
import { runStatesBefore } from './transitions';

/** Columns of an item as they are before its first attempt. */
export const notBegun = {
  state: 'planned',
  attempt: 0,
  params: null,
  bodyHash: null,
  beforeImage: null,
  afterImage: null,
  differs: null,
  reason: null,
  durationMs: null,
  issueUpdated: null,
  intentAt: null,
  settleAt: null,
  answeredAt: null,
  checks: 0,
  createdId: null,
  verifiedAt: null,
  endedAt: null,
} as const;

/**
 * Takes the failed items of a run that is not under way up again, inside its approved plan: the engine reads each anew
 * and compares it as always. Everything else that has ended stays as it is.
 *
 * @returns positions of the items, in plan order; empty when none has failed, null when the run's state forbids it
 */
export async function retryFailed(db: Database, key: RunKey): Promise<number[] | null> {
  return db.transaction(async (tx) => {
    const [run] = await tx.select().from(runs).where(keyIs(key)).for('update');
    if (run === undefined || !runStatesBefore('queued').includes(run.state)) return null;
    const failed = and(eq(runItems.runId, run.id), eq(runItems.state, 'rejected'));
    const items = await tx
      .select({ position: runItems.position })
      .from(runItems)
      .where(failed)
      .orderBy(asc(runItems.position));
    if (items.length === 0) return [];
    const [first] = await tx
      .select({ stage: min(runItems.stage) })
      .from(runItems)
      .where(failed);
    await tx.update(runItems).set(notBegun).where(failed);
    await tx
      .update(runs)
      .set({
        state: 'queued',
        waitReason: null,
        waitDetail: null,
        waitUntil: null,
        waitCount: 0,
        // Back to the stage of the first of them; later ones have nothing left to do or follow again.
        stage: Math.min(run.stage, first?.stage ?? run.stage),
        failuresAccepted: 0,
        heldProjects: [],
        counts: null,
        // How long a run took is told from here on, not from a start that may be days ago.
        startedAt: null,
        endedAt: null,
      })
      .where(and(eq(runs.id, run.id), inArray(runs.state, runStatesBefore('queued'))));
    const positions = items.map((item) => item.position);
    await writeAudit(tx, { ...run, actorType: 'user' }, 'run.retried', { positions });
    return positions;
  });
}
