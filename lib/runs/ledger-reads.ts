import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db';
import { planItems, runItems } from '@/lib/db/schema';
import type { LedgerItem, RunIdentity } from './ledger-item';
import { storedImage, storedItem, storedParams } from './stored';

/** Items that are not begun, in plan order. */
export function plannedItems(db: Database, run: RunIdentity, limit: number): Promise<LedgerItem[]> {
  return readItems(db, run, eq(runItems.state, 'planned'), limit);
}

/** Open writes that may be decided by now: left by a crash, or with their settling time over. */
export function dueIntents(db: Database, run: RunIdentity, limit: number): Promise<LedgerItem[]> {
  const due = sql`${runItems.state} = 'intent' and (${runItems.settleAt} is null or ${runItems.settleAt} <= now())`;
  return readItems(db, run, due, limit);
}

async function readItems(db: Database, run: RunIdentity, which: SQL, limit: number): Promise<LedgerItem[]> {
  const settled = sql<boolean>`${runItems.settleAt} is not null and ${runItems.settleAt} <= now()`;
  const rows = await db
    .select({ item: runItems, plan: planItems.item, settled })
    .from(runItems)
    .innerJoin(planItems, and(eq(planItems.planId, run.planId), eq(planItems.position, runItems.position)))
    .where(and(eq(runItems.runId, run.id), which))
    .orderBy(asc(runItems.position))
    .limit(limit);
  return rows.map(({ item, plan, settled: isSettled }) => ({
    position: item.position,
    issueId: item.issueId,
    issueKey: item.issueKey,
    attempt: item.attempt,
    plan: storedItem(plan, true),
    intent:
      item.state === 'intent'
        ? {
            params: storedParams(item.params),
            before: storedImage(item.beforeImage),
            issueUpdated: item.issueUpdated ?? '',
            settled: isSettled,
          }
        : null,
  }));
}

/** How many items have not ended, how many of them are open writes, and when the first of these may be decided. */
export async function openItems(
  db: Database,
  runId: string,
): Promise<{ left: number; intents: number; settleInMs: number | null }> {
  const [row] = await db
    .select({
      left: sql<number | string>`count(*)`,
      intents: sql<number | string>`count(*) filter (where ${runItems.state} = 'intent')`,
      settleInMs: sql<number | string | null>`extract(epoch from min(${runItems.settleAt}) - now()) * 1000`,
    })
    .from(runItems)
    .where(and(eq(runItems.runId, runId), inArray(runItems.state, ['planned', 'intent'])));
  const settleInMs = row?.settleInMs ?? null;
  return {
    left: Number(row?.left ?? 0),
    intents: Number(row?.intents ?? 0),
    settleInMs: settleInMs === null ? null : Number(settleInMs),
  };
}
