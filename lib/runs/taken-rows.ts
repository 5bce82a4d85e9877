import { and, eq } from 'drizzle-orm';
import { type PlanItem, withCreated } from '@/lib/bulk';
import type { Database } from '@/lib/db';
import { planItems, plans, runItems, runs } from '@/lib/db/schema';
import type { PlanRow } from './claim';
import { createdIds } from './ledger-reads';
import { storedFixes, storedItem } from './stored';

/** Longer chains of "once more" tell nothing new. */
const mostRuns = 20;

/**
 * Rows that ended in conflict in the run that a plan takes up, or in one which that run took up itself: their person has
 * been shown what others made of these issues, and wants the values of the row. By issue id; the latest run tells.
 */
export async function takenRows(db: Database, plan: PlanRow): Promise<Map<number, PlanItem>> {
  const taken = new Map<number, PlanItem>();
  let runId = plan.sourceRunId;
  for (let depth = 0; runId !== null && depth < mostRuns; depth += 1) {
    const source = await sourceOf(db, runId);
    for (const row of await conflictsOf(db, runId)) {
      if (!taken.has(row.issueId)) taken.set(row.issueId, withoutTakenBack(row, source?.fixes, plan.fixes));
    }
    runId = source?.sourceRunId ?? null;
  }
  return taken;
}

async function sourceOf(db: Database, runId: string) {
  const [source] = await db
    .select({ fixes: plans.fixes, sourceRunId: plans.sourceRunId })
    .from(runs)
    .innerJoin(plans, eq(plans.id, runs.planId))
    .where(eq(runs.id, runId));
  return source;
}

async function conflictsOf(db: Database, runId: string): Promise<PlanItem[]> {
  const rows = await db
    .select({ item: planItems.item })
    .from(runItems)
    .innerJoin(runs, eq(runs.id, runItems.runId))
    .innerJoin(planItems, and(eq(planItems.planId, runs.planId), eq(planItems.position, runItems.position)))
    .where(and(eq(runItems.runId, runId), eq(runItems.state, 'conflict')));
  if (rows.length === 0) return [];
  const created = await createdIds(db, runId);
  return rows.map(({ item }) => withCreated(storedItem(item, true), created));
}

/** A fix that was taken back since is no value of the person any more. */
function withoutTakenBack(row: PlanItem, before: unknown, now: unknown): PlanItem {
  const fieldsIn = (fixes: unknown) =>
    new Set<string>(
      storedFixes(fixes ?? []).flatMap(({ issueId, changes }) =>
        issueId === row.issueId ? changes.map(({ field }) => field) : [],
      ),
    );
  const left = fieldsIn(now);
  const gone = new Set([...fieldsIn(before)].filter((field) => !left.has(field)));
  return gone.size === 0 ? row : { ...row, diffs: row.diffs.filter(({ field }) => !gone.has(field)) };
}
