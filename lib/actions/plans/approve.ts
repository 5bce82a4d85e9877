import { randomUUID } from 'node:crypto';
import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type DeletingStep, deletingSteps } from '@/lib/bulk';
import type { Database } from '@/lib/db';
import { approvals, planItems, plans, runs } from '@/lib/db/schema';
import { AppError } from '@/lib/errors';
import { insertRunItems, type PlanRow } from '@/lib/runs';
import { milestoneObstacle, refuseSecondClosing } from '../closure/refuse-approval';
import type { ActionContext } from '../context';
import { defineAction } from '../define-action';
import { requireApprover } from '../permission';
import { requireRowId, rowIdSchema } from '../row-id';
import { loadSettings } from '../settings/load-settings';
import { writeAudit } from '../write-audit';
import { loadPlan, requireReady } from './load-plan';
import { paceSchema } from './plan-schemas';

export const plansApprove = defineAction({
  name: 'plans.approve',
  description:
    'Approves exactly the revision that is on screen and starts its run. The same approval sent twice names the same run.',
  access: 'approve',
  surfaces: ['ui'],
  input: z.strictObject({
    planId: rowIdSchema,
    digest: z.string().max(100),
    ticketId: rowIdSchema,
    pace: paceSchema,
    confirmed: z
      .array(z.enum(deletingSteps))
      .max(deletingSteps.length)
      .optional()
      .describe('Kinds of steps that the person has confirmed by themselves'),
  }),
  output: z.object({ runId: z.string() }),
  run: async ({ ctx, input }) => {
    requireApprover(ctx);
    const obstacle = await obstacleOf(ctx, input.planId);
    const runId = await ctx.db.transaction(async (tx) => {
      const plan = await loadPlan(tx, ctx, input.planId, { lock: true });
      const existing = await approvedRun(tx, plan, input.digest);
      if (existing !== null) return existing;
      requireReady(plan, ctx.clock.now());
      if (plan.digest !== input.digest) throw new AppError('PLAN_CHANGED');
      if (plan.includedCount === 0) throw new AppError('PLAN_EMPTY');
      const [unconfirmed] = await deletionsBeside(tx, plan.id, input.confirmed ?? []);
      if (unconfirmed !== undefined) throw new AppError('CONFIRM_NEEDED', { step: unconfirmed });
      await refuseSecondClosing(tx, ctx, plan);
      if (obstacle !== null) throw obstacle;
      return startRun(tx, ctx, plan, input);
    });
    ctx.wake();
    return { runId };
  },
});

/** What Backlog shows by now, read outside of the transaction: it says something about a plan that waits, and only then. */
async function obstacleOf(ctx: ActionContext, planId: string): Promise<AppError | null> {
  const plan = await loadPlan(ctx.db, ctx, planId);
  return plan.state === 'ready' && plan.includedCount > 0 ? milestoneObstacle(ctx, plan) : null;
}

async function approvedRun(db: Database, plan: PlanRow, digest: string): Promise<string | null> {
  if (plan.state !== 'approved') return null;
  if (plan.digest !== digest) throw new AppError('PLAN_CHANGED');
  const [run] = await db.select({ id: runs.id }).from(runs).where(eq(runs.planId, plan.id));
  return run?.id ?? null;
}

/**
 * Kinds of deletions in a plan that the person has not confirmed. What is deleted at Backlog cannot be made again as it
 * was: such a step is never approved along with the others.
 */
async function deletionsBeside(
  db: Database,
  planId: string,
  confirmed: readonly DeletingStep[],
): Promise<DeletingStep[]> {
  const kinds = deletingSteps.filter((kind) => !confirmed.includes(kind));
  if (kinds.length === 0) return [];
  const kind = sql<DeletingStep>`${planItems.item} -> 'step' ->> 'kind'`;
  const rows = await db
    .selectDistinct({ kind })
    .from(planItems)
    .where(and(eq(planItems.planId, planId), planItems.included, inArray(kind, kinds)));
  return rows.map((row) => row.kind);
}

async function startRun(
  db: Database,
  ctx: ActionContext,
  plan: PlanRow,
  { ticketId, digest, pace }: { ticketId: string; digest: string; pace: 'limit' | 'gentle' },
): Promise<string> {
  const { actor } = ctx;
  const now = ctx.clock.now();
  const runId = randomUUID();
  const { stopAfterFailures } = await loadSettings(db, ctx);
  const [ticket] = await db
    .update(approvals)
    .set({ spentAt: now, runId })
    .where(
      and(
        eq(approvals.id, requireRowId(ticketId)),
        eq(approvals.planId, plan.id),
        eq(approvals.spaceHost, actor.spaceHost),
        eq(approvals.userId, actor.userId),
        eq(approvals.digest, digest),
        isNull(approvals.spentAt),
        gt(approvals.expiresAt, now),
      ),
    )
    .returning({ id: approvals.id });
  if (ticket === undefined) throw new AppError('TICKET_EXPIRED');
  await db.insert(runs).values({
    id: runId,
    planId: plan.id,
    spaceHost: actor.spaceHost,
    userId: actor.userId,
    actorType: plan.actorType,
    title: plan.title,
    state: 'queued',
    pace,
    approvedBy: actor.userName,
    total: plan.includedCount,
    stopAfter: stopAfterFailures,
    approvedAt: now,
  });
  await insertRunItems(db, runId, plan.id);
  await db.update(plans).set({ state: 'approved' }).where(eq(plans.id, plan.id));
  const data = { planId: plan.id, digest, pace, total: plan.includedCount, ticketId, stopAfterFailures };
  await writeAudit(db, ctx, { event: 'plan.approved', subjectId: runId, data });
  return runId;
}
