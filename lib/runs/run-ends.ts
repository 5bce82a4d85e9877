import { randomUUID } from 'node:crypto';
import { and, eq, inArray, notExists, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db';
import { audit, runItems, runs } from '@/lib/db/schema';
import { type HeldLease, leaseHolds } from './held-lease';
import type { RunIdentity } from './ledger-item';
import { noWait } from './run-waits';
import { isOutcome, itemStates, itemStatesBefore, runStatesBefore } from './transitions';

/** Items of a run per outcome, as `runs.counts` keeps them: `{applied: 3, unchanged: 0, …}`. */
export function outcomeCounts(runId: string): SQL {
  const each = itemStates
    .filter(isOutcome)
    .map((state) => sql`${state}::text, count(*) filter (where ${runItems.state} = ${state})`);
  return sql`(select jsonb_build_object(${sql.join(each, sql`, `)}) from ${runItems} where ${runItems.runId} = ${runId})`;
}

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
        ...noWait,
        counts: outcomeCounts(run.id),
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
