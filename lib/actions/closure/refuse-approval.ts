import { and, eq, lt, or, sql } from 'drizzle-orm';
import type { Closure } from '@/lib/bulk';
import type { Database } from '@/lib/db';
import { planItems } from '@/lib/db/schema';
import { type AppError, isAppError } from '@/lib/errors';
import { type PlanRow, storedItem, storedOperation } from '@/lib/runs';
import type { ActionContext } from '../context';
import { requireFreeName, requireUsable } from './check-closure';
import { refuseUnderWay } from './closure-under-way';

/**
 * What is in the way of a plan that closes a milestone, as Backlog shows the milestones right now: one read, none for
 * any other plan. What the plan itself says already, as of a milestone that was archived before the plan was made, is
 * no obstacle.
 *
 * @returns MILESTONE_GONE, MILESTONE_ARCHIVED or MILESTONE_NAME_TAKEN; null when nothing is in the way
 * @throws BacklogError
 */
export async function milestoneObstacle(
  { db, backlog }: ActionContext,
  plan: PlanRow,
): Promise<AppError | null> {
  const closure = closureOf(plan);
  if (closure === null) return null;
  const [needed, versions] = await Promise.all([
    neededOf(db, plan, closure),
    backlog.projects.versions(closure.projectId),
  ]);
  const { milestone, next } = closure;
  try {
    if (needed.milestone) requireUsable(versions, milestone);
    if (needed.next && next?.kind === 'existing') requireUsable(versions, next.milestone);
    if (needed.next && next?.kind === 'new') requireFreeName(versions, next.name);
    return null;
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
}

/** Whether a plan goes by both milestones as they were when it was made. */
async function neededOf(
  db: Database,
  plan: PlanRow,
  { next }: Closure,
): Promise<{ milestone: boolean; next: boolean }> {
  const putOn =
    next?.kind === 'existing'
      ? sql`${planItems.item} -> 'params' -> 'milestoneId' @> ${JSON.stringify([next.milestone.id])}::jsonb`
      : undefined;
  const rows = await db
    .select({ item: planItems.item, pile: planItems.pile, included: planItems.included })
    .from(planItems)
    .where(and(eq(planItems.planId, plan.id), or(lt(planItems.issueId, 0), putOn)));
  const items = rows.map(({ item, pile, included }) => ({ ...storedItem(item, included), pile }));
  const archive = items.find(({ step }) => step?.kind === 'archiveMilestone');
  return {
    // A row without effect, or one that is blocked, says how the milestone stands. What takes up a run moves issues alone.
    milestone: archive === undefined ? plan.sourceRunId === null : archive.pile === 'change',
    next: items.some(
      ({ included, step, warnings }) =>
        included &&
        (step === undefined
          ? !warnings.some(({ code }) => code === 'MILESTONE_ARCHIVED')
          : step.kind === 'createMilestone'),
    ),
  };
}

/**
 * Keeps a second run from closing a milestone while another one is at it. Of two approvals at the same moment one waits
 * here until the other is stored. A plan that takes up a run may go on while its person's runs wait for them.
 *
 * @param tx the transaction that stores the run
 * @throws AppError CLOSURE_UNDER_WAY
 */
export async function refuseSecondClosing(
  tx: Database,
  { actor }: ActionContext,
  plan: PlanRow,
): Promise<void> {
  const closure = closureOf(plan);
  if (closure === null) return;
  const key = `closure ${actor.spaceHost} ${closure.milestone.id}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${key}))`);
  await refuseUnderWay({ db: tx, actor }, closure, { paused: plan.sourceRunId === null });
}

function closureOf(plan: PlanRow): Closure | null {
  const operation = storedOperation(plan.operation);
  return operation?.kind === 'closure' ? operation : null;
}
