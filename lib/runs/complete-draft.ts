import { and, eq, inArray } from 'drizzle-orm';
import type { PlanItem } from '@/lib/bulk';
import type { Change } from '@/lib/bulk/changes';
import type { Database } from '@/lib/db';
import { plans } from '@/lib/db/schema';
import type { PlanRow } from './claim';
import { contentOf } from './plan-content';
import { insertItems } from './plan-items';

/** The plan was discarded, taken over, or replaced by another revision while it was being filled. */
export class DraftTakenError extends Error {
  constructor(planId: string) {
    super(`draft ${planId} taken away`);
    this.name = 'DraftTakenError';
  }
}

/**
 * Makes a plan complete: its rows, piles and digest in one transaction, so that nobody sees half a plan. The revision
 * it was made from gives way at the same moment.
 * @throws DraftTakenError
 */
export async function completeDraft(
  db: Database,
  plan: PlanRow,
  items: readonly PlanItem[],
  changes: readonly Change[],
  owner: string,
): Promise<void> {
  await db.transaction(async (tx) => {
    if (plan.revisionOf !== null) {
      const [former] = await tx
        .update(plans)
        .set({ state: 'superseded', supersededBy: plan.id })
        .where(and(eq(plans.id, plan.revisionOf), inArray(plans.state, ['ready', 'failed'])))
        .returning({ id: plans.id });
      if (former === undefined) throw new DraftTakenError(plan.id);
    }
    const [row] = await tx
      .update(plans)
      .set({ ...contentOf(plan, items, changes), state: 'ready', leaseOwner: null, leaseUntil: null })
      .where(and(eq(plans.id, plan.id), eq(plans.state, 'drafting'), eq(plans.leaseOwner, owner)))
      .returning({ id: plans.id });
    if (row === undefined) throw new DraftTakenError(plan.id);
    await insertItems(tx, plan.id, items);
  });
}
