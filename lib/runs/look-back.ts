import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { imageOf } from '@/lib/bulk';
import { afterFailedRead } from './failed-call';
import type { ItemReason } from './item-reason';
import { backToPlanned, settleLater } from './ledger';
import type { OpenItem } from './ledger-item';
import { carriesComment, decideByReading, type Finding, hasOwnComment, isSentOnce } from './reconcile';
import { recordItem } from './record-item';
import type { RunContext, StepResult } from './run-context';
import { touchedFields } from './touched-fields';

/** Backlog's code for a value that it does not accept. */
const BAD_VALUE = 7;

export interface LookBack {
  /**
   * `refused`: Backlog said no, perhaps only because there was nothing left to change. `unavailable`: it answered, but
   * not with the issue. `lost`: no answer. `leftover`: a process died with this write open.
   */
  cause: 'refused' | 'unavailable' | 'lost' | 'leftover';
  words: Pick<ItemReason, 'message' | 'backlogCode' | 'status'>;
}

/** Decides an open write by reading the issue (and its comments) back. */
export async function lookBack(ctx: RunContext, item: OpenItem, look: LookBack): Promise<StepResult> {
  const { client, run } = ctx;
  const { intent } = item;
  // A comment always changes something: its refusal is no "no change", and there is nothing to read back.
  if (look.cause === 'refused' && carriesComment(intent)) return recordRefusal(ctx, item, look);
  let fresh: BacklogIssue;
  let ownComment: boolean | null = null;
  try {
    fresh = (await ctx.reader.read(item.issueId)).issue;
    if (carriesComment(intent)) {
      const wanted = {
        text: intent.params.comment ?? '',
        userId: run.userId,
        issueUpdated: intent.issueUpdated,
      };
      ownComment = hasOwnComment(await client.issues.comments(item.issueId, { count: 100 }), wanted);
    }
  } catch (error) {
    return afterFailedRead(ctx, item, error);
  }
  const finding = decideByReading({ intent, fresh, ownComment, userId: run.userId, timezone: run.timezone });
  if (look.cause === 'refused') return concludeRefusal(ctx, item, fresh, finding, look);
  switch (finding.kind) {
    case 'applied':
      return recordItem(ctx, item, {
        outcome: 'applied',
        differs: finding.differs,
        after: afterImage(ctx, item, fresh),
      });
    case 'conflict':
      // What never answered may yet be carried out, over the third value.
      if (!intent.settled && look.cause !== 'unavailable') return giveTime(ctx, item);
      return recordItem(ctx, item, {
        outcome: 'conflict',
        reason: conflictReason(ctx, item, fresh, finding),
      });
    case 'notApplied':
      return concludeNotApplied(ctx, item, look);
  }
}

/** "No change" is no failure: with every field at its target there was nothing left to do. */
async function concludeRefusal(
  ctx: RunContext,
  item: OpenItem,
  fresh: BacklogIssue,
  finding: Finding,
  look: LookBack,
): Promise<StepResult> {
  const nothingLeft = finding.kind === 'applied' && finding.differs.length === 0;
  if (nothingLeft) {
    return item.attempt > 1
      ? recordItem(ctx, item, { outcome: 'applied', differs: [], after: afterImage(ctx, item, fresh) })
      : recordItem(ctx, item, { outcome: 'unchanged' });
  }
  return recordRefusal(ctx, item, look);
}

/** Backlog names a value that it does not accept by its id; the list of its project tells whether it is gone. */
async function recordRefusal(ctx: RunContext, item: OpenItem, look: LookBack): Promise<StepResult> {
  const { projectId, diffs } = item.plan;
  let values: Pick<ItemReason, 'values'> = {};
  if (look.words.backlogCode === BAD_VALUE) {
    ctx.reference.refused(projectId);
    const { gone } = await ctx.reference.check(projectId, diffs);
    if (gone !== null) values = { values: { ...gone } };
  }
  return recordItem(ctx, item, {
    outcome: 'rejected',
    reason: { code: 'REFUSED', ...look.words, ...values },
  });
}

async function concludeNotApplied(ctx: RunContext, item: OpenItem, look: LookBack): Promise<StepResult> {
  const { db, lease, timings } = ctx;
  const { intent, position, attempt } = item;
  const sentOnceOnly = isSentOnce(intent);
  const cancelling = lease.current().state === 'cancelling';
  const delayMs = timings.retryDelaysMs[attempt - 1];
  // Backlog may still carry out what it received. A comment is never sent twice, nobody is told twice, and a stopped item not again at all:
  // what they are called now is final, so they are given that time always.
  const lastOfLeftover = look.cause === 'leftover' && delayMs === undefined;
  const needsTime = look.cause === 'lost' || sentOnceOnly || cancelling || lastOfLeftover;
  if (!intent.settled && needsTime) return giveTime(ctx, item);
  if (sentOnceOnly) {
    return recordItem(ctx, item, { outcome: 'unknown', reason: { code: 'ANSWER_LOST', ...look.words } });
  }
  if (cancelling) return recordItem(ctx, item, { outcome: 'cancelled' });
  if (delayMs === undefined) {
    const reason: ItemReason = { code: 'NOT_CARRIED_OUT', attempts: attempt, ...look.words };
    return recordItem(ctx, item, { outcome: 'rejected', reason });
  }
  await backToPlanned(db, lease, position, { unsent: false });
  return {
    kind: 'again',
    delayMs: look.cause === 'leftover' ? 0 : delayMs,
    trouble: look.cause !== 'leftover',
  };
}

async function giveTime({ db, lease, timings }: RunContext, item: OpenItem): Promise<StepResult> {
  await settleLater(db, lease, item.position, timings.settleMs);
  return { kind: 'later' };
}

function conflictReason(
  ctx: RunContext,
  item: OpenItem,
  fresh: BacklogIssue,
  finding: Extract<Finding, { kind: 'conflict' }>,
): ItemReason {
  const now = imageOf(fresh, finding.fields, ctx.run.timezone);
  return {
    code: 'CHANGED_DURING_WRITE',
    fields: finding.fields.map((field) => ({
      field,
      planned: item.intent.before[field] ?? null,
      now: now[field] ?? null,
    })),
    by: fresh.updatedUser === null ? null : { name: fresh.updatedUser.name, at: fresh.updated },
  };
}

function afterImage(ctx: RunContext, item: OpenItem, fresh: BacklogIssue) {
  return imageOf(fresh, touchedFields(item.intent.before), ctx.run.timezone);
}
