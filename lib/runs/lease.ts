import type { Pace } from '@/lib/bulk';
import type { Database } from '@/lib/db';
import { runs } from '@/lib/db/schema';
import type { RunRow } from './claim';
import type { EngineLog } from './engine-log';
import { type HeldLease, leaseHolds, nowPlus } from './held-lease';
import type { RunClock } from './run-clock';
import type { Timings } from './timings';
import type { RunState } from './transitions';

/** The claim was lost to another worker or ran out: whatever was under way is left to the next owner. */
export class LeaseLostError extends Error {
  constructor(runId: string) {
    super(`lease on run ${runId} lost`);
    this.name = 'LeaseLostError';
  }
}

/** A claim that is kept up, and the eye on what people ask of the run meanwhile. */
export interface Lease extends HeldLease {
  /** State and pace as of the last renewal. */
  current: () => { state: RunState; pace: Pace };
  /** Renews now; used when someone says that the run was touched. */
  refresh: () => Promise<void>;
  /** Right before a request: renews if the claim is not fresh. @throws LeaseLostError */
  ensure: () => Promise<void>;
  /**
   * Whether the claim still holds, by the clocks of this process alone: for the moment right before the socket, where
   * nothing can be asked. A computer that slept may have stopped the monotonic clock, so the wall clock counts too.
   */
  holds: () => boolean;
  /** Aborted when the claim is lost: a request in flight belongs to nobody any more. */
  signal: AbortSignal;
  /** Rests; ends early when state or pace change, when the lease is lost, or on `poke`. */
  rest: (ms: number) => Promise<void>;
  poke: () => void;
  /** Ends the heartbeat without releasing anything. */
  end: () => void;
}

export interface LeaseDeps {
  db: Database;
  clock: RunClock;
  timings: Timings;
  log: EngineLog;
}

/** @param claimedAt monotonic time before the claim was sent: database and monotonic clock are never compared */
export function keepLease(deps: LeaseDeps, run: RunRow, owner: string, claimedAt: number): Lease {
  const { db, clock, timings, log } = deps;
  const held: HeldLease = { runId: run.id, owner, epoch: run.leaseEpoch };
  let standing: { state: RunState; pace: Pace } = { state: run.state, pace: run.pace };
  let renewedAt = claimedAt;
  let renewedWall = clock.now();
  const lost = new AbortController();
  const ended = new AbortController();
  const resting = new Set<AbortController>();

  const poke = () => {
    for (const rest of resting) rest.abort();
  };
  const age = () => clock.monotonic() - renewedAt;
  /** Age that may be too great when the clock was set: enough to ask the database, not to give up. */
  const wallAge = () => clock.now() - renewedWall;

  function lose(): void {
    lost.abort();
    poke();
  }

  async function renew(): Promise<void> {
    const asked = clock.monotonic();
    const askedWall = clock.now();
    const [row] = await db
      .update(runs)
      .set({ leaseUntil: nowPlus(timings.leaseMs) })
      .where(leaseHolds(held))
      .returning({ state: runs.state, pace: runs.pace });
    if (row === undefined) return lose();
    renewedAt = asked;
    renewedWall = askedWall;
    const changed = row.state !== standing.state || row.pace !== standing.pace;
    standing = row;
    if (changed) poke();
  }

  async function beat(): Promise<void> {
    while (!ended.signal.aborted && !lost.signal.aborted) {
      await clock.sleep(timings.renewMs, ended.signal);
      if (ended.signal.aborted) return;
      const renewal = renew().catch((error: unknown) => {
        log.warn({ runId: run.id, error }, 'lease could not be renewed');
      });
      // A database that does not answer at all must not keep this process in the belief that it holds the claim.
      const waited = new AbortController();
      await Promise.race([renewal, clock.sleep(Math.max(1, timings.leaseMs - age()), waited.signal)]);
      waited.abort();
      if (age() >= timings.leaseMs) lose();
    }
  }
  void beat();

  return {
    ...held,
    current: () => standing,
    signal: lost.signal,
    refresh: renew,
    async ensure() {
      const due = Math.max(age(), wallAge()) >= timings.renewMs;
      if (!lost.signal.aborted && due) await renew();
      if (lost.signal.aborted || age() >= timings.leaseMs) throw new LeaseLostError(run.id);
    },
    holds: () => !lost.signal.aborted && Math.max(age(), wallAge()) < timings.leaseMs,
    async rest(ms) {
      if (lost.signal.aborted || ms <= 0) return;
      const controller = new AbortController();
      resting.add(controller);
      await clock.sleep(ms, controller.signal);
      resting.delete(controller);
    },
    poke,
    end: () => {
      ended.abort();
      poke();
    },
  };
}
