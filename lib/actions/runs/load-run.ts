import { and, eq, sql } from 'drizzle-orm';
import { plans, runs } from '@/lib/db/schema';
import { AppError } from '@/lib/errors';
import type { PlanRow, RunKey, RunRow } from '@/lib/runs';
import type { ActionContext } from '../context';
import { requireRowId } from '../row-id';

/** The key under which statements may touch a run: never without space and person. @throws AppError NOT_FOUND */
export function runKey({ actor }: ActionContext, runId: string): RunKey {
  return { runId: requireRowId(runId), spaceHost: actor.spaceHost, userId: actor.userId };
}

/** What is told of a run's plan. Never its selection: it may name 10,000 issues, and runs are read many times a minute. */
export const planOfRun = {
  id: plans.id,
  number: plans.number,
  kind: plans.kind,
  sourceRunId: plans.sourceRunId,
  /** Plan number of that run. */
  sourceNumber: sql<number | null>`(
    select p.number from ${runs} r join ${plans} p on p.id = r.plan_id where r.id = ${plans.sourceRunId}
  )`,
  /** Of an operation: who hands over, or which milestone is closed. */
  subject: sql<string | null>`coalesce(
    ${plans.operation} -> 'from' ->> 'label', ${plans.operation} -> 'milestone' ->> 'label'
  )`,
  changes: plans.changes,
  fieldCounts: plans.fieldCounts,
};
export type PlanOfRun = Pick<PlanRow, Exclude<keyof typeof planOfRun, 'sourceNumber' | 'subject'>> & {
  sourceNumber: number | null;
  subject: string | null;
};

/** A run of this person at this space, with its plan. @throws AppError NOT_FOUND */
export async function loadRun(ctx: ActionContext, runId: string): Promise<{ run: RunRow; plan: PlanOfRun }> {
  const key = runKey(ctx, runId);
  const [row] = await ctx.db
    .select({ run: runs, plan: planOfRun })
    .from(runs)
    .innerJoin(plans, eq(plans.id, runs.planId))
    .where(and(eq(runs.id, key.runId), eq(runs.spaceHost, key.spaceHost), eq(runs.userId, key.userId)));
  if (row === undefined) throw new AppError('NOT_FOUND');
  return row;
}
