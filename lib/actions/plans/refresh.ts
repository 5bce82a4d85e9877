import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { storedFixes } from '@/lib/runs';
import { defineAction } from '../define-action';
import { requireWriter } from '../permission';
import { rowIdSchema } from '../row-id';
import { loadPlan } from './load-plan';
import { planAnew } from './plan-anew';
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
    return planSummary(ctx, await planAnew(ctx, plan, storedFixes(plan.fixes)));
  },
});
