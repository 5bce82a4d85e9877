import { type RunRow, storedChanges } from '@/lib/runs';
import type { ActionContext } from '../context';
import { estimateTimes, measuredCallSeconds } from '../estimate-times';
import type { PlanOfRun } from './load-run';
import { relatedRuns } from './related-runs';
import { measureRun } from './run-counts';
import type { RunCounts, RunDetail, RunSummary, WaitDetail } from './run-schemas';

/** A run's row as people and tools see it. */
export function runSummary(run: RunRow, plan: PlanOfRun, counts: RunCounts): RunSummary {
  return {
    id: run.id,
    planId: run.planId,
    planNumber: plan.number,
    kind: plan.kind,
    subject: plan.subject,
    sourceNumber: plan.sourceNumber,
    title: run.title,
    changes: storedChanges(plan.changes),
    state: run.state,
    waitReason: run.waitReason,
    // Written by the engine alone, which makes exactly this.
    waitDetail: run.waitDetail === null ? null : (run.waitDetail as WaitDetail),
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
export async function runDetail(ctx: ActionContext, run: RunRow, plan: PlanOfRun): Promise<RunDetail> {
  const [{ counts, averageCallMs, verified, undoable, held }, related] = await Promise.all([
    measureRun(ctx.db, run.id),
    relatedRuns(ctx, run, plan),
  ]);
  const quota = ctx.backlog.budget.snapshot('update');
  const callSeconds = averageCallMs === null ? await measuredCallSeconds(ctx) : averageCallMs / 1000;
  return {
    ...runSummary(run, plan, counts),
    // Written by `contentOf` alone, which makes exactly this.
    fieldCounts: plan.fieldCounts as Record<string, number>,
    estimates: estimateTimes(counts.left, quota, callSeconds, ctx.clock.now().getTime()),
    averageCallMs,
    stage: run.stage,
    stopAfter: run.stopAfter,
    held,
    verified,
    undoable,
    ...related,
    quota: quota === null ? null : { ...quota, resetAt: new Date(quota.resetAt).toISOString() },
  };
}
