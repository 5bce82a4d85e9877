import { and, eq } from 'drizzle-orm';
import type { BacklogClient } from '@/lib/backlog';
import type { PlanItem } from '@/lib/bulk';
import type { Database } from '@/lib/db';
import { plans } from '@/lib/db/schema';
import { isAppError } from '@/lib/errors';
import { alreadySaid } from './already-said';
import { carryOver } from './carry-over';
import type { PlanRow } from './claim';
import { completeDraft, DraftTakenError } from './complete-draft';
import { draftPlanItems } from './draft-plan';
import { draftUndoItems } from './draft-undo';
import { nowPlus } from './held-lease';
import { loadPlanItems } from './plan-items';
import { selectionSchema } from './selection';
import type { StepObserver } from './step-observer';
import { storedChanges, storedFixes, storedOperation } from './stored';
import { takenRows } from './taken-rows';

export interface FillOptions {
  owner: string;
  leaseMs: number;
  observer: StepObserver;
  signal?: AbortSignal;
  /** How long one read may wait for the quota, ms. */
  waitForResetMs?: number;
}

/**
 * Fills a drafting plan: reads, plans, stores. Progress is visible on its row while it goes on.
 * @throws DraftTakenError, and what the reads throw
 */
export async function fillDraft(
  db: Database,
  client: BacklogClient,
  plan: PlanRow,
  options: FillOptions,
): Promise<void> {
  const changes = storedChanges(plan.changes);
  const reading = {
    client,
    call: { signal: options.signal, waitForResetMs: options.waitForResetMs },
    onProgress: (read: number, total: number) => tellProgress(db, plan, options, read, total),
  };
  const fresh =
    plan.kind === 'undo'
      ? await draftUndoItems(db, { ...reading, plan })
      : await draftPlanItems({
          ...reading,
          selection: selectionSchema.parse(plan.selection),
          changes,
          operation: storedOperation(plan.operation),
          fixes: storedFixes(plan.fixes),
          actorId: plan.userId,
          now: plan.createdAt,
          timezone: plan.timezone,
          alreadySaid: await alreadySaid(db, plan),
          taken: await takenRows(db, plan),
        });
  const items = carryOver(fresh, await formerItems(db, plan.revisionOf));
  const subject = { id: plan.id, position: null };
  await options.observer('draft.beforeCommit', subject);
  await completeDraft(db, plan, items, changes, options.owner);
  await options.observer('draft.afterCommit', subject);
}

/** Rows of the revision that this one is made from. A draft that failed has none: the one before it was decided about. */
async function formerItems(db: Database, revisionOf: string | null): Promise<PlanItem[]> {
  if (revisionOf === null) return [];
  const items = await loadPlanItems(db, revisionOf);
  if (items.length > 0) return items;
  const [former] = await db
    .select({ revisionOf: plans.revisionOf })
    .from(plans)
    .where(eq(plans.id, revisionOf));
  return formerItems(db, former?.revisionOf ?? null);
}

/** Marks a draft that could not be filled, with the code a person is shown. */
export async function failDraft(db: Database, plan: PlanRow, owner: string, error: unknown): Promise<void> {
  await db
    .update(plans)
    .set({
      state: 'failed',
      failureCode: isAppError(error) ? error.code : 'INTERNAL',
      leaseOwner: null,
      leaseUntil: null,
    })
    .where(and(eq(plans.id, plan.id), eq(plans.state, 'drafting'), eq(plans.leaseOwner, owner)));
}

async function tellProgress(
  db: Database,
  plan: PlanRow,
  { owner, leaseMs }: FillOptions,
  read: number,
  total: number,
): Promise<void> {
  const [row] = await db
    .update(plans)
    .set({ readCount: read, totalCount: total, leaseUntil: nowPlus(leaseMs) })
    .where(and(eq(plans.id, plan.id), eq(plans.state, 'drafting'), eq(plans.leaseOwner, owner)))
    .returning({ id: plans.id });
  if (row === undefined) throw new DraftTakenError(plan.id);
}
