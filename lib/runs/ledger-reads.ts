import { and, asc, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db';
import { planItems, runItems, runs } from '@/lib/db/schema';
import type { LedgerItem, RunIdentity } from './ledger-item';
import { storedAnswer, storedImage, storedItem, storedParams, storedStepIntent } from './stored';

/** The stage under way and those before it: what may be begun. */
const reached = sql`${runItems.stage} <= (select ${runs.stage} from ${runs} where ${runs.id} = ${runItems.runId})`;

/** The project's items wait for the person, see `holdProject`. */
const held = sql`(select ${runs.heldProjects} from ${runs} where ${runs.id} = ${runItems.runId}) @> to_jsonb(${runItems.projectId})`;

/** Another run is writing the same issue; worded as the index `run_items_one_write`, which answers it. */
const locked = sql`exists (
  select 1 from ${runItems} o
  where o.space_host = ${runItems.spaceHost} and o.issue_id = ${runItems.issueId}
    and o.state = 'intent' and o.issue_id > 0 and o.run_id <> ${runItems.runId}
)`;

/** Items that may be begun now: of the stage under way, in plan order, none of a held project or a locked issue. */
export function plannedItems(db: Database, run: RunIdentity, limit: number): Promise<LedgerItem[]> {
  const which = sql`${eq(runItems.state, 'planned')} and ${reached} and not ${held} and not ${locked}`;
  return readItems(db, run, which, limit);
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
    .orderBy(asc(runItems.stage), asc(runItems.position))
    .limit(limit);
  return rows.map(({ item, plan: stored, settled: isSettled }) => {
    const plan = storedItem(stored, true);
    const open = item.state === 'intent';
    const isStep = plan.step !== undefined;
    return {
      position: item.position,
      issueId: item.issueId,
      issueKey: item.issueKey,
      attempt: item.attempt,
      plan,
      intent:
        open && !isStep
          ? {
              params: storedParams(item.params),
              before: storedImage(item.beforeImage),
              issueUpdated: item.issueUpdated ?? '',
              settled: isSettled,
              answer: item.answeredAt === null ? null : storedAnswer(item),
            }
          : null,
      stepIntent: open && isStep ? { ...storedStepIntent(item), settled: isSettled } : null,
    };
  });
}

/** What the side steps of a run have created: number of the step (negative) → id. */
export async function createdIds(db: Database, runId: string): Promise<Map<number, number>> {
  const rows = await db
    .select({ step: runItems.issueId, id: runItems.createdId })
    .from(runItems)
    .where(and(eq(runItems.runId, runId), eq(runItems.state, 'applied'), isNotNull(runItems.createdId)));
  return new Map(rows.flatMap(({ step, id }) => (id === null ? [] : [[step, id] as const])));
}

/**
 * How many items have not ended, how many of them may be begun or decided in the stage under way, how many are open
 * writes, and when the first of these may be decided.
 */
export async function openItems(
  db: Database,
  runId: string,
): Promise<{ left: number; leftInStage: number; intents: number; settleInMs: number | null }> {
  const [row] = await db
    .select({
      left: sql<number | string>`count(*)`,
      leftInStage: sql<number | string>`count(*) filter (where ${reached})`,
      intents: sql<number | string>`count(*) filter (where ${runItems.state} = 'intent')`,
      settleInMs: sql<number | string | null>`extract(epoch from min(${runItems.settleAt}) - now()) * 1000`,
    })
    .from(runItems)
    .where(and(eq(runItems.runId, runId), inArray(runItems.state, ['planned', 'intent'])));
  const settleInMs = row?.settleInMs ?? null;
  return {
    left: Number(row?.left ?? 0),
    leftInStage: Number(row?.leftInStage ?? 0),
    intents: Number(row?.intents ?? 0),
    settleInMs: settleInMs === null ? null : Number(settleInMs),
  };
}
