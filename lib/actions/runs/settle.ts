import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { lookAgain, settleByHand } from '@/lib/runs';
import { defineAction } from '../define-action';
import { requireApprover } from '../permission';
import { rowIdSchema } from '../row-id';
import { loadRun, runKey } from './load-run';
import { runDetailSchema } from './run-schemas';
import { runDetail } from './run-summary';

export const runsSettle = defineAction({
  name: 'runs.settle',
  description:
    'Decides an item whose outcome is unknown: by reading issue and comments again, or by the word of a person who has looked at Backlog.',
  access: 'approve',
  surfaces: ['ui'],
  input: z.strictObject({
    runId: rowIdSchema,
    position: z.number().int().nonnegative(),
    as: z
      .enum(['lookAgain', 'applied', 'notApplied'])
      .describe('lookAgain: read again; the others: what the person has seen'),
  }),
  output: z.object({
    outcome: z
      .enum(['applied', 'conflict', 'rejected', 'unknown'])
      .describe('unknown: reading again could not decide it'),
    run: runDetailSchema,
  }),
  run: async ({ ctx, input }) => {
    requireApprover(ctx);
    const { runId, position, as } = input;
    const { run } = await loadRun(ctx, runId);
    const key = runKey(ctx, run.id);
    const by = { name: ctx.actor.userName, at: ctx.clock.now().toISOString() };
    const outcome =
      as === 'lookAgain'
        ? await lookAgain(ctx.db, ctx.backlog, key, position)
        : await settleByHand(ctx.db, key, position, { applied: as === 'applied', by });
    if (outcome === null) throw new AppError('ITEM_STATE');
    const after = await loadRun(ctx, runId);
    return { outcome, run: await runDetail(ctx, after.run, after.plan) };
  },
});
