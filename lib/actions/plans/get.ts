import { z } from 'zod';
import { loadPlanItems } from '@/lib/runs';
import { defineAction } from '../define-action';
import { rowIdSchema } from '../row-id';
import { loadPlan } from './load-plan';
import { planDetailSchema } from './plan-schemas';
import { planSummary } from './plan-summary';

export const plansGet = defineAction({
  name: 'plans.get',
  description: 'A plan with all its rows: per issue the fields before and after, warnings and obstacles.',
  access: 'read',
  surfaces: ['ui', 'assistant', 'mcp'],
  input: z.strictObject({ planId: rowIdSchema }),
  output: planDetailSchema,
  run: async ({ ctx, input }) => {
    const plan = await loadPlan(ctx.db, ctx, input.planId);
    const [summary, items] = await Promise.all([planSummary(ctx, plan), loadPlanItems(ctx.db, plan.id)]);
    return { ...summary, items };
  },
});
