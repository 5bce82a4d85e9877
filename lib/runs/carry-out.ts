import { neededSteps } from '@/lib/bulk';
import { applyItem } from './apply-item';
import { applyStep } from './apply-step';
import { checkAnswer } from './check-answer';
import type { RunRow } from './claim';
import { countFailures, createFailureWatch, type FailureWatch, holdProject } from './failure-watch';
import { keepLease, type Lease, LeaseLostError } from './lease';
import { isAnswered, isOpen, isOpenStep, isStep, type LedgerItem } from './ledger-item';
import { lookBack } from './look-back';
import { lookBackAtStep } from './look-back-at-step';
import type { WriterMemory } from './pacer';
import { prepareRun } from './prepare-run';
import { recordItem } from './record-item';
import type { RunContext, StepResult, Wait } from './run-context';
import { cancelPlanned, endRun } from './run-ends';
import { pauseForPerson, releaseRun, resetWaitCount } from './run-waits';
import { leaveStage } from './stages';
import { whyStuck } from './stuck';
import { createWorkList, type WorkList } from './work-list';
import type { WorkerDeps } from './worker-deps';

/** Tells the worker which claims live here, so that a touched run is looked at again at once. */
export interface LeaseRegister {
  add: (lease: Lease) => void;
  remove: (lease: Lease) => void;
}

/** What one run is worked on with, from claim to release. */
interface Work {
  ctx: RunContext;
  list: WorkList;
  failures: FailureWatch;
  /** Waits in a row for an unavailable Backlog, this claim's own not counted. */
  waitCount: number;
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
  let ctx: RunContext | null = null;
  try {
    ctx = await prepareRun(deps, run, lease, options);
    if (ctx === null) return;
    await deps.disk.shortage(true);
    const soFar = await countFailures(deps.db, run.id);
    const failures = createFailureWatch(run, soFar, deps.timings.heldAfterRefusals);
    const list = createWorkList(deps.db, ctx.run, ctx.held.flush);
    await proceed({ ctx, list, failures, waitCount: run.waitCount }, options.stop);
  } catch (error) {
    // A result in hand outlives the claim: it is stored as long as nobody else has taken the run.
    await ctx?.held.flush().catch(() => undefined);
    if (error instanceof LeaseLostError) deps.log.warn({ runId: run.id }, 'run goes on elsewhere');
    else deps.log.error({ runId: run.id, error }, 'run abandoned, its claim runs out');
  } finally {
    options.stop.removeEventListener('abort', onStop);
    options.register.remove(lease);
    lease.end();
  }
}

async function proceed(work: Work, stop: AbortSignal): Promise<void> {
  const { ctx } = work;
  const { db, lease, timings } = ctx;
  let troubles = 0;
  for (;;) {
    await lease.ensure();
    const { state } = lease.current();
    if (stop.aborted || state !== 'running') await ctx.held.flush();
    if (stop.aborted || (state !== 'running' && state !== 'cancelling')) {
      await ctx.notice.clear();
      return releaseRun(db, lease, null);
    }
    const result = await step(work, state);
    if (result.kind !== 'ended') await ctx.held.flush();
    switch (result.kind) {
      case 'over':
        return;
      case 'ended':
      case 'answered':
        if (gaveUp(result)) {
          troubles += 1;
          if (troubles >= timings.downAfterFailures) return waitForBacklog(work);
          break;
        }
        if (work.waitCount > 0) await resetWaitCount(db, lease);
        troubles = 0;
        work.waitCount = 0;
        break;
      case 'again':
        troubles = result.trouble ? troubles + 1 : troubles;
        if (troubles >= timings.downAfterFailures) return waitForBacklog(work);
        await lease.rest(result.delayMs);
        break;
      case 'later':
        // Lost answers in a row: to go on would leave one item after the other undecided.
        troubles += 1;
        if (troubles >= timings.downAfterFailures) return waitForBacklog(work);
        break;
      case 'locked':
        break;
      case 'wait':
        return giveBack(work, result);
      case 'interrupted':
        // The ledger knows of a change that this process has not seen yet.
        await lease.refresh();
        break;
    }
  }
}

/** An item whose every attempt was left undone is one more sign that Backlog is away. */
function gaveUp(result: StepResult): boolean {
  return result.kind === 'ended' && result.reason?.code === 'NOT_CARRIED_OUT';
}

async function giveBack(work: Work, { reason, ms, detail }: Wait): Promise<void> {
  const { db, lease, timings } = work.ctx;
  const why = detail === undefined ? { reason } : { reason, detail };
  if (ms === null) return pauseForPerson(db, lease, why, timings.signInRetryMs);
  if (reason === 'backlogDown') return waitForBacklog(work);
  return releaseRun(db, lease, { ...why, ms });
}

