import type { BacklogClient } from '@/lib/backlog';
import type { Lease } from './lease';
import { nextWrite } from './pace';
import type { RunClock } from './run-clock';
import type { Timings } from './timings';
import type { WaitNotice } from './wait-notice';

/** When a person's last write was sent, monotonic; outlives the run, because Backlog counts per person. */
export interface WriterMemory {
  lastWriteAt: number | null;
}

export interface Pacer {
  /**
   * Waits until the next write may go. The run's row says why and until when, if it takes long.
   * @returns `interrupted` when the run is not `running` any more or `stop` was asked for
   */
  turn: (itemsLeft: number) => Promise<{ kind: 'go'; waited: boolean } | { kind: 'interrupted' }>;
  /** A write is being sent now. */
  sent: () => void;
}

export function createPacer(deps: {
  client: BacklogClient;
  clock: RunClock;
  timings: Timings;
  lease: Lease;
  notice: WaitNotice;
  memory: WriterMemory;
  stop: AbortSignal;
}): Pacer {
  const { client, clock, timings, lease, notice, memory, stop } = deps;

  function next(itemsLeft: number) {
    const { budget } = client;
    const now = clock.monotonic();
    const snapshot = budget.snapshot('update');
    // The wall clock may be set between two looks, so only the distance from it to the reset counts.
    const resetAt = (wall: number) => now + wall - clock.now();
    return nextWrite({
      now,
      pace: lease.current().pace,
      itemsLeft,
      lastWriteAt: memory.lastWriteAt,
      quota: {
        waitMs: budget.waitMs('update', { reserve: timings.reserve }),
        snapshot: snapshot && { ...snapshot, resetAt: resetAt(snapshot.resetAt) },
      },
      reserve: timings.reserve,
      gentleSpacingMs: timings.gentleSpacingMs,
    });
  }

  return {
    async turn(itemsLeft) {
      let waited = false;
      try {
        for (;;) {
          if (stop.aborted || lease.current().state !== 'running') return { kind: 'interrupted' };
          const { at, reason } = next(itemsLeft);
          const ms = at - clock.monotonic();
          if (ms <= 0) return { kind: 'go', waited };
          if (reason !== null && ms >= timings.tellWaitMs) await notice.tell({ reason, ms });
          waited = true;
          // Looks again once a second: another tool may spend the quota, a person may change the pace.
          await lease.rest(Math.min(ms, timings.pollMs));
        }
      } finally {
        await notice.clear();
      }
    },
    sent() {
      memory.lastWriteAt = clock.monotonic();
    },
  };
}
