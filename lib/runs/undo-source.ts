import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { ItemToUndo } from '@/lib/bulk';
import type { Database } from '@/lib/db';
import { planItems, plans, runItems, runs } from '@/lib/db/schema';
import type { PlanRow } from './claim';
import { storedImage, storedItem, storedStepImage } from './stored';

/** What takes part in an undo: what was written, and what nobody knows of, so that it is said. */
const takePart = inArray(runItems.state, ['applied', 'unknown']);

/** The items of a run that an undo is about, in plan order. A side step has a negative id. */
export function undoCandidates(
  db: Database,
  runId: string,
): Promise<{ issueId: number; projectId: number; applied: boolean }[]> {
  return db
    .select({
      issueId: runItems.issueId,
      projectId: runItems.projectId,
      applied: sql<boolean>`${runItems.state} = 'applied'`,
    })
    .from(runItems)
    .where(and(eq(runItems.runId, runId), takePart))
    .orderBy(asc(runItems.position));
}

/** What a run did to these items (ids as in `undoCandidates`), in plan order. */
export async function itemsToUndo(
  db: Database,
  runId: string,
  ids: readonly number[],
): Promise<ItemToUndo[]> {
  const wanted = new Set(ids);
  const rows = await db
    .select({
      state: runItems.state,
      before: runItems.beforeImage,
      after: runItems.afterImage,
      plan: planItems.item,
    })
    .from(runItems)
    .innerJoin(runs, eq(runs.id, runItems.runId))
    .innerJoin(planItems, and(eq(planItems.planId, runs.planId), eq(planItems.position, runItems.position)))
    .where(and(eq(runItems.runId, runId), takePart))
    .orderBy(asc(runItems.position));
  return rows.flatMap((row): ItemToUndo[] => {
    const plan = storedItem(row.plan, true);
    if (!wanted.has(plan.issueId)) return [];
    const outcome = row.state === 'applied' ? 'applied' : 'unknown';
    const { step } = plan;
    if (step !== undefined) {
      const [before, after] = [row.before, row.after].map(orNull(storedStepImage));
      return [
        { kind: 'step', plan: { ...plan, step }, outcome, before: before ?? null, after: after ?? null },
      ];
    }
    const [before, after] = [row.before, row.after].map(orNull(storedImage));
    return [{ kind: 'issue', plan, outcome, before: before ?? null, after: after ?? null }];
  });
}

const orNull =
  <T>(read: (value: unknown) => T) =>
  (value: unknown): T | null =>
    value === null ? null : read(value);

/** What an undo cannot take back, counted in items of the run: comments that stand, and requests that told people. */
export interface UndoLimits {
  comments: number;
  notified: number;
}

/** @returns null for a plan that is no undo */
export async function undoLimits(db: Database, plan: PlanRow): Promise<UndoLimits | null> {
  if (plan.kind !== 'undo' || plan.sourceRunId === null) return null;
  const selected = sql`${runItems.issueId} in (
    select jsonb_array_elements_text(${plans.selection} -> 'ids')::int from ${plans} where ${plans.id} = ${plan.id}
  )`;
  const saying = (param: 'comment' | 'notifiedUserId') =>
    sql<number | string>`count(*) filter (where ${runItems.params} -> ${param}::text is not null)`;
  const [row] = await db
    .select({ comments: saying('comment'), notified: saying('notifiedUserId') })
    .from(runItems)
    .where(and(eq(runItems.runId, plan.sourceRunId), eq(runItems.state, 'applied'), selected));
  return { comments: Number(row?.comments ?? 0), notified: Number(row?.notified ?? 0) };
}
