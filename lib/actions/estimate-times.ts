import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { RateSnapshot } from '@/lib/backlog';
import { estimateSeconds, type Pace } from '@/lib/bulk';
import { runItems, runs } from '@/lib/db/schema';
import { defaultTimings } from '@/lib/runs';
import type { ActionContext } from './context';

/** Round trip of a write before one was measured, seconds. */
const ASSUMED_CALL_SECONDS = 0.3;

/** Seconds that so many writes take at either pace, given what is left of the quota. */
export function estimateTimes(
  count: number,
  quota: RateSnapshot | null,
  callSeconds: number,
  now: number,
): Record<Pace, number> {
  // An unknown limit holds nothing back: the estimate is then the round trips alone.
  const { limit, remaining, resetAt } = quota ?? { limit: 1e9, remaining: 1e9, resetAt: now };
  const resetInSeconds = Math.max(0, (resetAt - now) / 1000);
  const { reserve } = defaultTimings;
  const seconds = (pace: Pace) =>
    estimateSeconds({ count, pace, limit, remaining, resetInSeconds, callSeconds, reserve });
  return { limit: seconds('limit'), gentle: seconds('gentle') };
}

/** Mean round trip of this person's last writes, seconds. */
export async function measuredCallSeconds({ db, actor }: ActionContext): Promise<number> {
  const lastRun = db
    .select({ id: runs.id })
    .from(runs)
    .where(
      and(
        eq(runs.spaceHost, actor.spaceHost),
        eq(runs.userId, actor.userId),
        inArray(runs.state, ['running', 'done', 'cancelled']),
      ),
    )
    .orderBy(desc(runs.approvedAt))
    .limit(1);
  const [row] = await db
    .select({ ms: sql<string | number | null>`avg(${runItems.durationMs})` })
    .from(runItems)
    .where(and(inArray(runItems.runId, lastRun), isNotNull(runItems.durationMs)));
  return row?.ms === null || row?.ms === undefined ? ASSUMED_CALL_SECONDS : Number(row.ms) / 1000;
}
