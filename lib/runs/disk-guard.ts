import type { EngineLog } from './engine-log';
import type { RunClock } from './run-clock';
import type { Timings } from './timings';

const megabyte = 1024 * 1024;
/** Below this no run goes on: the embedded database ends its process when it finds no space for its journal. */
const leastBytes = 200 * megabyte;

/** Watches the disk of the embedded database. */
export interface DiskGuard {
  /**
   * @param now measure also when the last measurement is recent: something begins
   * @returns megabytes that are free when they are too few; null when there is enough
   */
  shortage: (now?: boolean) => Promise<{ freeMb: number } | null>;
}

/** @param freeBytes null for a database that has its disk elsewhere */
export function createDiskGuard(
  freeBytes: (() => Promise<number>) | null,
  deps: { clock: RunClock; timings: Timings; log: EngineLog },
): DiskGuard {
  const { clock, timings, log } = deps;
  let measuredAt: number | null = null;
  let short: { freeMb: number } | null = null;

  return {
    async shortage(now = false) {
      if (freeBytes === null) return null;
      const recent = measuredAt !== null && clock.monotonic() - measuredAt < timings.diskCheckMs;
      if (recent && !now) return short;
      measuredAt = clock.monotonic();
      try {
        const free = await freeBytes();
        short = free < leastBytes ? { freeMb: Math.floor(free / megabyte) } : null;
      } catch (error) {
        // A disk that cannot be measured is no reason to stop: writing to it will tell.
        log.warn({ error }, 'free space not known');
        short = null;
      }
      return short;
    },
  };
}
