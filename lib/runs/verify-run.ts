import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { withCreated } from '@/lib/bulk';
import type { RunRow } from './claim';
import { runWait } from './failed-call';
import { isStep, type LedgerItem, type StepItem } from './ledger-item';
import { createdIds, plannedItems } from './ledger-reads';
import type { RunContext, StepResult } from './run-context';
import { missingFields } from './verify-ended';
import { clearUnclean, noteVerified, type RecentItem, recentlyUpdated } from './verify-ledger';
import { recogniseOwnWrite } from './verify-planned';
import { recogniseOwnPage } from './verify-planned-page';
import { judgeReadError } from './write-verdict';

/**
 * Items are written in plan order, so the lost ones come first: after so many in a row without a trace of us there are
 * no more.
 */
const tracelessInARow = 100;

/** After an unclean stop: what of a run is held against Backlog before its ledger is believed. */
export interface Verification {
  /**
   * To be called before anything of the run is carried out.
   * @returns `more` when something was looked at and there may be more, null when there is nothing left to look at
   */
  next: (state: 'running' | 'cancelling') => Promise<'more' | StepResult | null>;
  /**
   * An item is about to be carried out, and this is its issue.
   * @returns how it ended when our write stands there already, null when it is to be carried out
   */
  recognise: (item: LedgerItem, fresh: BacklogIssue) => Promise<StepResult | null>;
  /** The same of a side step. @throws BacklogError */
  recogniseStep: (item: StepItem) => Promise<StepResult | null>;
  /** Nothing is left to be carried out. */
  over: () => Promise<void>;
}

const nothingToVerify: Verification = {
  next: async () => null,
  recognise: async () => null,
  recogniseStep: async () => null,
  over: async () => undefined,
};

/** @param ctx without its `verification`, which this is */
export function createVerification(ctx: Omit<RunContext, 'verification'>, run: RunRow): Verification {
  if (!run.unclean) return nothingToVerify;
  const { db, lease, timings } = ctx;
  let recent: RecentItem[] | null = null;
  /** Issues of `recent` by id, as far as the list shows them. */
  let listed = new Map<number, BacklogIssue>();
  let traceless = 0;
  /** Planned items that were looked at before cancelling. */
  let passed = 0;
  let done = false;

  async function finish(): Promise<void> {
    if (done) return;
    await clearUnclean(db, lease);
    done = true;
  }

  async function recognise(item: LedgerItem, fresh: BacklogIssue): Promise<StepResult | null> {
    if (done) return null;
    const own = await recogniseOwnWrite(ctx, item, fresh);
    traceless = own === null ? traceless + 1 : 0;
    if (traceless >= tracelessInARow) await finish();
    return own;
  }

  async function recogniseStep(item: StepItem): Promise<StepResult | null> {
    return done ? null : recogniseOwnPage(ctx, item, run.approvedAt);
  }

  /** Items of a run that is stopped would become `cancelled` unread. */
  async function beforeCancelling(): Promise<'more' | StepResult | null> {
    const items = await plannedItems(db, ctx.run, passed + tracelessInARow);
    const item = items[passed];
    if (done || item === undefined) {
      await finish();
      return null;
    }
    const plan = withCreated(item.plan, await createdIds(db, ctx.run.id));
    const looked = await attempt(ctx, async () =>
      isStep(item)
        ? recogniseStep(item)
        : recognise({ ...item, plan }, (await ctx.reader.read(item.issueId)).issue),
    );
    if (looked.kind === 'wait') return looked.wait;
    const own = looked.kind === 'done' ? looked.value : null;
    // One that was found is not among the planned any more.
    if (own === null) passed += 1;
    return own?.kind === 'locked' ? { kind: 'again', delayMs: timings.pollMs, trouble: false } : 'more';
  }

  return {
    async next(state) {
      if (done) return null;
      if (recent === null) {
        const found = await recentlyUpdated(db, run.id, timings.verifyBackMs);
        const read = await attempt(ctx, () => listIssues(ctx, found));
        if (read.kind === 'wait') return read.wait;
        if (read.kind === 'done') listed = read.value;
        recent = found;
      }
      const item = recent[0];
      if (item === undefined) return state === 'cancelling' ? beforeCancelling() : null;
      // What the list does not show may be gone, moved or hidden: the issue itself tells which.
      const looked = await attempt(
        ctx,
        async () => listed.get(item.issueId) ?? (await ctx.reader.read(item.issueId)).issue,
      );
      if (looked.kind === 'wait') return looked.wait;
      recent = recent.slice(1);
      if (looked.kind === 'notVisible') return 'more';
      // An issue that was deleted was changed by somebody since.
      const missing = looked.kind === 'gone' ? [] : missingFields(item, looked.value, ctx.run.timezone);
      if (missing.length > 0) {
        ctx.log.warn({ runId: run.id, issueKey: item.issueKey, missing }, 'update not found at Backlog');
      }
      await noteVerified(db, lease, ctx.run, item, missing);
      return 'more';
    },
    recognise,
    recogniseStep,
    over: finish,
  };
}

/** A hundred at a time: whoever waits for the run to go on waits for this too. */
async function listIssues(
  { client }: Pick<RunContext, 'client'>,
  items: readonly RecentItem[],
): Promise<Map<number, BacklogIssue>> {
  if (items.length === 0) return new Map();
  const projectIds = [...new Set(items.map((item) => item.projectId))];
  const issues = await client.issues.byIds(
    items.map((item) => item.issueId),
    projectIds,
  );
  return new Map(issues.map((issue) => [issue.id, issue]));
}

type Attempt<T> =
  | { kind: 'done'; value: T }
  | { kind: 'gone' }
  | { kind: 'notVisible' }
  | { kind: 'wait'; wait: StepResult };

/** Reads at Backlog; what holds the whole run becomes a wait. */
async function attempt<T>(
  ctx: Omit<RunContext, 'verification'>,
  read: () => Promise<T>,
): Promise<Attempt<T>> {
  try {
    return { kind: 'done', value: await read() };
  } catch (error) {
    const verdict = judgeReadError(error);
    if (verdict === null) throw error;
    const wait = runWait(ctx, verdict, error);
    if (wait !== null) return { kind: 'wait', wait };
    if (verdict === 'gone') return { kind: 'gone' };
    if (verdict !== 'unavailable' && verdict !== 'lost' && verdict !== 'unsent')
      return { kind: 'notVisible' };
    const { downFirstMs } = ctx.timings;
    return { kind: 'wait', wait: { kind: 'wait', reason: 'backlogDown', ms: downFirstMs } };
  }
}
