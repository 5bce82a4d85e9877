import { and, eq, inArray, lt, or, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db';
import { runItems } from '@/lib/db/schema';
import { heldCodes, isOutcome, type RunRow } from '@/lib/runs';
import type { RunCounts, RunDetail } from './run-schemas';

const none: RunCounts = {
  applied: 0,
  unchanged: 0,
  conflict: 0,
  rejected: 0,
  cancelled: 0,
  unknown: 0,
  left: 0,
};

/** Outcomes of a run that has ended, as its end recorded them; null while it may still change. */
export function storedCounts(run: RunRow): RunCounts | null {
  // Written by the run's end alone, in one transaction with it.
  return run.counts === null ? null : { ...none, ...(run.counts as Partial<RunCounts>) };
}

/** Outcomes of runs, counted from the ledger. */
export async function countOutcomes(
  db: Database,
  runIds: readonly string[],
): Promise<(runId: string) => RunCounts> {
  const counts = new Map<string, RunCounts>();
  if (runIds.length > 0) {
    const rows = await db
      .select({ runId: runItems.runId, state: runItems.state, n: sql<number | string>`count(*)` })
      .from(runItems)
      .where(inArray(runItems.runId, [...runIds]))
      .groupBy(runItems.runId, runItems.state);
    for (const { runId, state, n } of rows) {
      const own = counts.get(runId) ?? { ...none };
      own[isOutcome(state) ? state : 'left'] += Number(n);
      counts.set(runId, own);
    }
  }
  return (runId) => counts.get(runId) ?? { ...none };
}

/** Updated, and not by a comment alone: the values of before are known, or it is a side step. */
const canTakeBack = and(
  eq(runItems.state, 'applied'),
  or(lt(runItems.issueId, 0), sql`${runItems.beforeImage} <> '{}'::jsonb`),
);

/**
 * Outcomes of one run, the mean round trip of its writes (ms, null before the first), how many items were read again
 * after the server had died, how many an undo has something to take back of, and how many we held back ourselves, in
 * one pass over its items.
 */
export async function measureRun(
  db: Database,
  runId: string,
): Promise<Pick<RunDetail, 'counts' | 'averageCallMs' | 'verified' | 'undoable' | 'held'>> {
  const rows = await db
    .select({
      state: runItems.state,
      n: sql<number | string>`count(*)`,
      timed: sql<number | string>`count(${runItems.durationMs})`,
      ms: sql<number | string | null>`sum(${runItems.durationMs})`,
      verified: sql<number | string>`count(${runItems.verifiedAt})`,
      undoable: sql<number | string>`count(*) filter (where ${canTakeBack})`,
      held: sql<number | string>`count(*) filter (where ${runItems.reason} ->> 'code' in ${[...heldCodes]})`,
    })
    .from(runItems)
    .where(eq(runItems.runId, runId))
    .groupBy(runItems.state);
  const counts = { ...none };
  let timed = 0;
  let ms = 0;
  let verified = 0;
  let undoable = 0;
  let held = 0;
  for (const row of rows) {
    counts[isOutcome(row.state) ? row.state : 'left'] += Number(row.n);
    timed += Number(row.timed);
    ms += Number(row.ms ?? 0);
    verified += Number(row.verified);
    undoable += Number(row.undoable);
    held += row.state === 'rejected' ? Number(row.held) : 0;
  }
  return { counts, averageCallMs: timed === 0 ? null : ms / timed, verified, undoable, held };
}
