import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CallOptions } from '@/lib/backlog';
import { LeaseLostError } from './lease';
import type { LedgerItem } from './ledger-item';
import type { RunContext } from './run-context';

export type Sent<T> = { answer: T; durationMs: number } | { error: unknown };

/**
 * Sends the request of a committed intent, and stores the result of the one before while it is on its way. Right before
 * the socket the claim is looked at once more, by the clock of this process: after a sleep longer than the claim nothing
 * leaves, and the call fails as provably unsent.
 *
 * @param meanwhile done while the request is on its way
 * @throws LeaseLostError, or what the observer throws; whatever the call fails with is given back
 */
export async function sendWrite<T>(
  { lease, observer, clock, run, pacer, held }: RunContext,
  item: LedgerItem,
  call: (options: CallOptions) => Promise<T>,
  meanwhile: () => void = () => undefined,
): Promise<Sent<T>> {
  const subject = { id: run.id, position: item.position };
  await observer('item.afterIntent', subject);
  await lease.ensure();
  await observer('item.beforeSend', subject);

  let left: Promise<void> | null = null;
  const beforeSend = () => {
    if (!lease.holds()) throw new LeaseLostError(run.id);
    // Told in the next turn: by then the bytes are with the system.
    left ??= nextTurn().then(() => observer('item.afterSend', subject));
    left.catch(() => undefined);
  };
  pacer.sent();
  const began = clock.monotonic();
  const sending = call({ signal: lease.signal, beforeSend }).then(
    (answer): Sent<T> => ({ answer, durationMs: clock.monotonic() - began }),
    (error: unknown): Sent<T> => ({ error }),
  );
  meanwhile();
  const stored = held.flush();
  stored.catch(() => undefined);
  const sent = await sending;
  await Promise.all([left, stored]);
  if ('answer' in sent) await observer('item.afterAnswer', subject);
  return sent;
}
