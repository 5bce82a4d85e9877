import { refusalReason, runWait, wordsOf } from './failed-call';
import { backToPlanned, settleLater } from './ledger';
import type { OpenItem } from './ledger-item';
import { lookBack } from './look-back';
import { recordItem } from './record-item';
import type { RunContext, StepResult } from './run-context';
import { judgeWriteError } from './write-verdict';

/**
 * A write did not answer with the issue. What Backlog refused ends the item; what never left is simply tried again;
 * what may have been carried out is decided by reading back, never by sending again blindly.
 */
export async function afterFailedWrite(ctx: RunContext, item: OpenItem, error: unknown): Promise<StepResult> {
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
      return lookBack(ctx, item, { cause: 'lost', words: wordsOf(error) });
    case 'unavailable':
      return lookBack(ctx, item, { cause: 'unavailable', words: wordsOf(error) });
    default:
      return lookBack(ctx, item, { cause: 'refused', words: wordsOf(error) });
  }
}
