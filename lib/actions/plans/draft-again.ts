import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { runItems } from '@/lib/db/schema';
import { AppError } from '@/lib/errors';
import { storedChanges } from '@/lib/runs';
import type { ActionContext } from '../context';
import { defineAction } from '../define-action';
import { joinedProjects } from '../issues/joined-projects';
import { requireWriter } from '../permission';
import { rowIdSchema } from '../row-id';
import { loadRun } from '../runs/load-run';
import { beginPlan } from './begin-plan';
import { planSummarySchema } from './plan-schemas';
import { planSummary } from './plan-summary';

export const plansDraftAgain = defineAction({
  name: 'plans.draftAgain',
  description:
    'Makes a new plan of the changes of a run for issues that it did not update, from what Backlog shows now. Writes nothing to Backlog; a person has to approve the plan.',
  access: 'plan',
  surfaces: ['ui', 'assistant', 'mcp'],
  input: z.strictObject({
    runId: rowIdSchema,
    issueIds: z
      .array(z.number().int().nonnegative())
      .min(1)
      .max(10_000)
      .describe('Issues of the run that ended in conflict, failed or were cancelled'),
  }),
  output: planSummarySchema,
  run: async ({ ctx, input }) => {
    requireWriter(ctx);
    const { run, plan } = await loadRun(ctx, input.runId);
    if (plan.kind === 'undo') throw new AppError('PLAN_KIND');
    const ids = await notUpdated(ctx, run.id, input.issueIds);
    // An issue may have been moved: it is looked for wherever the person may look.
    const projects = await joinedProjects(ctx.backlog, ctx.clock.now().getTime());
    const selection = { kind: 'ids' as const, ids, projectIds: projects.map(({ id }) => id) };
    const changes = storedChanges(plan.changes);
    const { title } = run;
    const wanted = { selection, totalCount: ids.length, changes, title, sourceRunId: run.id };
    return planSummary(ctx, await beginPlan(ctx, wanted));
  },
});

/** The wanted issues in plan order. @throws AppError BAD_INPUT for one that the run updated, or may have */
async function notUpdated(
  { db }: ActionContext,
  runId: string,
  wanted: readonly number[],
): Promise<number[]> {
  const unique = [...new Set(wanted)];
  const rows = await db
    .select({ issueId: runItems.issueId })
    .from(runItems)
    .where(
      and(
        eq(runItems.runId, runId),
        inArray(runItems.issueId, unique),
        inArray(runItems.state, ['conflict', 'rejected', 'cancelled']),
      ),
    )
    .orderBy(runItems.position);
  if (rows.length < unique.length) throw new AppError('BAD_INPUT', { field: 'issueIds' });
  return rows.map(({ issueId }) => issueId);
}
