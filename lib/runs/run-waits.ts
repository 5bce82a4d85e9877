import { and, inArray, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db';
import { runs } from '@/lib/db/schema';
import { type HeldLease, leaseHolds, nowPlus } from './held-lease';
import type { WaitReason } from './run-context';
import { runStatesBefore } from './transitions';

/** Says on the run's row why it waits and until when; the claim is kept. */
export async function tellWait(
  db: Database,
  lease: HeldLease,
  wait: { reason: WaitReason; ms: number },
): Promise<void> {
  await db
    .update(runs)
    .set({ waitReason: wait.reason, waitUntil: nowPlus(wait.ms) })
    .where(leaseHolds(lease));
}

/** Takes the wait back. Leaves alone what a person has set meanwhile. */
export async function clearWait(db: Database, lease: HeldLease): Promise<void> {
  await db
    .update(runs)
    .set({ waitReason: null, waitUntil: null })
    .where(and(leaseHolds(lease), inArray(runs.state, ['running', 'cancelling'])));
}

/** Gives the claim back: anyone may go on, at once or after the wait. */
export async function releaseRun(
  db: Database,
  lease: HeldLease,
  wait: { reason: WaitReason; ms: number } | null,
): Promise<void> {
  await db
    .update(runs)
    .set({
      leaseOwner: null,
      leaseUntil: null,
      // A pause that came in while the item in flight ended keeps its own reason.
      ...(wait === null
        ? {}
        : {
            waitReason: sql`case when ${runs.state} = 'paused' then ${runs.waitReason} else ${wait.reason} end`,
            waitUntil: sql`case when ${runs.state} = 'paused' then null else ${nowPlus(wait.ms)} end`,
            waitCount: sql`${runs.waitCount} + 1`,
          }),
    })
    .where(leaseHolds(lease));
}

/** Gives the claim back and waits for a person. A run that is being cancelled looks again after `retryMs`. */
export async function pauseForPerson(
  db: Database,
  lease: HeldLease,
  reason: WaitReason,
  retryMs: number,
): Promise<void> {
  const [paused] = await db
    .update(runs)
    .set({ state: 'paused', leaseOwner: null, leaseUntil: null, waitReason: reason, waitUntil: null })
    .where(and(leaseHolds(lease), inArray(runs.state, runStatesBefore('paused'))))
    .returning({ id: runs.id });
  if (paused === undefined) await releaseRun(db, lease, { reason, ms: retryMs });
}

/** Backlog answers again: the next wait for it starts small. */
export async function resetWaitCount(db: Database, lease: HeldLease): Promise<void> {
  await db
    .update(runs)
    .set({ waitCount: 0 })
    .where(and(leaseHolds(lease), sql`${runs.waitCount} > 0`));
}
