import type { RunClock } from './run-clock';

/**
 * The result of a write may be stored while the next request is on its way: until then its open intent tells the truth
 * about it, and a crash in between costs one look at Backlog. That takes the time of the ledger out of the way of the
 * next item.
 */
export interface HeldResult {
  /** Keeps what stores a result. It is stored with the next `flush`, at the latest after `longestMs`. */
  hold: (store: () => Promise<void>) => Promise<void>;
  /**
   * Stores what is held, if anything.
   * @returns whether there was anything
   * @throws what storing raised, also when it was stored by itself
   */
  flush: () => Promise<boolean>;
}

export function createHeldResult(clock: RunClock, longestMs: number): HeldResult {
  let held: (() => Promise<void>) | null = null;
  let storing: Promise<void> = Promise.resolve();
  let timer = new AbortController();

  async function flush(): Promise<boolean> {
    const store = held;
    held = null;
    timer.abort();
    if (store !== null) {
      storing = storing.then(store);
      // Raised to whoever flushes next.
      storing.catch(() => undefined);
    }
    await storing;
    return store !== null;
  }

  return {
    async hold(store) {
      await flush();
      held = store;
      timer = new AbortController();
      const { signal } = timer;
      void clock.sleep(longestMs, signal).then(() => {
        if (!signal.aborted) flush().catch(() => undefined);
      });
    },
    flush,
  };
}
