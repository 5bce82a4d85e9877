import { z } from 'zod';
import { addFixes, isSilent, takeBackFixes } from '@/lib/bulk';
import { AppError } from '@/lib/errors';
import { loadIssueIds, storedFixes } from '@/lib/runs';
import { defineAction } from '../define-action';
import { requireWriter } from '../permission';
import { rowIdSchema } from '../row-id';
import { loadPlan, requireReady } from './load-plan';
import { planAnew } from './plan-anew';
import { fixGroupSchema, fixRemovalSchema, planSummarySchema } from './plan-schemas';
import { planSummary } from './plan-summary';

/** As many as a plan may have rows. */
const mostFixes = 10_000;

export const plansFix = defineAction({
  name: 'plans.fix',
  description:
    'Adds changes for single issues to a plan, for example what puts a warning right, or takes such changes back. The result is a new revision, made from what Backlog shows now. Writes nothing to Backlog.',
  access: 'plan',
  surfaces: ['ui', 'assistant', 'mcp'],
  input: z
    .strictObject({
      planId: rowIdSchema,
      digest: z.string().max(100).describe('Digest of the revision that is on screen'),
      fixes: z
        .array(fixGroupSchema)
        .max(mostFixes)
        .describe('A later change of a field takes the place of an earlier one'),
      takeBack: z.array(fixRemovalSchema).max(mostFixes).describe('Comes before what is added'),
    })
    .refine(({ fixes, takeBack }) => fixes.length + takeBack.length > 0, { message: 'nothing to do' }),
  output: planSummarySchema,
  run: async ({ ctx, input }) => {
    requireWriter(ctx);
    const plan = await loadPlan(ctx.db, ctx, input.planId);
    requireReady(plan, ctx.clock.now());
    if (plan.digest !== input.digest) throw new AppError('PLAN_CHANGED');
    // An undo restores what was: there is nothing to add to it.
    if (plan.kind === 'undo') throw new AppError('PLAN_KIND');
    const left = takeBackFixes(storedFixes(plan.fixes), input.takeBack);
    const fixes = addFixes(left, input.fixes, await loadIssueIds(ctx.db, plan.id));
    if (fixes.length > mostFixes) throw new AppError('TOO_LARGE', { what: 'fixes', limit: mostFixes });
    // Being told is no change: no issue joins a plan for it.
    if (fixes.some((fix) => fix.adds && isSilent(fix.changes))) {
      throw new AppError('BAD_INPUT', { field: 'fixes' });
    }
    return planSummary(ctx, await planAnew(ctx, plan, fixes));
  },
});
