import { and, eq, lt } from 'drizzle-orm';
import type { Closure, Operation } from '@/lib/bulk';
import type { Database } from '@/lib/db';
import { planItems, runItems } from '@/lib/db/schema';
import { type PlanRow, storedItem, storedOperation } from '@/lib/runs';

/**
 * The operation of a run for issues that are planned once more: the same decisions. A closure goes on from where its
 * run got: the milestone that the run has created is there by now, the report is not written twice, and the archive is
 * still to be done if the run was to do it and did not.
 *
 * @returns null for a plan that is no operation
 */
export async function operationAgain(
  db: Database,
  run: { id: string },
  plan: PlanRow,
): Promise<Operation | null> {
  const operation = storedOperation(plan.operation);
  return operation?.kind === 'closure' ? closureAgain(db, run, plan, operation) : operation;
}

async function closureAgain(
  db: Database,
  run: { id: string },
  plan: PlanRow,
  closure: Closure,
): Promise<Closure> {
  const rows = await db
    .select({ state: runItems.state, createdId: runItems.createdId, item: planItems.item })
    .from(runItems)
    .innerJoin(planItems, and(eq(planItems.planId, plan.id), eq(planItems.position, runItems.position)))
    .where(and(eq(runItems.runId, run.id), lt(runItems.issueId, 0)));
  const steps = rows.map(({ item, ...end }) => ({ ...end, step: storedItem(item, true).step }));
  const archive = steps.find(({ step }) => step?.kind === 'archiveMilestone');
  const made = steps.find(({ step, createdId }) => step?.kind === 'createMilestone' && createdId !== null);
  return {
    ...closure,
    // The record of the closing is the one of the first run: what is left of the milestone by now would tell less.
    snapshot: null,
    next: nextOf(closure, made?.createdId ?? null),
    report: { wiki: null, comment: null },
    archive: archive !== undefined && archive.state !== 'applied' && archive.state !== 'unchanged',
  };
}

function nextOf({ next }: Closure, createdId: number | null): Closure['next'] {
  if (next?.kind !== 'new' || createdId === null) return next;
  return { kind: 'existing', milestone: { id: createdId, label: next.name } };
}
