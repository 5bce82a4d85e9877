import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { PlanItem } from '@/lib/bulk';
import type { Database } from '@/lib/db';
import { planItems, plans, runItems } from '@/lib/db/schema';
import { storedItem } from './stored';

const rowsPerInsert = 500;

/** Stores the rows of a plan. Runs inside the caller's transaction. */
export async function insertItems(db: Database, planId: string, items: readonly PlanItem[]): Promise<void> {
  for (let start = 0; start < items.length; start += rowsPerInsert) {
    const rows = items.slice(start, start + rowsPerInsert).map((item, index) => ({
      planId,
      position: start + index,
      issueId: item.issueId,
      stage: item.stage ?? 0,
      pile: item.pile,
      included: item.included,
      item,
    }));
    await db.insert(planItems).values(rows);
  }
}

/** All rows of a plan, in plan order. */
export async function loadPlanItems(db: Database, planId: string): Promise<PlanItem[]> {
  const rows = await db
    .select({ item: planItems.item, included: planItems.included })
    .from(planItems)
    .where(eq(planItems.planId, planId))
    .orderBy(asc(planItems.position));
  return rows.map((row) => storedItem(row.item, row.included));
}

/** Issues that a plan has rows of, whatever becomes of them. */
export async function loadIssueIds(db: Database, planId: string): Promise<Set<number>> {
  const rows = await db
    .select({ issueId: planItems.issueId })
    .from(planItems)
    .where(eq(planItems.planId, planId));
  return new Set(rows.map((row) => row.issueId));
}

/** Copies the rows of a plan to its next revision, `included` as given. Runs inside the caller's transaction. */
export async function copyItems(
  db: Database,
  from: string,
  to: string,
  included: ReadonlySet<number>,
): Promise<void> {
  await db.insert(planItems).select(
    db
      .select({
        planId: sql<string>`${to}::uuid`.as('plan_id'),
        position: planItems.position,
        issueId: planItems.issueId,
        stage: planItems.stage,
        pile: planItems.pile,
        included: sql<boolean>`false`.as('included'),
        item: planItems.item,
      })
      .from(planItems)
      .where(eq(planItems.planId, from)),
  );
  const ids = [...included];
  for (let start = 0; start < ids.length; start += 5_000) {
    await db
      .update(planItems)
      .set({ included: true })
      .where(and(eq(planItems.planId, to), inArray(planItems.issueId, ids.slice(start, start + 5_000))));
  }
}

/** The ledger of a new run: one row per included row of its plan. Runs inside the caller's transaction. */
export async function insertRunItems(db: Database, runId: string, planId: string): Promise<void> {
  // Raw, because the builder wants every column of the table, and the ledger's defaults are the point here.
  await db.execute(sql`
    insert into ${runItems} (run_id, position, space_host, issue_id, issue_key, project_id, summary, stage, state)
    select ${runId}::uuid, i.position, p.space_host, i.issue_id, i.item ->> 'issueKey',
      (i.item ->> 'projectId')::int, i.item ->> 'summary', i.stage, 'planned'
    from ${planItems} i join ${plans} p on p.id = i.plan_id
    where i.plan_id = ${planId}::uuid and i.included`);
}
