import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Handover, PlanBlock } from '@/lib/bulk';
import { planItems, plans, runItems } from '@/lib/db/schema';
import { AppError } from '@/lib/errors';
import { storedOperation, storedReason } from '@/lib/runs';
import type { ActionContext } from '../context';
import { loadRun } from '../runs/load-run';

/** One plan of a handover and its run. What did not go through may have been planned again: then there are several. */
interface HandoverRun {
  runId: string;
  planId: string;
  operation: Handover;
  plannedAt: Date;
}

/** Longer chains of "once more" tell nothing new. */
const mostRuns = 20;

/**
 * A run of a handover and those it takes up again, the latest first; never empty.
 * @throws AppError NOT_FOUND, PLAN_KIND for a run of another kind
 */
export async function loadHandover(
  ctx: ActionContext,
  runId: string,
): Promise<[HandoverRun, ...HandoverRun[]]> {
  const latest = await loadOne(ctx, runId);
  if (latest === null) throw new AppError('PLAN_KIND');
  const chain: [HandoverRun, ...HandoverRun[]] = [latest.run];
  let { sourceRunId } = latest;
  while (sourceRunId !== null && chain.length < mostRuns) {
    const earlier = await loadOne(ctx, sourceRunId);
    if (earlier === null) break;
    chain.push(earlier.run);
    sourceRunId = earlier.sourceRunId;
  }
  return chain;
}

async function loadOne(
  ctx: ActionContext,
  runId: string,
): Promise<{ run: HandoverRun; sourceRunId: string | null } | null> {
  const { plan } = await loadRun(ctx, runId);
  const [row] = await ctx.db
    .select({ operation: plans.operation, plannedAt: plans.createdAt })
    .from(plans)
    .where(eq(plans.id, plan.id));
  const operation = storedOperation(row?.operation ?? null);
  if (row === undefined || operation?.kind !== 'handover') return null;
  return {
    run: { runId, planId: plan.id, operation, plannedAt: row.plannedAt },
    sourceRunId: plan.sourceRunId,
  };
}

/** What plan and run say of one issue. */
export type HandoverRow = Awaited<ReturnType<typeof loadRows>>[number];

/** Rows of a plan for these issues, with their items of its run. */
export async function loadRows(
  { db }: ActionContext,
  { runId, planId }: Pick<HandoverRun, 'runId' | 'planId'>,
  issueIds: readonly number[],
) {
  if (issueIds.length === 0) return [];
  const rows = await db
    .select({
      issueId: planItems.issueId,
      pile: planItems.pile,
      /** The first one: a row of a handover has one. */
      block: sql<PlanBlock | null>`${planItems.item} -> 'blocks' -> 0`,
      assigns: sql<boolean>`${planItems.item} -> 'params' -> 'assigneeId' is not null`,
      state: runItems.state,
      reason: runItems.reason,
      differs: runItems.differs,
    })
    .from(planItems)
    .leftJoin(runItems, and(eq(runItems.runId, runId), eq(runItems.position, planItems.position)))
    .where(and(eq(planItems.planId, planId), inArray(planItems.issueId, [...issueIds])));
  return rows.map(({ reason, differs, ...row }) => ({
    ...row,
    reason: storedReason({ reason, differs }).reason,
  }));
}
