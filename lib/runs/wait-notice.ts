import type { Database } from '@/lib/db';
import type { Lease } from './lease';
import type { RunClock } from './run-clock';
import type { Wait } from './run-context';
import { clearWait, tellWait } from './run-waits';

/** Tells people on the run's row why it waits while its worker keeps the claim, without writing the same twice. */
export interface WaitNotice {
  tell: (wait: Wait) => Promise<void>;
  /** The run goes on. */
  clear: () => Promise<void>;
}

/** Two times that people would read as the same. */
const sameMs = 1_000;

export function createWaitNotice(db: Database, lease: Lease, clock: RunClock): WaitNotice {
  let told: { reason: Wait['reason']; until: number | null } | null = null;

  function isTold({ reason, ms }: Wait): boolean {
    if (told?.reason !== reason) return false;
    if (ms === null || told.until === null) return ms === told.until;
    return Math.abs(told.until - (clock.now() + ms)) <= sameMs;
  }

  return {
    async tell(wait) {
      if (isTold(wait)) return;
      await tellWait(db, lease, wait);
      told = { reason: wait.reason, until: wait.ms === null ? null : clock.now() + wait.ms };
    },
    async clear() {
      if (told === null) return;
      await clearWait(db, lease);
      told = null;
    },
  };
}
