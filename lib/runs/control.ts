import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import type { Pace } from '@/lib/bulk';
import type { Database } from '@/lib/db';
import { audit, runItems, runs } from '@/lib/db/schema';
import type { RunRow } from './claim';
import { hasFailed } from './failure-watch';
import { cancelPlanned, outcomeCounts } from './run-ends';
import { noWait } from './run-waits';
import { type RunState, runStatesBefore } from './transitions';

/** Whose run it is. Every statement below carries all three. */
export interface RunKey {
  runId: string;
  spaceHost: string;
  userId: number;
}

/**
 * What a person asks of a run is a change of its row; whoever works on it sees it before the next item. Each function
 * answers false when the run is not in a state that allows it.
 */
export async function pauseRun(db: Database, key: RunKey): Promise<boolean> {
  return change(db, key, 'run.paused', {
    from: runStatesBefore('paused'),
    set: { ...noWait, state: 'paused', waitReason: 'person' },
  });
}

/** Going on between two stages accepts what failed in the first of them: the next one that has items begins. */
const afterStageWait = sql<number>`case when ${runs.waitReason} = 'stage' then coalesce(
  (select min(${runItems.stage}) from ${runItems} where ${runItems.runId} = ${runs.id}
    and ${runItems.stage} > ${runs.stage} and ${runItems.state} in ('planned', 'intent')),
  ${runs.stage} + 1) else ${runs.stage} end`;

/** Going on after too many failures accepts those that there are. */
const afterFailuresWait = sql<number>`case when ${runs.waitReason} = 'failures'
  then (select count(*) from ${runItems} where ${runItems.runId} = ${runs.id} and ${hasFailed})
  else ${runs.failuresAccepted} end`;

/** Goes on with a paused run, and at once with one that waits by itself. */
export async function resumeRun(db: Database, key: RunKey): Promise<boolean> {
  const resumed = await change(db, key, 'run.resumed', {
    from: ['paused'],
    set: {
      ...noWait,
      state: 'queued',
      stage: afterStageWait,
      failuresAccepted: afterFailuresWait,
      heldProjects: [],
    },
  });
  if (resumed) return true;
  const [row] = await db
    .update(runs)
    .set({ waitUntil: sql`now()` })
    .where(and(keyIs(key), eq(runs.state, 'running'), isNotNull(runs.waitUntil), isNull(runs.leaseOwner)))
    .returning({ id: runs.id });
  return row !== undefined;
}

export async function setRunPace(db: Database, key: RunKey, pace: Pace): Promise<boolean> {
  return change(db, key, 'run.paceSet', { from: ['queued', 'running', 'paused'], set: { pace } });
}

/** Stops a run: what was not begun stays undone. A write in flight ends and is recorded first. */
export async function cancelRun(db: Database, key: RunKey): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [run] = await tx.select().from(runs).where(keyIs(key)).for('update');
    if (run === undefined || !runStatesBefore('cancelling').includes(run.state)) return false;
    // After an unclean stop, items that are not begun here may be written at Backlog: somebody has to look.
    const needsWorker = run.leaseOwner !== null || run.unclean || (await hasOpenWrite(tx, run));
    if (!needsWorker) await cancelPlanned(tx, run.id);
    await tx
      .update(runs)
      .set(
        needsWorker
          ? { ...noWait, state: 'cancelling' }
          : { ...noWait, state: 'cancelled', counts: outcomeCounts(run.id), endedAt: sql`now()` },
      )
      .where(eq(runs.id, run.id));
    await writeAudit(tx, run, 'run.cancelled', {});
    return true;
  });
}

async function hasOpenWrite(db: Database, run: RunRow): Promise<boolean> {
  const [open] = await db
    .select({ position: runItems.position })
    .from(runItems)
    .where(and(eq(runItems.runId, run.id), eq(runItems.state, 'intent')))
    .limit(1);
  return open !== undefined;
}

async function change(
  db: Database,
  key: RunKey,
  event: string,
  { from, set }: { from: RunState[]; set: PgUpdateSetSource<typeof runs> },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [run] = await tx
      .update(runs)
      .set(set)
      .where(and(keyIs(key), inArray(runs.state, from)))
      .returning();
    if (run === undefined) return false;
    await writeAudit(tx, run, event, set.pace === undefined ? {} : { pace: set.pace });
    return true;
  });
}

/** The condition that every statement on a person's run carries. */
export function keyIs(key: RunKey) {
  return and(eq(runs.id, key.runId), eq(runs.spaceHost, key.spaceHost), eq(runs.userId, key.userId));
}

/** One line of the record on a run, in the transaction of what it records. */
export async function writeAudit(
  db: Database,
  run: RunRow,
  event: string,
  data: Record<string, unknown>,
): Promise<void> {
  const { spaceHost, userId, actorType } = run;
  await db
    .insert(audit)
    .values({ id: randomUUID(), spaceHost, userId, actorType, event, subjectId: run.id, data });
}
