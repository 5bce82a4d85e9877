import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { runItems } from '@/lib/db/schema';
import { type PlanRow, type RunRow, storedChanges } from '@/lib/runs';
import type { ActionContext } from '../context';
import { estimateTimes, measuredCallSeconds } from '../estimate-times';
import { countOutcomes } from './run-counts';
import type { RunCounts, RunDetail, RunSummary } from './run-schemas';

/** A run's row as people and tools see it. */
export function runSummary(run: RunRow, plan: PlanRow, counts: RunCounts): RunSummary {
  return {
    id: run.id,
    planId: run.planId,
    planNumber: plan.number,
    title: run.title,
    changes: storedChanges(plan.changes),
    state: run.state,
    waitReason: run.waitReason,
    waitUntil: run.waitUntil?.toISOString() ?? null,
    pace: run.pace,
    approvedBy: run.approvedBy,
    total: run.total,
    counts,
    approvedAt: run.approvedAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    endedAt: run.endedAt?.toISOString() ?? null,
  };
}

/** The summary with what is left to wait for. Asks Backlog nothing: the quota is what the last answers told. */
export async function runDetail(ctx: ActionContext, run: RunRow, plan: PlanRow): Promise<RunDetail> {
  const [countsOf, averageCallMs] = await Promise.all([
    countOutcomes(ctx.db, [run.id]),
    averageDuration(ctx, run.id),
  ]);
  const counts = countsOf(run.id);
  const quota = ctx.backlog.budget.snapshot('update');
  const callSeconds = averageCallMs === null ? await measuredCallSeconds(ctx) : averageCallMs / 1000;
  return {
    ...runSummary(run, plan, counts),
    // Written by `contentOf` alone, which makes exactly this.
    fieldCounts: plan.fieldCounts as Record<string, number>,
    estimates: estimateTimes(counts.left, quota, callSeconds, ctx.clock.now().getTime()),
    averageCallMs,
    quota: quota === null ? null : { ...quota, resetAt: new Date(quota.resetAt).toISOString() },
  };
}

async function averageDuration({ db }: ActionContext, runId: string): Promise<number | null> {
  const [row] = await db
    .select({ ms: sql<string | number | null>`avg(${runItems.durationMs})` })
    .from(runItems)
    .where(and(eq(runItems.runId, runId), isNotNull(runItems.durationMs)));
  return row?.ms === null || row?.ms === undefined ? null : Number(row.ms);
}
