import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { RowFix } from '@/lib/bulk';
import { runItems } from '@/lib/db/schema';
import { AppError } from '@/lib/errors';
import { type PlanRow, storedChanges, storedFixes } from '@/lib/runs';
import type { ActionContext } from '../context';
import { defineAction } from '../define-action';
import { joinedProjects } from '../issues/joined-projects';
import { requireWriter } from '../permission';
import { rowIdSchema } from '../row-id';
import { loadRun } from '../runs/load-run';
import { beginPlan } from './begin-plan';
import { loadPlan } from './load-plan';
import { operationAgain } from './operation-again';
import { planSummarySchema } from './plan-schemas';
import { planSummary } from './plan-summary';

export const plansDraftAgain = defineAction({
  name: 'plans.draftAgain',
  description:
    'Makes a new plan of the changes of a run for issues that it did not update, from what Backlog shows now: the same changes, or the same operation with the same decisions. Writes nothing to Backlog; a person has to approve the plan.',
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
    const { run } = await loadRun(ctx, input.runId);
    const plan = await loadPlan(ctx.db, ctx, run.planId);
    if (plan.kind === 'undo') throw new AppError('PLAN_KIND');
    const ids = await notUpdated(ctx, run.id, input.issueIds);
    // An issue may have been moved: it is looked for wherever the person may look.
    const projects = await joinedProjects(ctx.backlog, ctx.clock.now().getTime());
    const fixes = fixesOf(plan, ids);
    const added = new Set(fixes.flatMap((fix) => (fix.adds ? [fix.issueId] : [])));
    const selection = {
      kind: 'ids' as const,
      ids: ids.filter((id) => !added.has(id)),
      projectIds: projects.map(({ id }) => id),
    };
    const wanted = {
      kind: plan.kind,
      operation: await operationAgain(ctx.db, run, plan),
      changes: storedChanges(plan.changes),
      fixes,
      selection,
      totalCount: ids.length,
      title: run.title,
      sourceRunId: run.id,
    };
    return planSummary(ctx, await beginPlan(ctx, wanted));
  },
});

/** What the person added for these issues. Those that took part because of it do so again. */
function fixesOf(plan: PlanRow, ids: readonly number[]): RowFix[] {
  const wanted = new Set(ids);
  return storedFixes(plan.fixes).filter((fix) => wanted.has(fix.issueId));
}

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
