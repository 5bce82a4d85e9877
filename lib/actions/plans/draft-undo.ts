import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { hasEnded, type Selection, undoCandidates } from '@/lib/runs';
import { defineAction } from '../define-action';
import { requireWriter } from '../permission';
import { rowIdSchema } from '../row-id';
import { loadRun } from '../runs/load-run';
import { beginPlan } from './begin-plan';
import { planSummarySchema } from './plan-schemas';
import { planSummary } from './plan-summary';

export const plansDraftUndo = defineAction({
  name: 'plans.draftUndo',
  description:
    'Makes the plan that takes a run back: what the run wrote and nobody has changed since gets its value from before. Comments and notifications cannot be taken back. Writes nothing to Backlog; a person has to approve the plan.',
  access: 'plan',
  surfaces: ['ui', 'assistant', 'mcp'],
  input: z.strictObject({
    runId: rowIdSchema,
    issueIds: z
      .array(z.number().int())
      .min(1)
      .max(10_000)
      .optional()
      .describe('Only these items of the run, negative ids for side steps; left out: all of them'),
  }),
  output: planSummarySchema,
  run: async ({ ctx, input }) => {
    requireWriter(ctx);
    const { run } = await loadRun(ctx, input.runId);
    if (!hasEnded(run.state)) throw new AppError('RUN_STATE', { state: run.state });
    const all = await undoCandidates(ctx.db, run.id);
    const wanted = input.issueIds === undefined ? null : new Set(input.issueIds);
    const items = wanted === null ? all : all.filter((item) => wanted.has(item.issueId));
    if (!items.some((item) => item.applied)) throw new AppError('NOTHING_TO_UNDO');
    const selection: Selection = {
      kind: 'ids',
      ids: items.map((item) => item.issueId),
      projectIds: [...new Set(items.map((item) => item.projectId))],
    };
    const plan = await beginPlan(ctx, {
      kind: 'undo',
      sourceRunId: run.id,
      selection,
      totalCount: items.length,
      changes: [],
      title: run.title,
    });
    return planSummary(ctx, plan);
  },
});
