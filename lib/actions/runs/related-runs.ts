import { and, desc, eq } from 'drizzle-orm';
import { plans, runs } from '@/lib/db/schema';
import type { RunRow } from '@/lib/runs';
import type { ActionContext } from '../context';
import type { PlanOfRun } from './load-run';
import type { RelatedRun } from './run-schemas';

const related = { runId: runs.id, planNumber: plans.number, kind: plans.kind };

/** The run that this one takes back or takes up again, and those that do so with this one. */
export async function relatedRuns(
  { db }: ActionContext,
  run: RunRow,
  plan: PlanOfRun,
): Promise<{ source: RelatedRun | null; followers: RelatedRun[] }> {
  const mine = and(eq(runs.spaceHost, run.spaceHost), eq(runs.userId, run.userId));
  const select = () => db.select(related).from(runs).innerJoin(plans, eq(plans.id, runs.planId));
  const [[source], followers] = await Promise.all([
    plan.sourceRunId === null ? [] : select().where(and(mine, eq(runs.id, plan.sourceRunId))),
    select()
      .where(and(mine, eq(plans.sourceRunId, run.id)))
      .orderBy(desc(runs.approvedAt)),
  ]);
  return { source: source ?? null, followers };
}
