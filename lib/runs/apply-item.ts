import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { compareWithAnswer, imageOf, type Resolution, resolveAgainstFresh } from '@/lib/bulk';
import { afterFailedRead } from './failed-call';
import { afterFailedWrite } from './failed-write';
import type { TimedRead } from './issue-reader';
import { commitIntent } from './ledger';
import type { LedgerItem } from './ledger-item';
import { recordItem } from './record-item';
import type { RunContext, StepResult } from './run-context';
import { touchedFields } from './touched-fields';

type Send = Extract<Resolution, { kind: 'send' }>;

/**
 * Carries out one planned item: read again → compare with the plan → commit the intent → PATCH → compare the answer →
 * result and audit. Nothing is sent for an item that is at its target already or that somebody else has changed.
 *
 * @param next read ahead while this write is in flight
 * @param itemsLeft this one included; what the pace has to fit into the quota
 */
export async function applyItem(
  ctx: RunContext,
  item: LedgerItem,
  next: LedgerItem | null,
  itemsLeft: number,
): Promise<StepResult> {
  for (;;) {
    let read: TimedRead;
    try {
      read = await ctx.reader.read(item.issueId);
    } catch (error) {
      return afterFailedRead(ctx, item, error);
    }
    const resolution = resolveAgainstFresh(item.plan, read.issue, ctx.run.timezone);
    if (resolution.kind === 'unchanged') return recordItem(ctx, item, { outcome: 'unchanged' });
    if (resolution.kind === 'conflict') return recordConflict(ctx, item, resolution);

    const turn = await ctx.pacer.turn(itemsLeft);
    if (turn.kind === 'interrupted') return turn;
    const stale = ctx.clock.monotonic() - read.askedAt > ctx.timings.staleReadMs;
    if (!stale || !(turn.waited || read.ahead)) return write(ctx, item, next, read.issue, resolution);
  }
}

async function recordConflict(
  ctx: RunContext,
  item: LedgerItem,
  conflict: Extract<Resolution, { kind: 'conflict' }>,
): Promise<StepResult> {
  const moved = conflict.fields.some((field) => field.field === 'project');
  return recordItem(ctx, item, {
    outcome: 'conflict',
    reason: {
      code: moved ? 'OTHER_PROJECT' : 'CHANGED_MEANWHILE',
      fields: conflict.fields,
      by: conflict.by,
    },
  });
}

async function write(
  ctx: RunContext,
  item: LedgerItem,
  next: LedgerItem | null,
  fresh: BacklogIssue,
  { params, before }: Send,
): Promise<StepResult> {
  const { db, lease, observer, clock, run } = ctx;
  const subject = { id: run.id, position: item.position };
  const intent = { params, before, issueUpdated: fresh.updated };
  await observer('item.beforeIntent', subject);
  const attempt = await commitIntent(db, lease, item.position, intent);
  if (attempt === null) return { kind: 'interrupted' };
  await observer('item.afterIntent', subject);
  await lease.ensure();
  await observer('item.beforeSend', subject);

  ctx.pacer.sent();
  const began = clock.monotonic();
  const sending = ctx.client.issues.update(item.issueId, params, { signal: lease.signal });
  if (next !== null) ctx.reader.readAhead(next.issueId);
  let answer: BacklogIssue;
  try {
    answer = await sending;
  } catch (error) {
    return afterFailedWrite(ctx, { ...item, attempt, intent: { ...intent, settled: false } }, error);
  }
  await observer('item.afterAnswer', subject);
  return recordItem(ctx, item, {
    outcome: 'applied',
    after: imageOf(answer, touchedFields(before), run.timezone),
    differs: compareWithAnswer(params, answer, run.timezone),
    durationMs: clock.monotonic() - began,
  });
}
