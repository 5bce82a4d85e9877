import { and, eq } from 'drizzle-orm';
import type { Database } from '@/lib/db';
import { plans } from '@/lib/db/schema';
import { AppError } from '@/lib/errors';
import type { PlanRow } from '@/lib/runs';
import type { ActionContext } from '../context';
import { requireRowId } from '../row-id';

/**
 * A plan of this person at this space.
 * @param lock keeps others from changing the row until the transaction of `db` ends
 * @throws AppError NOT_FOUND, whether it is absent or somebody else's
 */
export async function loadPlan(
  db: Database,
  { actor }: ActionContext,
  planId: string,
  options: { lock: boolean } = { lock: false },
): Promise<PlanRow> {
  const query = db
    .select()
    .from(plans)
    .where(
      and(
        eq(plans.id, requireRowId(planId)),
        eq(plans.spaceHost, actor.spaceHost),
        eq(plans.userId, actor.userId),
      ),
    );
  const [plan] = await (options.lock ? query.for('update') : query);
  if (plan === undefined) throw new AppError('NOT_FOUND');
  return plan;
}

/** @throws AppError that says why the plan, in its state, can no longer be changed or approved */
export function requireReady(plan: PlanRow, now: Date): void {
  switch (plan.state) {
    case 'ready':
      break;
    case 'drafting':
    case 'failed':
      throw new AppError('PLAN_NOT_READY', { state: plan.state });
    case 'superseded':
      throw new AppError('PLAN_CHANGED', { supersededBy: plan.supersededBy });
    case 'discarded':
      throw new AppError('PLAN_DISCARDED');
    case 'approved':
      throw new AppError('PLAN_ALREADY_RUN');
  }
  if (plan.expiresAt <= now) throw new AppError('PLAN_EXPIRED');
}
