import { and, asc, desc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { PlanItem } from '@/lib/bulk';
import { planItems, runItems } from '@/lib/db/schema';
import { itemStates, storedItem, storedParams, storedReason } from '@/lib/runs';
import type { ActionContext } from '../context';
import { defineAction } from '../define-action';
import { rowIdSchema } from '../row-id';
import { loadRun } from './load-run';
import { type RunItem, runItemSchema } from './run-schemas';

const input = z.strictObject({
  runId: rowIdSchema,
  states: z.array(z.enum(itemStates)).max(itemStates.length).default([]).describe('Empty means all'),
  order: z
    .enum(['plan', 'newest'])
    .default('plan')
    .describe('plan: as in the plan; newest: those that ended last first, others left out'),
  endedAfter: z.iso.datetime().optional().describe('Only items that ended after this instant'),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(10_000).default(200),
  diffs: z
    .boolean()
    .default(false)
    .describe('With what was approved for each issue, and what was sent beside values'),
});

export const runsItems = defineAction({
  name: 'runs.items',
  description: 'Items of a run with their outcomes and reasons.',
  access: 'read',
  surfaces: ['ui', 'assistant', 'mcp'],
  withoutBacklog: true,
  input,
  output: z.object({
    items: z.array(runItemSchema),
    total: z.number().describe('Items that match, beyond this page too'),
  }),
  run: async ({ ctx, input: wanted }) => {
    const { run, plan } = await loadRun(ctx, wanted.runId);
    return readItems(ctx, { runId: run.id, planId: plan.id }, wanted);
  },
});

async function readItems(
  { db }: ActionContext,
  of: { runId: string; planId: string },
  wanted: z.output<typeof input>,
): Promise<{ items: RunItem[]; total: number }> {
  const newest = wanted.order === 'newest';
  const where = and(
    eq(runItems.runId, of.runId),
    wanted.states.length === 0 ? undefined : inArray(runItems.state, wanted.states),
    newest ? isNotNull(runItems.endedAt) : undefined,
    wanted.endedAfter === undefined ? undefined : gt(runItems.endedAt, new Date(wanted.endedAfter)),
  );
  const [matching] = await db.select({ n: sql<number | string>`count(*)` }).from(runItems).where(where);
  const rows = await db
    .select({ item: runItems, plan: wanted.diffs ? planItems.item : sql<null>`null` })
    .from(runItems)
    .innerJoin(planItems, and(eq(planItems.planId, of.planId), eq(planItems.position, runItems.position)))
    .where(where)
    .orderBy(...(newest ? [desc(runItems.endedAt), desc(runItems.position)] : [asc(runItems.position)]))
    .limit(wanted.limit)
    .offset(wanted.offset);
  const items = rows.map(({ item, plan }) => ({
    ...outcomeOf(item),
    ...(plan === null ? {} : { ...approvedOf(storedItem(plan, true)), ...sentOf(item) }),
  }));
  return { items, total: Number(matching?.n ?? 0) };
}

function approvedOf({ diffs, step }: PlanItem): Pick<RunItem, 'diffs' | 'step'> {
  return step === undefined ? { diffs } : { diffs, step };
}

function sentOf({ issueId, params }: typeof runItems.$inferSelect): Pick<RunItem, 'said'> {
  if (params === null || issueId < 0) return {};
  const { comment, notifiedUserId = [] } = storedParams(params);
  return { said: { comment: comment !== undefined, notified: notifiedUserId.length } };
}

function outcomeOf(item: typeof runItems.$inferSelect): RunItem {
  return {
    position: item.position,
    issueId: item.issueId,
    issueKey: item.issueKey,
    summary: item.summary,
    state: item.state,
    attempt: item.attempt,
    ...storedReason(item),
    durationMs: item.durationMs,
    endedAt: item.endedAt?.toISOString() ?? null,
  };
}
