import { and, eq, sql } from 'drizzle-orm';
import { plans } from '@/lib/db/schema';
import { AppError, isAppError } from '@/lib/errors';
import type { PlanRow } from './claim';
import { DraftTakenError } from './complete-draft';
import { failDraft, fillDraft } from './fill-draft';
import { nowPlus } from './held-lease';
import type { WorkerDeps } from './worker-deps';

/** A draft that keeps dying with its process is given up after so many beginnings. */
const mostAttempts = 3;
/** Backlog counts per minute: whoever waits a little longer has waited for any reset. */
const waitForResetMs = 90_000;

/** Fills a claimed plan. A failure is kept on the plan, a stop gives it back, a crash lets the claim run out. */
export async function draftInBackground(
  deps: WorkerDeps,
  plan: PlanRow,
  options: { owner: string; stop: AbortSignal },
): Promise<void> {
  const { db, timings, log, observer } = deps;
  const { owner, stop } = options;
  const ended = new AbortController();
  void keepClaim(deps, plan, owner, ended.signal);
  try {
    if (plan.draftAttempts > mostAttempts) return await failDraft(db, plan, owner, null);
    const client = await deps.clientFor(plan.spaceHost, plan.userId);
    const leaseMs = timings.draftLeaseMs;
    await fillDraft(db, client, plan, { owner, leaseMs, observer, signal: stop, waitForResetMs });
  } catch (error) {
    // Of no effect when it was discarded; a revision whose plan was approved meanwhile has failed.
    if (error instanceof DraftTakenError) return failDraft(db, plan, owner, new AppError('PLAN_CHANGED'));
    if (stop.aborted) return giveBack(deps, plan, owner);
    if (isAppError(error)) return failDraft(db, plan, owner, error);
    log.error({ planId: plan.id, error }, 'drafting abandoned, its claim runs out');
  } finally {
    ended.abort();
  }
}

/** One page may have to wait for the quota longer than a claim holds. */
async function keepClaim(
  { db, clock, timings, log }: WorkerDeps,
  plan: PlanRow,
  owner: string,
  ended: AbortSignal,
): Promise<void> {
  for (;;) {
    await clock.sleep(timings.draftLeaseMs / 3, ended);
    if (ended.aborted) return;
    try {
      await db
        .update(plans)
        .set({ leaseUntil: nowPlus(timings.draftLeaseMs) })
        .where(and(eq(plans.id, plan.id), eq(plans.state, 'drafting'), eq(plans.leaseOwner, owner)));
    } catch (error) {
      log.warn({ planId: plan.id, error }, 'claim on a draft not renewed');
    }
  }
}

async function giveBack({ db }: WorkerDeps, plan: PlanRow, owner: string): Promise<void> {
  await db
    .update(plans)
    .set({ leaseOwner: null, leaseUntil: null, draftAttempts: sql`${plans.draftAttempts} - 1` })
    .where(and(eq(plans.id, plan.id), eq(plans.leaseOwner, owner)));
}
