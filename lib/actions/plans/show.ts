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
import { findStaleSteps, staleReasons } from './find-stale-steps';
import { loadPlan, requireReady } from './load-plan';
import { diffFieldSchema } from './plan-schemas';

const TICKET_LIFE_MS = 10 * 60 * 1000;

export const plansShow = defineAction({
  name: 'plans.show',
  description:
    'Says that a person has a ready plan on screen: gives the ticket that approving it takes, and names the issues that were changed since the plan was made, and the steps and values that could not be carried out as planned any more.',
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
    staleSteps: z.array(
      z.discriminatedUnion('what', [
        z.object({
          issueId: z.number().describe('The step (negative), or the first row that needs the milestone'),
          what: z.enum(['milestone', 'wiki']),
          reason: z
            .enum(staleReasons)
            .describe(
              'gone: deleted; archived: somebody has closed it; nameTaken: there is one of the new name; changed: renamed or edited',
            ),
          name: z.string(),
        }),
        z.object({
          issueId: z.number().describe('The first row that brings the value in'),
          what: z.literal('value'),
          field: diffFieldSchema.describe(
            'assignee: the person has left the project; else the value was deleted',
          ),
          name: z.string(),
          project: z.string().describe('Key of the project that no longer has it'),
          count: z.number().describe('Rows that bring it in'),
        }),
      ]),
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
    const items = await loadPlanItems(db, plan.id);
    const [stale, staleSteps] = await Promise.all([
      findStale(backlog, items, plan.createdAt),
      findStaleSteps(backlog, actor, items),
    ]);
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
    return { ticketId, expiresAt: expiresAt.toISOString(), stale, staleSteps };
  },
});
