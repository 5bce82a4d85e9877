import { and, inArray, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db';
import { runs } from '@/lib/db/schema';
import { type HeldLease, leaseHolds, nowPlus } from './held-lease';
import type { Wait } from './run-context';
import { runStatesBefore } from './transitions';

/** What a run's row says when it does not wait. */
export const noWait = { waitReason: null, waitDetail: null, waitUntil: null } as const;

/** Says on the run's row why it waits and until when; the claim is kept. */
export async function tellWait(db: Database, lease: HeldLease, wait: Wait): Promise<void> {
  await db
    .update(runs)
    .set({
      waitReason: wait.reason,
      waitDetail: wait.detail ?? null,
      waitUntil: wait.ms === null ? null : nowPlus(wait.ms),
    })
    .where(and(leaseHolds(lease), inArray(runs.state, ['running', 'cancelling'])));
}

/** Takes the wait back. Leaves alone what a person has set meanwhile. */
export async function clearWait(db: Database, lease: HeldLease): Promise<void> {
  await db
    .update(runs)
    .set(noWait)
    .where(and(leaseHolds(lease), inArray(runs.state, ['running', 'cancelling'])));
}

/** Gives the claim back: anyone may go on, at once or after the wait. */
export async function releaseRun(
  db: Database,
  lease: HeldLease,
  wait: (Wait & { ms: number }) | null,
): Promise<void> {
  // A pause that came in while the item in flight ended keeps its own reason.
  const paused = sql`${runs.state} = 'paused'`;
  await db
    .update(runs)
    .set({
      leaseOwner: null,
      leaseUntil: null,
      ...(wait === null
        ? {}
        : {
            waitReason: sql`case when ${paused} then ${runs.waitReason} else ${wait.reason} end`,
            waitDetail: sql`case when ${paused} then ${runs.waitDetail} else ${jsonOf(wait)} end`,
            waitUntil: sql`case when ${paused} then null else ${nowPlus(wait.ms)} end`,
            waitCount: sql`${runs.waitCount} + 1`,
          }),
    })
    .where(leaseHolds(lease));
}

function jsonOf({ detail }: Wait) {
  return detail === undefined ? sql`null` : sql`${JSON.stringify(detail)}::jsonb`;
}

/** Gives the claim back and waits for a person. A run that is being cancelled looks again after `retryMs`. */
export async function pauseForPerson(
  db: Database,
  lease: HeldLease,
  wait: Omit<Wait, 'ms'>,
  retryMs: number,
): Promise<void> {
  const [paused] = await db
    .update(runs)
    .set({
      state: 'paused',
      leaseOwner: null,
      leaseUntil: null,
      waitReason: wait.reason,
      waitDetail: wait.detail ?? null,
      waitUntil: null,
    })
    .where(and(leaseHolds(lease), inArray(runs.state, runStatesBefore('paused'))))
    .returning({ id: runs.id });
  if (paused === undefined) await releaseRun(db, lease, { ...wait, ms: retryMs });
}

/** Backlog answers again: the next wait for it starts small. */
export async function resetWaitCount(db: Database, lease: HeldLease): Promise<void> {
  await db
    .update(runs)
    .set({ waitCount: 0 })
    .where(and(leaseHolds(lease), sql`${runs.waitCount} > 0`));
}
