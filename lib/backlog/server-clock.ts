const periodMs = 5 * 60_000;
const jumpMs = 5_000;

/** Translates Backlog's times into ours. */
export interface ServerClock {
  /** @param serverDate the `Date` of an answer that has just arrived, ms */
  learn(serverDate: number): void;
  toOurs(serverMs: number): number;
}

/**
 * Offset between Backlog's clock and ours. `Date` is cut to whole seconds and every answer travels, so each sample is
 * late by up to a second and more; the smallest sample of the last minutes is the nearest, and never early. A sample
 * that is far from it means that one of the clocks was set.
 */
export function createServerClock(clock: { now(): number }): ServerClock {
  let current: number | null = null;
  let previous: number | null = null;
  let periodStart = 0;

  const offset = () => Math.min(current ?? Number.POSITIVE_INFINITY, previous ?? Number.POSITIVE_INFINITY);

  return {
    learn(serverDate) {
      const now = clock.now();
      const sample = now - serverDate;
      if (Math.abs(now - periodStart) >= periodMs) {
        previous = now - periodStart < 2 * periodMs ? current : null;
        current = null;
        periodStart = now;
      }
      const known = offset();
      if (Number.isFinite(known) && sample > known + jumpMs) {
        previous = null;
        current = sample;
        return;
      }
      current = Math.min(current ?? sample, sample);
    },
    toOurs(serverMs) {
      const known = offset();
      return serverMs + (Number.isFinite(known) ? known : 0);
    },
  };
}
