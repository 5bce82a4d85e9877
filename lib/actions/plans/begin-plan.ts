import { randomUUID } from 'node:crypto';
import { AppError } from '@/lib/errors';
import { DraftTakenError, failDraft, fillDraft, insertDraft, noObserver, type PlanRow } from '@/lib/runs';
import type { ActionContext } from '../context';
import { writeAudit } from '../write-audit';
import { loadPlan } from './load-plan';

/** Up to here a plan is filled within the call; above, by the worker. */
const FILLED_AT_ONCE = 200;
const MOST_ISSUES = 10_000;
const PLAN_LIFE_MS = 24 * 60 * 60 * 1000;
/** Longest that filling at once can take before the worker may take over. */
const fillLeaseMs = 60_000;

type Wanted = Pick<
  Parameters<typeof insertDraft>[1],
  | 'title'
  | 'selection'
  | 'changes'
  | 'totalCount'
  | 'revisionOf'
  | 'kind'
  | 'operation'
  | 'fixes'
  | 'sourceRunId'
>;

/**
 * Stores a plan and fills it: small ones at once, big ones in the background. A failure is kept on the plan and raised.
 * @throws AppError SELECTION_EMPTY, WALK_TOO_LONG, and what the reads raise
 */
export async function beginPlan(ctx: ActionContext, wanted: Wanted): Promise<PlanRow> {
  const { actor, db, backlog } = ctx;
  if (wanted.totalCount === 0) throw new AppError('SELECTION_EMPTY');
  if (wanted.totalCount > MOST_ISSUES) throw new AppError('WALK_TOO_LONG', { count: wanted.totalCount });
  const atOnce = wanted.totalCount <= FILLED_AT_ONCE;
  const owner = `action/${randomUUID()}`;
  const createdAt = ctx.clock.now();
  const plan = await db.transaction(async (tx) => {
    const row = await insertDraft(tx, {
      ...wanted,
      spaceHost: actor.spaceHost,
      userId: actor.userId,
      actorType: actor.type,
      createdBy: actor.userName,
      timezone: actor.timezone,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + PLAN_LIFE_MS),
      filledBy: atOnce ? { owner, leaseMs: fillLeaseMs } : null,
    });
    const { selection, changes, totalCount, operation, fixes } = wanted;
    const about = { selection, changes, operation, fixes };
    const data = { number: row.number, revision: row.revision, totalCount, ...about };
    await writeAudit(tx, ctx, { event: 'plan.drafted', subjectId: row.id, data });
    return row;
  });
  if (!atOnce) {
    ctx.wake();
    return plan;
  }
  try {
    await fillDraft(db, backlog, plan, { owner, leaseMs: fillLeaseMs, observer: noObserver });
  } catch (error) {
    const raised = error instanceof DraftTakenError ? new AppError('PLAN_CHANGED') : error;
    await failDraft(db, plan, owner, raised);
    throw raised;
  }
  return loadPlan(db, ctx, plan.id);
}
