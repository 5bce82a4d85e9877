import { z } from 'zod';
import type { Database } from '@/lib/db';
import { AppError } from '@/lib/errors';
import type { RunKey } from '@/lib/runs';
import type { ActionContext } from '../context';
import { defineAction } from '../define-action';
import { requireApprover } from '../permission';
import { rowIdSchema } from '../row-id';
import { loadRun, runKey } from './load-run';
import { type RunDetail, runDetailSchema } from './run-schemas';
import { runDetail } from './run-summary';

/**
 * Changes a run and tells the worker at once.
 * @param apply answers false when the state of the run does not allow it
 * @throws AppError FORBIDDEN, NOT_FOUND, RUN_STATE
 */
export async function controlRun(
  ctx: ActionContext,
  runId: string,
  apply: (db: Database, key: RunKey) => Promise<boolean>,
): Promise<RunDetail> {
  requireApprover(ctx);
  const { run } = await loadRun(ctx, runId);
  if (!(await apply(ctx.db, runKey(ctx, run.id)))) throw new AppError('RUN_STATE', { state: run.state });
  ctx.wake();
  const after = await loadRun(ctx, runId);
  return runDetail(ctx, after.run, after.plan);
}

/** A verb that changes the state of one run. Like approving, it is for people only. */
export function defineRunControl(control: {
  name: string;
  description: string;
  apply: (db: Database, key: RunKey) => Promise<boolean>;
}) {
  return defineAction({
    name: control.name,
    description: control.description,
    access: 'approve',
    surfaces: ['ui'],
    withoutBacklog: true,
    input: z.strictObject({ runId: rowIdSchema }),
    output: runDetailSchema,
    run: ({ ctx, input }) => controlRun(ctx, input.runId, control.apply),
  });
}
