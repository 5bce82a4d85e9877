import { and, eq, type SQL, sql } from 'drizzle-orm';
import { runs } from '@/lib/db/schema';

/** Proof of a claim. Every statement of a worker carries it, so the writes of a worker that lost it have no effect. */
export interface HeldLease {
  runId: string;
  owner: string;
  epoch: number;
}

/** Condition on `runs`: this claim still holds, by database time. */
export function leaseHolds(lease: HeldLease): SQL | undefined {
  return and(
    eq(runs.id, lease.runId),
    eq(runs.leaseOwner, lease.owner),
    eq(runs.leaseEpoch, lease.epoch),
    sql`${runs.leaseUntil} > now()`,
  );
}

/**
 * Condition on `runs`: nobody has claimed it since, though this claim may have run out. Enough for a result that exists
 * in memory only: the database that could not renew the claim could not hand it to anybody either.
 */
export function notClaimedSince(lease: HeldLease): SQL | undefined {
  return and(eq(runs.id, lease.runId), eq(runs.leaseEpoch, lease.epoch));
}

/** Database time plus so many milliseconds. */
export function nowPlus(ms: number): SQL<Date> {
  return sql<Date>`now() + ${Math.round(ms)}::int * interval '1 millisecond'`;
}
