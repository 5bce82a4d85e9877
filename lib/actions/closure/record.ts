import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { planItems, plans, runItems } from '@/lib/db/schema';
import { AppError } from '@/lib/errors';
import { storedItem, storedOperation, storedReason } from '@/lib/runs';
import type { ActionContext } from '../context';
import { defineAction } from '../define-action';
import { rowIdSchema } from '../row-id';
import { loadRun } from '../runs/load-run';
import { closureRecord, type RecordRow } from './closure-record';
import { closureRecordSchema } from './closure-schemas';
import { laterRuns } from './later-runs';
import { latestRows } from './latest-rows';

export const closureRecordAction = defineAction({
  name: 'closure.record',
  description:
    'The record of a milestone that was closed: how it stood, and what the run did with its issues, the next milestone, the report and the archive. Later runs that took up again what was not done, or took it back, are counted in.',
  access: 'read',
  surfaces: ['ui', 'assistant', 'mcp'],
  withoutBacklog: true,
  input: z.strictObject({ runId: rowIdSchema }),
  output: closureRecordSchema,
  run: async ({ ctx, input }) => {
    const { run, plan } = await loadRun(ctx, input.runId);
    const [row] = await ctx.db
      .select({ operation: plans.operation })
      .from(plans)
      .where(eq(plans.id, plan.id));
    const operation = storedOperation(row?.operation ?? null);
    if (operation?.kind !== 'closure') throw new AppError('NOT_FOUND');
    const [first, later] = await Promise.all([
      readRows(ctx, { runId: run.id, planId: plan.id }),
      laterRuns(ctx, run.id),
    ]);
    const rows = latestRows(first, later, operation.milestone.id);
    return { runId: run.id, ...closureRecord(operation, rows) };
  },
});

/** Every row of the plan, and what became of it in the run. */
async function readRows(
  { db }: ActionContext,
  { runId, planId }: { runId: string; planId: string },
): Promise<RecordRow[]> {
  const rows = await db
    .select({
      item: planItems.item,
      included: planItems.included,
      state: runItems.state,
      reason: runItems.reason,
      differs: runItems.differs,
      createdId: runItems.createdId,
    })
    .from(planItems)
    .leftJoin(runItems, and(eq(runItems.runId, runId), eq(runItems.position, planItems.position)))
    .where(eq(planItems.planId, planId))
    .orderBy(asc(planItems.position));
  return rows.map(({ item, included, state, reason, differs, createdId }) => ({
    item: storedItem(item, included),
    state,
    reason: storedReason({ reason, differs }).reason?.code ?? null,
    createdId,
  }));
}
