import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { plans } from '@/lib/db/schema';
import { AppError } from '@/lib/errors';
import { defineAction } from '../define-action';
import { requireWriter } from '../permission';
import { rowIdSchema } from '../row-id';
import { writeAudit } from '../write-audit';
import { loadPlan } from './load-plan';
import { planSummarySchema } from './plan-schemas';
import { planSummary } from './plan-summary';

export const plansDiscard = defineAction({
  name: 'plans.discard',
  description: 'Throws a plan away, also while it is being made. Nothing of it can be approved any more.',
  access: 'plan',
  surfaces: ['ui', 'assistant', 'mcp'],
  input: z.strictObject({ planId: rowIdSchema }),
  output: planSummarySchema,
  run: async ({ ctx, input }) => {
    requireWriter(ctx);
    const discarded = await ctx.db.transaction(async (tx) => {
      const plan = await loadPlan(tx, ctx, input.planId, { lock: true });
      if (plan.state === 'approved') throw new AppError('PLAN_ALREADY_RUN');
      if (plan.state === 'superseded')
        throw new AppError('PLAN_CHANGED', { supersededBy: plan.supersededBy });
      if (plan.state === 'discarded') return plan;
      const [row] = await tx
        .update(plans)
        .set({ state: 'discarded', leaseOwner: null, leaseUntil: null })
        .where(and(eq(plans.id, plan.id), inArray(plans.state, ['drafting', 'ready', 'failed'])))
        .returning();
      await writeAudit(tx, ctx, { event: 'plan.discarded', subjectId: plan.id, data: {} });
      return row ?? plan;
    });
    return planSummary(ctx, discarded);
  },
});
