import { eq } from 'drizzle-orm';
import { defaultPace, groupFixes, type PileCounts } from '@/lib/bulk';
import { plans, runs } from '@/lib/db/schema';
import {
  operationSubject,
  type PlanRow,
  storedChanges,
  storedFixes,
  storedOperation,
  undoLimits,
} from '@/lib/runs';
import type { ActionContext } from '../context';
import { estimateTimes, measuredCallSeconds } from '../estimate-times';
import { readQuota } from '../read-quota';
import type { PlanSummary } from './plan-schemas';

/** A plan's row as people and tools see it, with time and quota as of now. */
export async function planSummary(ctx: ActionContext, plan: PlanRow): Promise<PlanSummary> {
  const [quota, callSeconds, undo, sourceNumber, runId] = await Promise.all([
    readQuota(ctx),
    measuredCallSeconds(ctx),
    undoLimits(ctx.db, plan),
    plan.sourceRunId === null ? null : numberOfRun(ctx, plan.sourceRunId),
    plan.state === 'approved' ? runOfPlan(ctx, plan.id) : null,
  ]);
  const now = ctx.clock.now().getTime();
  return {
    id: plan.id,
    number: plan.number,
    revision: plan.revision,
    title: plan.title,
    changes: storedChanges(plan.changes),
    kind: plan.kind,
    subject: operationSubject(plan.operation),
    operation: storedOperation(plan.operation),
    fixes: groupFixes(storedFixes(plan.fixes)),
    sourceRunId: plan.sourceRunId,
    sourceNumber,
    undo,
    state: plan.state,
    supersededBy: plan.supersededBy,
    runId,
    // Written by `contentOf` alone, which makes exactly these.
    counts: plan.counts as PileCounts,
    fieldCounts: plan.fieldCounts as Record<string, number>,
    includedCount: plan.includedCount,
    digest: plan.digest,
    createdAt: plan.createdAt.toISOString(),
    expiresAt: plan.expiresAt.toISOString(),
    readCount: plan.readCount,
    totalCount: plan.totalCount,
    estimates: estimateTimes(plan.includedCount, quota, callSeconds, now),
    defaultPace: defaultPace(plan.includedCount),
    quota: quota === null ? null : { ...quota, resetAt: new Date(quota.resetAt).toISOString() },
    createdBy: plan.createdBy,
    failureCode: plan.failureCode,
  };
}

async function runOfPlan({ db }: ActionContext, planId: string): Promise<string | null> {
  const [run] = await db.select({ id: runs.id }).from(runs).where(eq(runs.planId, planId));
  return run?.id ?? null;
}

async function numberOfRun({ db }: ActionContext, runId: string): Promise<number | null> {
  const [row] = await db
    .select({ number: plans.number })
    .from(runs)
    .innerJoin(plans, eq(plans.id, runs.planId))
    .where(eq(runs.id, runId));
  return row?.number ?? null;
}
