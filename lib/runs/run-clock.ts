import { setTimeout as delay } from 'node:timers/promises';

/** Time as the engine sees it; tests and the bench put their own in its place. */
export interface RunClock {
  /** Wall clock, ms; only for what people see and for comparing with the budget. */
  now: () => number;
  /** Never runs backwards, ms; for durations. */
  monotonic: () => number;
  /** Ends early, without an error, when the signal is aborted. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

export const systemRunClock: RunClock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: async (ms, signal) => {
    try {
      await delay(ms, undefined, signal === undefined ? {} : { signal });
    } catch {
      // Aborted: the caller looks at what changed.
    }
  },
};
