import { refusalReason, runWait, wordsOf } from './failed-call';
import { backToPlanned, settleLater } from './ledger';
import type { LedgerItem } from './ledger-item';
import type { LookBack } from './look-back';
import { recordItem } from './record-item';
import type { RunContext, StepResult } from './run-context';
import { judgeWriteError } from './write-verdict';

/**
 * A write did not answer with the issue. What Backlog refused ends the item; what never left is simply tried again;
 * what may have been carried out is decided by reading back, never by sending again blindly.
 *
 * @param lookBack decides the open write by reading
 */
export async function afterFailedWrite(
  ctx: RunContext,
  item: LedgerItem,
  error: unknown,
  lookBack: (look: LookBack) => Promise<StepResult>,
): Promise<StepResult> {
  const verdict = judgeWriteError(error);
  if (verdict === null) throw error;
  const { db, lease, timings } = ctx;
  // Stays an open intent: whoever goes on looks first.
  if (verdict === 'redirect') return { kind: 'wait', reason: 'redirect', ms: null };

  const wait = runWait(ctx, verdict, error);
  if (wait !== null) {
    await backToPlanned(db, lease, item.position, { unsent: true });
    return wait;
  }
  switch (verdict) {
    case 'unsent':
      await backToPlanned(db, lease, item.position, { unsent: true });
      return { kind: 'again', delayMs: timings.retryDelaysMs[0] ?? 0, trouble: true };
    case 'gone':
    case 'noRight':
      return recordItem(ctx, item, { outcome: 'rejected', reason: refusalReason(verdict, error) });
    case 'lost':
      await settleLater(db, lease, item.position, timings.settleMs);
      return lookBack({ cause: 'lost', words: wordsOf(error) });
    case 'unavailable':
      return lookBack({ cause: 'unavailable', words: wordsOf(error) });
    default:
      return lookBack({ cause: 'refused', words: wordsOf(error) });
  }
}
