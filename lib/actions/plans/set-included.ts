import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { setIncluded } from '@/lib/bulk';
import { plans } from '@/lib/db/schema';
import { AppError } from '@/lib/errors';
import { contentOf, copyItems, insertRevision, loadPlanItems, storedChanges } from '@/lib/runs';
import { defineAction } from '../define-action';
import { requireWriter } from '../permission';
import { rowIdSchema } from '../row-id';
import { writeAudit } from '../write-audit';
import { loadPlan, requireReady } from './load-plan';
import { planSummarySchema } from './plan-schemas';
import { planSummary } from './plan-summary';

const issueIds = z.array(z.number().int()).max(10_000).describe('Issue ids; negative ids of side steps');

export const plansSetIncluded = defineAction({
  name: 'plans.setIncluded',
  description:
    'Leaves rows out of a plan or takes them in. The result is a new revision with its own id and digest.',
  access: 'plan',
  surfaces: ['ui', 'assistant', 'mcp'],
  input: z.strictObject({
    planId: rowIdSchema,
    digest: z.string().max(100).describe('Digest of the revision that is on screen'),
    include: issueIds,
    exclude: issueIds.describe('Wins where an id stands in both lists'),
  }),
  output: planSummarySchema,
  run: async ({ ctx, input }) => {
    requireWriter(ctx);
    const revision = await ctx.db.transaction(async (tx) => {
      const plan = await loadPlan(tx, ctx, input.planId, { lock: true });
      requireReady(plan, ctx.clock.now());
      if (plan.digest !== input.digest) throw new AppError('PLAN_CHANGED');
      const before = await loadPlanItems(tx, plan.id);
      const items = setIncluded(before, input);
      if (items.every((item, index) => item.included === before[index]?.included)) return plan;
      const row = await insertRevision(tx, plan, contentOf(plan, items, storedChanges(plan.changes)));
      const included = new Set(items.flatMap((item) => (item.included ? [item.issueId] : [])));
      await copyItems(tx, plan.id, row.id, included);
      await tx.update(plans).set({ state: 'superseded', supersededBy: row.id }).where(eq(plans.id, plan.id));
      const data = { number: row.number, revision: row.revision, includedCount: row.includedCount };
      await writeAudit(tx, ctx, { event: 'plan.revised', subjectId: row.id, data });
      return row;
    });
    return planSummary(ctx, revision);
  },
});
