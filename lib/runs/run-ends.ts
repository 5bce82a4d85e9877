import { randomUUID } from 'node:crypto';
import { and, eq, inArray, notExists, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db';
import { audit, runItems, runs } from '@/lib/db/schema';
import { type HeldLease, leaseHolds } from './held-lease';
import type { RunIdentity } from './ledger-item';
import { itemStatesBefore, runStatesBefore } from './transitions';

/** What is not begun stays undone. Items with an open write are decided first. */
export async function cancelPlanned(db: Database, runId: string): Promise<number> {
  const rows = await db
    .update(runItems)
    .set({ state: 'cancelled', endedAt: sql`now()` })
    .where(
      and(
        eq(runItems.runId, runId),
        eq(runItems.state, 'planned'),
        inArray(runItems.state, itemStatesBefore('cancelled')),
      ),
    )
    .returning({ position: runItems.position });
  return rows.length;
}

/** Ends a run whose items have all ended, with its audit row, and gives the claim back. False if something is left. */
export async function endRun(
  db: Database,
  lease: HeldLease,
  run: RunIdentity,
  state: 'done' | 'cancelled',
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const left = tx
      .select({ one: sql`1` })
      .from(runItems)
      .where(and(eq(runItems.runId, run.id), inArray(runItems.state, ['planned', 'intent'])));
    const [row] = await tx
      .update(runs)
      .set({
        state,
        leaseOwner: null,
        leaseUntil: null,
        waitReason: null,
        waitUntil: null,
        endedAt: sql`now()`,
      })
      .where(and(leaseHolds(lease), inArray(runs.state, runStatesBefore(state)), notExists(left)))
      .returning({ id: runs.id });
    if (row === undefined) return false;
    await tx.insert(audit).values({
      id: randomUUID(),
      spaceHost: run.spaceHost,
      userId: run.userId,
      actorType: run.actorType,
      event: 'run.ended',
      subjectId: run.id,
      data: { state },
    });
    return true;
  });
}
