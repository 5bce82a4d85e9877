import type { BacklogClient } from '@/lib/backlog';
import type { Database } from '@/lib/db';
import type { Lease } from './lease';
import { nextWrite } from './pace';
import type { RunClock } from './run-clock';
import { clearWait, tellWait } from './run-waits';
import type { Timings } from './timings';

/** When a person's last write was sent; outlives the run, because Backlog counts per person. */
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
  db: Database;
  client: BacklogClient;
  clock: RunClock;
  timings: Timings;
  lease: Lease;
  memory: WriterMemory;
  stop: AbortSignal;
}): Pacer {
  const { db, client, clock, timings, lease, memory, stop } = deps;

  function next(itemsLeft: number) {
    const { budget } = client;
    return nextWrite({
      now: clock.now(),
      pace: lease.current().pace,
      itemsLeft,
      lastWriteAt: memory.lastWriteAt,
      quota: {
        waitMs: budget.waitMs('update', { reserve: timings.reserve }),
        snapshot: budget.snapshot('update'),
      },
      reserve: timings.reserve,
      gentleSpacingMs: timings.gentleSpacingMs,
    });
  }

  return {
    async turn(itemsLeft) {
      let waited = false;
      let told: number | null = null;
      try {
        for (;;) {
          if (stop.aborted || lease.current().state !== 'running') return { kind: 'interrupted' };
          const { at, reason } = next(itemsLeft);
          const ms = at - clock.now();
          if (ms <= 0) return { kind: 'go', waited };
          if (reason !== null && ms >= timings.tellWaitMs && (told === null || Math.abs(told - at) > 1_000)) {
            await tellWait(db, lease, { reason, ms });
            told = at;
          }
          waited = true;
          // Looks again once a second: another tool may spend the quota, a person may change the pace.
          await lease.rest(Math.min(ms, timings.pollMs));
        }
      } finally {
        if (told !== null) await clearWait(db, lease);
      }
    },
    sent() {
      memory.lastWriteAt = clock.now();
    },
  };
}