/** Each wait in a row is twice as long. */
async function waitForBacklog({ ctx: { db, lease, timings }, waitCount }: Work): Promise<void> {
  const ms = Math.min(timings.downFirstMs * 2 ** Math.min(waitCount, 16), timings.downLongestMs);
  await releaseRun(db, lease, { reason: 'backlogDown', ms });
}

type Stepped = StepResult | { kind: 'over' };
const atOnce: Stepped = { kind: 'again', delayMs: 0, trouble: false };

async function step(work: Work, state: 'running' | 'cancelling'): Promise<Stepped> {
  const { ctx, list, failures } = work;
  const { db, lease, run, observer } = ctx;
  const first = await stepBefore(work, state);
  if (first !== null) return first;
  if (state === 'cancelling' && (await cancelPlanned(db, run.id)) > 0) list.changed();
  const stopAt = failures.stopAt();
  const found = await list.next(stopAt === null);
  switch (found.kind) {
    case 'item': {
      await ctx.notice.clear();
      const result = await handle(ctx, found.item, found.next, found.left);
      if (result.kind === 'ended') await noteEnd(work, found.item, result);
      else list.changed();
      return result;
    }
    case 'settling':
      return settle(ctx, found.ms);
    case 'stuck':
      return stopAt === null
        ? waitStuck(ctx)
        : { kind: 'wait', reason: 'failures', ms: null, detail: { failures: stopAt } };
    case 'stageOver': {
      const left = await leaveStage(ctx);
      list.changed();
      if (left === 'paused') return { kind: 'over' };
      return left === 'begun' ? atOnce : { kind: 'interrupted' };
    }
    case 'nothing': {
      await ctx.verification.over();
      await observer('run.beforeEnd', { id: run.id, position: null });
      const ended = await endRun(db, lease, run, state === 'cancelling' ? 'cancelled' : 'done');
      if (!ended) return { kind: 'interrupted' };
      ctx.onRunEnd();
      return { kind: 'over' };
    }
  }
}

/** What has to be settled before anything is carried out: room on our disk, and a ledger that can be believed. */
async function stepBefore({ ctx, list }: Work, state: 'running' | 'cancelling'): Promise<Stepped | null> {
  const short = await ctx.disk.shortage();
  if (short !== null) return { kind: 'wait', reason: 'disk', ms: ctx.timings.diskCheckMs, detail: short };
  const looked = await ctx.verification.next(state);
  if (looked !== 'more') return looked;
  list.changed();
  return atOnce;
}

/** What can be decided is decided first, one item after the other; then what can be begun. */
function handle(
  ctx: RunContext,
  item: LedgerItem,
  next: LedgerItem | null,
  left: number,
): Promise<StepResult> {
  const leftover = { cause: 'leftover', words: {} } as const;
  if (isStep(item) && isOpenStep(item)) return lookBackAtStep(ctx, item, leftover);
  if (isAnswered(item)) return checkAnswer(ctx, item);
  if (isOpen(item)) return lookBack(ctx, item, leftover);
  if (neededSteps(item.plan).length > 0) {
    return recordItem(ctx, item, { outcome: 'rejected', reason: { code: 'STEP_FAILED' } });
  }
  return isStep(item) ? applyStep(ctx, item, left) : applyItem(ctx, item, next, left);
}

async function noteEnd(
  { ctx, list, failures }: Work,
  item: LedgerItem,
  end: Extract<StepResult, { kind: 'ended' }>,
): Promise<void> {
  const { projectId } = item.plan;
  list.ended(item.position);
  failures.ended(projectId, end);
  if (!failures.mustHold(projectId)) return;
  await holdProject(ctx.db, ctx.lease, projectId);
  list.changed();
}

/** Only open writes are left: wait until they may be decided. Now and then the rest may have become free. */
async function settle({ notice, lease, timings }: RunContext, ms: number): Promise<Stepped> {
  if (ms >= timings.tellWaitMs) await notice.tell({ reason: 'settling', ms });
  await lease.rest(Math.max(1, Math.min(ms, timings.pollMs)));
  return atOnce;
}

/** Locks of other people's runs pass by themselves; for the rest a person is needed. */
async function waitStuck({ db, run, notice, lease, timings }: RunContext): Promise<Stepped> {
  const wait = await whyStuck(db, run);
  if (wait === null) return atOnce;
  if (wait.ms === null) return { kind: 'wait', ...wait };
  await notice.tell({ ...wait, ms: null });
  await lease.rest(timings.pollMs);
  return atOnce;
}
