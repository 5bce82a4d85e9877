import { and, eq, ne, sql } from 'drizzle-orm';
import { type Database, isUniqueViolation } from '@/lib/db';
import { runItems } from '@/lib/db/schema';
import { backToPlanned, commitIntent } from './ledger';
import type { Intent, LedgerItem, RunIdentity } from './ledger-item';
import type { RunContext } from './run-context';

export type Begun =
  | { kind: 'begun'; attempt: number }
  /** Another run writes this issue right now. */
  | { kind: 'locked' }
  /** Another run wrote this issue after it was read here: it has to be read again. */
  | { kind: 'overtaken' }
  /** The run may not write any more. */
  | { kind: 'interrupted' };

/**
 * Commits the intent, which is the lock on its issue, whoever's run it belongs to. With the lock held nobody else can
 * begin; what another run has ended since the issue was read would be lost, so that is looked for once more.
 *
 * @param askedAt monotonic time when the issue was asked for
 */
export async function beginWrite(
  { db, lease, run, clock }: RunContext,
  item: LedgerItem,
  intent: Intent,
  askedAt: number,
): Promise<Begun> {
  let attempt: number | null;
  try {
    attempt = await commitIntent(db, lease, item.position, intent);
  } catch (error) {
    if (isUniqueViolation(error)) return { kind: 'locked' };
    throw error;
  }
  if (attempt === null) return { kind: 'interrupted' };
  const sinceMs = await msSinceOtherWrite(db, run, item.issueId);
  // Both are ages as of the query, or a little more on our side: clocks of database and process never meet.
  if (sinceMs === null || sinceMs > clock.monotonic() - askedAt) return { kind: 'begun', attempt };
  await backToPlanned(db, lease, item.position, { unsent: true });
  return { kind: 'overtaken' };
}

/** How long ago another run ended a write of this issue, ms by database time; null if none has. */
async function msSinceOtherWrite(db: Database, run: RunIdentity, issueId: number): Promise<number | null> {
  const [row] = await db
    .select({
      ms: sql<number | string | null>`extract(epoch from now() - max(${runItems.endedAt})) * 1000`,
    })
    .from(runItems)
    .where(
      and(eq(runItems.spaceHost, run.spaceHost), eq(runItems.issueId, issueId), ne(runItems.runId, run.id)),
    );
  const ms = row?.ms ?? null;
  return ms === null ? null : Number(ms);
}
