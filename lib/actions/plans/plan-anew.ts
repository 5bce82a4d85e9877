import { ownRowCount, type RowFix } from '@/lib/bulk';
import { type PlanRow, type Selection, selectionSchema, storedChanges, storedOperation } from '@/lib/runs';
import type { ActionContext } from '../context';
import { beginPlan } from './begin-plan';

/**
 * The next revision of a plan, from what Backlog shows now.
 * @throws AppError as `beginPlan`
 */
export async function planAnew(ctx: ActionContext, plan: PlanRow, fixes: RowFix[]): Promise<PlanRow> {
  const selection = unseen(selectionSchema.parse(plan.selection));
  const operation = storedOperation(plan.operation);
  const selected =
    selection.kind === 'ids' ? selection.ids.length : await ctx.backlog.issues.count(selection.query);
  const added = fixes.filter((fix) => fix.adds).length;
  const totalCount = selected + added + (operation === null ? 0 : ownRowCount(operation));
  const { title, kind, sourceRunId } = plan;
  return beginPlan(ctx, {
    selection,
    totalCount,
    title,
    kind,
    sourceRunId,
    fixes,
    changes: storedChanges(plan.changes),
    operation,
    revisionOf: plan,
  });
}

/** What is read now is what the person sees: nothing has changed "since". */
function unseen(selection: Selection): Selection {
  if (selection.kind === 'allMatching') return selection;
  const { kind, ids, projectIds } = selection;
  return { kind, ids, projectIds };
}
