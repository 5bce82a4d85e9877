import { and, eq, sql } from 'drizzle-orm';
import { saidKey } from '@/lib/bulk';
import type { Database } from '@/lib/db';
import { planItems, plans, runItems, runs } from '@/lib/db/schema';
import type { PlanRow } from './claim';
import { storedOperation } from './stored';

/**
 * Where this person's earlier runs of the same operation made the comment of this plan, and about which due date: the
 * comment of an overdue marking may be its only mark. Comments are told apart by what was typed, not by the days that
 * were put into them. They cannot be taken back, so an undone run counts as well.
 */
export async function alreadySaid(db: Database, plan: PlanRow): Promise<Set<string>> {
  const operation = storedOperation(plan.operation);
  const comment = operation?.kind === 'overdue' ? operation.mark.comment : null;
  if (comment === null) return new Set();
  const rows = await db
    .selectDistinct({
      issueId: runItems.issueId,
      dueDate: sql<string | null>`${planItems.item} #>> '{current,dueDate}'`,
    })
    .from(runItems)
    .innerJoin(runs, eq(runs.id, runItems.runId))
    .innerJoin(plans, eq(plans.id, runs.planId))
    .innerJoin(planItems, and(eq(planItems.planId, plans.id), eq(planItems.issueId, runItems.issueId)))
    .where(
      and(
        eq(plans.spaceHost, plan.spaceHost),
        eq(plans.userId, plan.userId),
        eq(plans.kind, 'overdue'),
        eq(runItems.state, 'applied'),
        sql`${plans.operation} #>> '{mark,comment}' = ${comment}`,
        sql`${runItems.params} ->> 'comment' is not null`,
      ),
    );
  return new Set(rows.map((row) => saidKey(row.issueId, row.dueDate)));
}
