import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { type Selection, selectionSchema, storedChanges } from '@/lib/runs';
import { defineAction } from '../define-action';
import { requireWriter } from '../permission';
import { rowIdSchema } from '../row-id';
import { beginPlan } from './begin-plan';
import { loadPlan } from './load-plan';
import { planSummarySchema } from './plan-schemas';
import { planSummary } from './plan-summary';

export const plansRefresh = defineAction({
  name: 'plans.refresh',
  description:
    'Plans the same changes anew from what Backlog shows now. The result is a new revision; rows that were left out stay out.',
  access: 'plan',
  surfaces: ['ui', 'assistant', 'mcp'],
  input: z.strictObject({ planId: rowIdSchema }),
  output: planSummarySchema,
  run: async ({ ctx, input }) => {
    requireWriter(ctx);
    const plan = await loadPlan(ctx.db, ctx, input.planId);
    if (plan.state === 'drafting') throw new AppError('PLAN_NOT_READY', { state: plan.state });
    if (plan.state === 'approved') throw new AppError('PLAN_ALREADY_RUN');
    if (plan.state === 'discarded') throw new AppError('PLAN_DISCARDED');
    if (plan.state === 'superseded') throw new AppError('PLAN_CHANGED', { supersededBy: plan.supersededBy });
    const selection = unseen(selectionSchema.parse(plan.selection));
    const totalCount =
      selection.kind === 'ids' ? selection.ids.length : await ctx.backlog.issues.count(selection.query);
    const changes = storedChanges(plan.changes);
    const { title, kind, sourceRunId } = plan;
    return planSummary(
      ctx,
      await beginPlan(ctx, { selection, totalCount, changes, title, kind, sourceRunId, revisionOf: plan }),
    );
  },
});

/** What is read now is what the person sees: nothing has changed "since". */
function unseen(selection: Selection): Selection {
  if (selection.kind === 'allMatching') return selection;
  const { kind, ids, projectIds } = selection;
  return { kind, ids, projectIds };
}
