import type { EngineLog } from './engine-log';
import type { RunClock } from './run-clock';

/** Work that was claimed and waits to be done. */
export type Job = () => Promise<void>;

export interface JobLoop {
  start: () => void;
  /** Claims nothing more, waits for the jobs under way, at most `graceMs`. */
  stop: () => Promise<void>;
  /** Looks for work now. */
  wake: () => void;
}

/**
 * Claims jobs until there are none, does them side by side, sleeps until woken or until the next look. Knows nothing
 * of what the jobs do.
 *
 * @param claim the next job, or how long until there may be one
 */
export function createJobLoop(options: {
  claim: () => Promise<Job | { idleMs: number }>;
  parallel: number;
  graceMs: number;
  /** Pause after a claim failed. */
  retryMs: number;
  clock: RunClock;
  log: EngineLog;
}): JobLoop {
  const { clock, log } = options;
  const active = new Set<Promise<void>>();
  let stopping = false;
  let loop: Promise<void> | null = null;
  let rest = new AbortController();
  let woken = false;

  const wake = () => {
    woken = true;
    rest.abort();
  };

  function take(job: Job): void {
    const done = job()
      .catch((error: unknown) => log.error({ error }, 'job failed'))
      .finally(() => {
        active.delete(done);
        wake();
      });
    active.add(done);
  }

  /** Claims until there is nothing to claim. @returns how long to rest */
  async function claimAll(): Promise<number> {
    while (!stopping) {
      if (active.size >= options.parallel) return options.retryMs;
      try {
        const claimed = await options.claim();
        if (typeof claimed !== 'function') return claimed.idleMs;
        take(claimed);
      } catch (error) {
        log.error({ error }, 'looking for work failed');
        return options.retryMs;
      }
    }
    return 0;
  }

  async function run(): Promise<void> {
    while (!stopping) {
      woken = false;
      const ms = await claimAll();
      if (stopping || woken) continue;
      rest = new AbortController();
      await clock.sleep(ms, rest.signal);
    }
  }

  return {
    start() {
      loop ??= run();
    },
    wake,
    async stop() {
      stopping = true;
      wake();
      await loop;
      await Promise.race([Promise.all(active), clock.sleep(options.graceMs)]);
    },
  };
}
