import { isBacklogError } from '@/lib/backlog';
import type { ItemReason, ReasonCode } from './item-reason';
import { isAnswered, isOpen, type LedgerItem } from './ledger-item';
import { recordItem } from './record-item';
import type { RunContext, StepResult } from './run-context';
import { judgeReadError, type Verdict } from './write-verdict';

const reasonOf: Record<'gone' | 'noRight' | 'refused' | 'unreadable', ReasonCode> = {
  gone: 'GONE',
  noRight: 'NO_RIGHT',
  refused: 'REFUSED',
  unreadable: 'UNREADABLE',
};

/** Backlog's own words on a refusal, for the item's row. */
export function refusalReason(verdict: keyof typeof reasonOf, error: unknown): ItemReason {
  return { code: reasonOf[verdict], ...wordsOf(error) };
}

/** What Backlog said, as far as it said anything. */
export function wordsOf(error: unknown): Pick<ItemReason, 'message' | 'backlogCode' | 'status'> {
  if (!isBacklogError(error)) return {};
  const { backlogMessage, backlogCode, status } = error;
  return { message: backlogMessage, backlogCode, status };
}

/** The run as a whole cannot go on; null when only this item is concerned. */
export function runWait(
  ctx: Pick<RunContext, 'client' | 'clock' | 'timings'>,
  verdict: Verdict,
  error: unknown,
): StepResult | null {
  const { clock, timings } = ctx;
  switch (verdict) {
    case 'signIn':
      return { kind: 'wait', reason: 'needsSignIn', ms: timings.signInRetryMs };
    case 'limited': {
      if (isLimitedBlindly(ctx, error)) return { kind: 'wait', reason: 'limited', ms: null };
      const retryAt = isBacklogError(error) ? error.retryAt : null;
      const ms = retryAt === null ? timings.downFirstMs : Math.max(0, retryAt - clock.now());
      return { kind: 'wait', reason: 'quota', ms };
    }
    case 'licence':
      return { kind: 'wait', reason: 'licence', ms: null };
    case 'redirect':
      return { kind: 'wait', reason: 'redirect', ms: null };
    default:
      return null;
  }
}

/** Backlog itself refuses again and again without saying until when: a person has to look, not a timer. */
function isLimitedBlindly(
  { client: { budget }, timings }: Pick<RunContext, 'client' | 'timings'>,
  error: unknown,
): boolean {
  if (!isBacklogError(error) || error.sent !== 'answered') return false;
  const inARow = Math.max(budget.blindRefusals('update'), budget.blindRefusals('read'));
  return inARow >= timings.limitedAfterRefusals;
}

/** A read failed although the client repeated it: the item's own fault ends the item, anything else holds the run. */
export async function afterFailedRead(
  ctx: RunContext,
  item: LedgerItem,
  error: unknown,
): Promise<StepResult> {
  const verdict = judgeReadError(error);
  if (verdict === null) throw error;
  const wait = runWait(ctx, verdict, error);
  if (wait !== null) return wait;
  switch (verdict) {
    case 'gone':
    case 'noRight':
    case 'refused':
    case 'unreadable':
      // Known to have taken effect: the write's own answer is the best there is.
      if (isAnswered(item)) return recordItem(ctx, item, { outcome: 'applied', ...item.intent.answer });
      // With a write open, an issue that may not be looked at tells nothing about it.
      return (isOpen(item) || item.stepIntent !== null) && verdict !== 'gone'
        ? recordItem(ctx, item, { outcome: 'unknown', reason: { code: 'ANSWER_LOST', ...wordsOf(error) } })
        : recordItem(ctx, item, { outcome: 'rejected', reason: refusalReason(verdict, error) });
    default:
      return { kind: 'wait', reason: 'backlogDown', ms: ctx.timings.downFirstMs };
  }
}
