import { z } from 'zod';
import { defineAction } from '../define-action';
import { rowIdSchema } from '../row-id';
import { loadRun } from './load-run';
import { runDetailSchema } from './run-schemas';
import { runDetail } from './run-summary';

export const runsGet = defineAction({
  name: 'runs.get',
  description: 'How a run stands: outcomes so far, what is left, why it waits and until when.',
  access: 'read',
  surfaces: ['ui', 'assistant', 'mcp'],
  withoutBacklog: true,
  input: z.strictObject({ runId: rowIdSchema }),
  output: runDetailSchema,
  run: async ({ ctx, input }) => {
    const { run, plan } = await loadRun(ctx, input.runId);
    return runDetail(ctx, run, plan);
  },
});
