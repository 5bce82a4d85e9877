import { eq } from 'drizzle-orm';
import type { BacklogClient } from '@/lib/backlog';
import { plans } from '@/lib/db/schema';
import { applyItem } from './apply-item';
import type { RunRow } from './claim';
import { createIssueReader } from './issue-reader';
import { keepLease, type Lease, LeaseLostError } from './lease';
import { isOpen, type LedgerItem } from './ledger-item';
import { lookBack } from './look-back';
import { createPacer, type WriterMemory } from './pacer';
import type { RunContext, StepResult } from './run-context';
import { cancelPlanned, endRun } from './run-ends';
import { clearWait, pauseForPerson, releaseRun, resetWaitCount, tellWait } from './run-waits';
import { createWorkList, type WorkList } from './work-list';
import type { WorkerDeps } from './worker-deps';
import { judgeReadError } from './write-verdict';

/** Tells the worker which claims live here, so that a touched run is looked at again at once. */
export interface LeaseRegister {
  add: (lease: Lease) => void;
  remove: (lease: Lease) => void;
}

/**
 * Carries out a claimed run until it ends, waits or is taken away. Pause, cancel and pace are read from the run's row
 * between items. Whatever is thrown on the way leaves the claim to run out, exactly as a crash would.
 */
export async function carryOut(
  deps: WorkerDeps,
  claim: { run: RunRow; owner: string; claimedAt: number },
  options: { memory: WriterMemory; stop: AbortSignal; register: LeaseRegister },
): Promise<void> {
  const { run } = claim;
  const lease = keepLease(deps, run, claim.owner, claim.claimedAt);
  options.register.add(lease);
  const onStop = () => lease.poke();
  options.stop.addEventListener('abort', onStop);
  try {
    await proceed(deps, run, lease, options);
  } catch (error) {
    if (error instanceof LeaseLostError) deps.log.warn({ runId: run.id }, 'run goes on elsewhere');
    else deps.log.error({ runId: run.id, error }, 'run abandoned, its claim runs out');
  } finally {
    options.stop.removeEventListener('abort', onStop);
    options.register.remove(lease);
    lease.end();
  }
}

async function proceed(
  deps: WorkerDeps,
  run: RunRow,
  lease: Lease,
  options: { memory: WriterMemory; stop: AbortSignal },
): Promise<void> {
  const { db, timings } = deps;
  const context = await prepare(deps, run, lease, options);
  if (context === null) return;
  const list = createWorkList(db, context.run);
  let troubles = 0;
  let { waitCount } = run;
  for (;;) {
    await lease.ensure();
    const { state } = lease.current();
    if (options.stop.aborted || (state !== 'running' && state !== 'cancelling')) {
      return releaseRun(db, lease, null);
    }
    const result = await step(context, list, state);
    switch (result.kind) {
      case 'over':
        return;
      case 'ended':
        if (waitCount > 0) await resetWaitCount(db, lease);
        troubles = 0;
        waitCount = 0;
        break;
      case 'again':
        troubles = result.trouble ? troubles + 1 : troubles;
        if (troubles >= timings.downAfterFailures) return waitForBacklog(context, waitCount);
        await lease.rest(result.delayMs);
        break;
      case 'later':
        // Lost answers in a row: to go on would leave one item after the other undecided.
        troubles += 1;
        if (troubles >= timings.downAfterFailures) return waitForBacklog(context, waitCount);
        break;
      case 'wait':
        if (result.ms === null) return pauseForPerson(db, lease, result.reason, timings.signInRetryMs);
        if (result.reason === 'backlogDown') return waitForBacklog(context, waitCount);
        return releaseRun(db, lease, { reason: result.reason, ms: result.ms });
      case 'interrupted':
        // The ledger knows of a change that this process has not seen yet.
        await lease.refresh();
        break;
    }
  }
}

/** Each wait in a row is twice as long. */
async function waitForBacklog({ db, lease, timings }: RunContext, waitCount: number): Promise<void> {
  const ms = Math.min(timings.downFirstMs * 2 ** Math.min(waitCount, 16), timings.downLongestMs);
  await releaseRun(db, lease, { reason: 'backlogDown', ms });
}

async function step(
  ctx: RunContext,
  list: WorkList,
  state: 'running' | 'cancelling',
): Promise<StepResult | { kind: 'over' }> {
  const { db, lease, run, observer } = ctx;
  if (state === 'cancelling' && (await cancelPlanned(db, run.id)) > 0) list.changed();
  const found = await list.next();
  switch (found.kind) {
    case 'item': {
      const result = await handle(ctx, found.item, found.next, found.left);
      if (result.kind === 'ended') list.ended(found.item.position);
      else list.changed();
      return result;
    }
    case 'settling':
      return settle(ctx, found.ms);
    case 'nothing': {
      await observer('run.beforeEnd', { id: run.id, position: null });
      const ended = await endRun(db, lease, run, state === 'cancelling' ? 'cancelled' : 'done');
      return ended ? { kind: 'over' } : { kind: 'interrupted' };
    }
  }
}

function handle(
  ctx: RunContext,
  item: LedgerItem,
  next: LedgerItem | null,
  left: number,
): Promise<StepResult> {
  return isOpen(item)
    ? lookBack(ctx, item, { cause: 'leftover', words: {} })
    : applyItem(ctx, item, next, left);
}

/** Only lost answers are left: wait until they may be decided. */
async function settle(ctx: RunContext, ms: number): Promise<StepResult> {
  const { db, lease, timings } = ctx;
  if (ms >= timings.tellWaitMs) await tellWait(db, lease, { reason: 'settling', ms });
  await lease.rest(Math.max(ms, 1));
  await clearWait(db, lease);
  return { kind: 'again', delayMs: 0, trouble: false };
}

async function prepare(
  deps: WorkerDeps,
  run: RunRow,
  lease: Lease,
  options: { memory: WriterMemory; stop: AbortSignal },
): Promise<RunContext | null> {
  const { db, clock, timings, log, observer } = deps;
  const [plan] = await db.select({ timezone: plans.timezone }).from(plans).where(eq(plans.id, run.planId));
  let client: BacklogClient;
  try {
    client = await deps.clientFor(run.spaceHost, run.userId);
  } catch (error) {
    if (judgeReadError(error) !== 'signIn') throw error;
    await releaseRun(db, lease, { reason: 'needsSignIn', ms: timings.signInRetryMs });
    return null;
  }
  const pacer = createPacer({ db, client, clock, timings, lease, ...options });
  const reader = createIssueReader(client, clock);
  const identity = { ...run, timezone: plan?.timezone ?? 'Asia/Tokyo' };
  return { db, client, clock, timings, log, observer, lease, run: identity, pacer, reader };
}
