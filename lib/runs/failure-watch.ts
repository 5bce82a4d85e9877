import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db';
import { runItems, runs } from '@/lib/db/schema';
import type { RunRow } from './claim';
import { type HeldLease, leaseHolds } from './held-lease';
import { heldCodes, type ItemReason } from './item-reason';
import type { StepResult } from './run-context';

const failedStates = ['rejected', 'unknown'] as const;

/** Counts what fails, so that a run stops before it has failed thousands of times for one and the same reason. */
export interface FailureWatch {
  /** An item of the project has ended. */
  ended: (projectId: number, end: Extract<StepResult, { kind: 'ended' }>) => void;
  /** Failed items of the run, if they are so many that it has to stop for its person, else null. */
  stopAt: () => number | null;
  /** Whether Backlog has refused this person so often in a row in the project that its items have to wait. */
  mustHold: (projectId: number) => boolean;
}

/**
 * @param failures failed items of the run so far
 * @param holdAfter refusals for want of a right, in a row in one project
 */
export function createFailureWatch(
  run: Pick<RunRow, 'stopAfter' | 'failuresAccepted'>,
  failures: number,
  holdAfter: number,
): FailureWatch {
  let failed = failures;
  // Items that are retried or settled do not count any more, however many the person had accepted.
  const accepted = Math.min(run.failuresAccepted, failures);
  const refusals = new Map<number, number>();

  return {
    ended(projectId, { outcome, reason }) {
      if ((outcome === 'rejected' || outcome === 'unknown') && !isHeld(reason)) failed += 1;
      if (reason?.code === 'NO_RIGHT') refusals.set(projectId, (refusals.get(projectId) ?? 0) + 1);
      // What was not written (no change, conflict) says nothing about the right to write.
      else if (outcome === 'applied' || outcome === 'rejected') refusals.delete(projectId);
    },
    stopAt: () => (run.stopAfter !== null && failed - accepted >= run.stopAfter ? failed : null),
    mustHold: (projectId) => (refusals.get(projectId) ?? 0) >= holdAfter,
  };
}

/** What we held back ourselves is the consequence of a failure, not one more. */
function isHeld(reason: ItemReason | null): boolean {
  return heldCodes.some((code) => code === reason?.code);
}

/** Condition on `run_items`: the item has failed, or nobody knows how it ended. */
export const hasFailed = sql`(${inArray(runItems.state, [...failedStates])} and
  coalesce(${runItems.reason} ->> 'code', '') not in ${[...heldCodes]})`;

/** How many items of a run have failed. */
export async function countFailures(db: Database, runId: string): Promise<number> {
  const [row] = await db
    .select({ n: sql<number | string>`count(*)` })
    .from(runItems)
    .where(and(eq(runItems.runId, runId), hasFailed));
  return Number(row?.n ?? 0);
}

/** The project's items wait until the person goes on with the run. */
export async function holdProject(db: Database, lease: HeldLease, projectId: number): Promise<void> {
  await db
    .update(runs)
    .set({ heldProjects: sql`${runs.heldProjects} || to_jsonb(${projectId}::int)` })
    .where(and(leaseHolds(lease), sql`not ${runs.heldProjects} @> to_jsonb(${projectId}::int)`));
}
