import { LeaseLostError } from './lease';
import { recordResult } from './ledger';
import type { ItemResult, LedgerItem } from './ledger-item';
import type { RunContext, StepResult } from './run-context';

/** Records how an item ended. */
export async function recordItem(ctx: RunContext, item: LedgerItem, result: ItemResult): Promise<StepResult> {
  const { db, lease, run } = ctx;
  await storeFirmly(ctx, item, () => recordResult(db, lease, run, item, result));
  return { kind: 'ended', outcome: result.outcome, reason: result.reason ?? null };
}

/**
 * Records an update that went as planned, as soon as the next request is on its way. Everything else about the run that
 * asks the ledger flushes first.
 */
export async function recordSoon(ctx: RunContext, item: LedgerItem, result: ItemResult): Promise<StepResult> {
  await ctx.held.hold(async () => void (await recordItem(ctx, item, result)));
  return { kind: 'ended', outcome: result.outcome, reason: null };
}

/**
 * Stores what a write has brought. It exists only here until it is stored, so while the database does not take it, it is
 * held and offered again; after that the next owner reconciles from the intent.
 */
export async function storeFirmly(
  ctx: RunContext,
  item: LedgerItem,
  store: () => Promise<void>,
): Promise<void> {
  const { clock, timings, log, run, observer } = ctx;
  const subject = { id: run.id, position: item.position };
  await observer('item.beforeRecord', subject);
  const began = clock.monotonic();
  for (;;) {
    try {
      await store();
      break;
    } catch (error) {
      if (error instanceof LeaseLostError || clock.monotonic() - began >= timings.recordRetryMs) throw error;
      log.warn({ runId: run.id, issueKey: item.issueKey, error }, 'result not stored yet');
      await clock.sleep(timings.pollMs);
    }
  }
  await observer('item.afterRecord', subject);
}
