import { inArray, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db';
import { runItems } from '@/lib/db/schema';
import { isOutcome } from '@/lib/runs';
import type { RunCounts } from './run-schemas';

const none: RunCounts = {
  applied: 0,
  unchanged: 0,
  conflict: 0,
  rejected: 0,
  cancelled: 0,
  unknown: 0,
  left: 0,
};

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
