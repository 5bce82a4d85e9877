import { z } from 'zod';
import { setRunPace } from '@/lib/runs';
import { defineAction } from '../define-action';
import { paceSchema } from '../plans/plan-schemas';
import { rowIdSchema } from '../row-id';
import { controlRun } from './define-run-control';
import { runDetailSchema } from './run-schemas';

export const runsSetPace = defineAction({
  name: 'runs.setPace',
  description: 'Changes how fast a run writes, from the next item on.',
  access: 'approve',
  surfaces: ['ui'],
  withoutBacklog: true,
  input: z.strictObject({ runId: rowIdSchema, pace: paceSchema }),
  output: runDetailSchema,
  run: ({ ctx, input }) => controlRun(ctx, input.runId, (db, key) => setRunPace(db, key, input.pace)),
});
