import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { compareWithAnswer, imageOf } from '@/lib/bulk';
import { afterFailedRead } from './failed-call';
import { checkLater, keepAnswer } from './ledger';
import type { AnsweredItem, LedgerItem, StaleAnswer } from './ledger-item';
import { recordItem, storeFirmly } from './record-item';
import type { RunContext, StepResult } from './run-context';
import { touchedFields } from './touched-fields';

/**
 * Backlog took a write and showed something else than was sent. Its answers may come from a copy that lags behind, so
 * the issue is looked at again before anyone is told that Backlog stored it differently.
 */
export async function keepForCheck(
  ctx: RunContext,
  item: LedgerItem,
  answer: Omit<StaleAnswer, 'checks'>,
): Promise<StepResult> {
  const { db, lease, timings } = ctx;
  const [first] = timings.staleAnswerMs;
  if (first === undefined) return recordItem(ctx, item, { outcome: 'applied', ...answer });
  await storeFirmly(ctx, item, () => keepAnswer(db, lease, item.position, answer, first));
  return { kind: 'answered' };
}

/** Looks again at an issue whose write took effect. */
export async function checkAnswer(ctx: RunContext, item: AnsweredItem): Promise<StepResult> {
  const { db, lease, timings, run } = ctx;
  const { params, before, answer } = item.intent;
  let fresh: BacklogIssue;
  try {
    fresh = (await ctx.reader.read(item.issueId)).issue;
  } catch (error) {
    return afterFailedRead(ctx, item, error);
  }
  const differs = compareWithAnswer(params, fresh, run.timezone);
  if (differs.length > 0) {
    // Somebody has written since: what stands there now is theirs, and undo must not take it for ours.
    if (isForeign(ctx, item, fresh)) return recordAnswer(ctx, item);
    const dueMs = timings.staleAnswerMs[answer.checks] ?? 0;
    const nextMs = timings.staleAnswerMs[answer.checks + 1];
    if (nextMs !== undefined) {
      await checkLater(db, lease, item.position, nextMs - dueMs);
      return { kind: 'answered' };
    }
  }
  const after = imageOf(fresh, touchedFields(before), run.timezone);
  return recordItem(ctx, item, { outcome: 'applied', after, differs, durationMs: answer.durationMs });
}

function isForeign({ run }: RunContext, { intent }: AnsweredItem, fresh: BacklogIssue): boolean {
  const moved = Date.parse(fresh.updated) > Date.parse(intent.issueUpdated);
  return moved && fresh.updatedUser?.id !== run.userId;
}

/** The write took effect, and its own answer is the best that is known of it. */
function recordAnswer(ctx: RunContext, item: AnsweredItem): Promise<StepResult> {
  const { after, differs, durationMs } = item.intent.answer;
  return recordItem(ctx, item, { outcome: 'applied', after, differs, durationMs });
}
