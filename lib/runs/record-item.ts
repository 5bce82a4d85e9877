import { LeaseLostError } from './lease';
import { recordResult } from './ledger';
import type { ItemResult, LedgerItem } from './ledger-item';
import type { RunContext, StepResult } from './run-context';

/**
 * Records how an item ended. The result of a write exists only here until it is stored, so while the database does not
 * take it, it is held and offered again; after that the next owner reconciles from the intent.
 */
export async function recordItem(ctx: RunContext, item: LedgerItem, result: ItemResult): Promise<StepResult> {
  const { db, clock, timings, log, lease, run, observer } = ctx;
  const subject = { id: run.id, position: item.position };
  await observer('item.beforeRecord', subject);
  const began = clock.monotonic();
  for (;;) {
    try {
      await recordResult(db, lease, run, item, result);
      break;
    } catch (error) {
      if (error instanceof LeaseLostError || clock.monotonic() - began >= timings.recordRetryMs) throw error;
      log.warn({ runId: run.id, issueKey: item.issueKey, error }, 'result not stored yet');
      await clock.sleep(timings.pollMs);
    }
  }
  await observer('item.afterRecord', subject);
  return { kind: 'ended' };
}
