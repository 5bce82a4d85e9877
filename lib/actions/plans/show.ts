import { randomUUID } from 'node:crypto';
import { and, eq, isNull, lte } from 'drizzle-orm';
import { z } from 'zod';
import { approvals } from '@/lib/db/schema';
import { AppError } from '@/lib/errors';
import { loadPlanItems } from '@/lib/runs';
import { defineAction } from '../define-action';
import { requireApprover } from '../permission';
import { rowIdSchema } from '../row-id';
import { findStale } from './find-stale';
import { loadPlan, requireReady } from './load-plan';

const TICKET_LIFE_MS = 10 * 60 * 1000;

export const plansShow = defineAction({
  name: 'plans.show',
  description:
    'Says that a person has a ready plan on screen: gives the ticket that approving it takes, and names the issues that were changed since the plan was made.',
  access: 'approve',
  surfaces: ['ui'],
  input: z.strictObject({ planId: rowIdSchema }),
  output: z.object({
    ticketId: z.string().describe('Good for one approval of exactly this revision'),
    expiresAt: z.string(),
    stale: z.array(
      z.object({
        issueId: z.number(),
        issueKey: z.string(),
        updated: z.string(),
        updatedBy: z.string().nullable(),
      }),
    ),
  }),
  run: async ({ ctx, input }) => {
    requireApprover(ctx);
    const { db, actor, backlog } = ctx;
    const now = ctx.clock.now();
    const plan = await loadPlan(db, ctx, input.planId);
    requireReady(plan, now);
    if (plan.digest === null) throw new AppError('PLAN_NOT_READY');
    const { digest } = plan;
    const stale = await findStale(backlog, await loadPlanItems(db, plan.id), plan.createdAt);
    const ticketId = randomUUID();
    const expiresAt = new Date(now.getTime() + TICKET_LIFE_MS);
    const { spaceHost, userId } = actor;
    await db.transaction(async (tx) => {
      await tx
        .delete(approvals)
        .where(and(eq(approvals.planId, plan.id), isNull(approvals.spentAt), lte(approvals.expiresAt, now)));
      await tx
        .insert(approvals)
        .values({ id: ticketId, planId: plan.id, spaceHost, userId, digest, issuedAt: now, expiresAt });
    });
    return { ticketId, expiresAt: expiresAt.toISOString(), stale };
  },
});
