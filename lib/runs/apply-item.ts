import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { compareWithAnswer, imageOf, type Resolution, resolveAgainstFresh } from '@/lib/bulk';
import { keepForCheck } from './check-answer';
import { afterFailedRead } from './failed-call';
import { afterFailedWrite } from './failed-write';
import { type Begun, beginWrite } from './issue-lock';
import type { TimedRead } from './issue-reader';
import type { Intent, LedgerItem } from './ledger-item';
import { lookBack } from './look-back';
import { recordItem, recordSoon } from './record-item';
import type { RunContext, StepResult } from './run-context';
import { sendWrite } from './send-write';
import { touchedFields } from './touched-fields';
import { whyReportHeld } from './why-report-held';

/**
 * Carries out one planned item: read again → compare with the plan → commit the intent → PATCH → compare the answer →
 * result and audit. Nothing is sent for an item that is at its target already, that somebody else has changed, or whose
 * value is known to be gone.
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
  const { clock, timings } = ctx;
  for (;;) {
    let read: TimedRead;
    let own: StepResult | null;
    try {
      read = await ctx.reader.read(item.issueId);
      own = await ctx.verification.recognise(item, read.issue);
    } catch (error) {
      return afterFailedRead(ctx, item, error);
    }
    if (own !== null) return own;
    const resolution = resolveAgainstFresh(item.plan, read.issue, ctx.run.timezone);
    if (resolution.kind === 'unchanged') return recordItem(ctx, item, { outcome: 'unchanged' });
    if (resolution.kind === 'conflict') return recordConflict(ctx, item, resolution);
    const held = await whyReportHeld(ctx, item);
    if (held !== null) return recordItem(ctx, item, { outcome: 'rejected', reason: held });

    const check = await ctx.reference.check(item.plan.projectId, resolution.expected);
    if (check.gone !== null) {
      const reason = { code: 'VALUE_GONE', values: { ...check.gone } } as const;
      return recordItem(ctx, item, { outcome: 'rejected', reason });
    }
    const turn = await ctx.pacer.turn(itemsLeft);
    if (turn.kind === 'interrupted') return turn;
    const stale = clock.monotonic() - read.askedAt > timings.staleReadMs;
    if (stale && (turn.waited || read.ahead || check.asked)) continue;

    const { params, before } = resolution;
    const intent = { params, before, issueUpdated: read.issue.updated };
    await ctx.observer('item.beforeIntent', { id: ctx.run.id, position: item.position });
    let begun: Begun;
    try {
      begun = await beginWrite(ctx, item, intent, read.askedAt);
    } catch (error) {
      // The database is away. What is held goes first, and waits until it is back.
      if (!(await ctx.held.flush())) throw error;
      continue;
    }
    if (begun.kind === 'overtaken') continue;
    if (begun.kind !== 'begun') return begun;
    return write(ctx, { ...item, attempt: begun.attempt }, intent, next);
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
  intent: Intent,
  next: LedgerItem | null,
): Promise<StepResult> {
  const { params, before } = intent;
  const sent = await sendWrite<BacklogIssue>(
    ctx,
    item,
    (options) => ctx.client.issues.update(item.issueId, params, options),
    () => {
      if (next !== null) ctx.reader.readAhead(next.issueId);
    },
  );
  if ('error' in sent) {
    const open = { ...item, intent: { ...intent, settled: false, answer: null } };
    return afterFailedWrite(ctx, open, sent.error, (look) => lookBack(ctx, open, look));
  }
  const { answer, durationMs } = sent;
  const { timezone } = ctx.run;
  const after = imageOf(answer, touchedFields(before), timezone);
  const differs = compareWithAnswer(params, answer, timezone);
  if (differs.length > 0) return keepForCheck(ctx, item, { after, differs, durationMs });
  return recordSoon(ctx, item, { outcome: 'applied', after, differs, durationMs });
}
