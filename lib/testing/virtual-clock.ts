interface Sleeper {
  at: number;
  wake: () => void;
}

/**
 * A clock on which nothing ever waits: when everything that runs in this process has come to rest, it jumps to the
 * next sleeper. A run of an hour takes as long as its work does, and the machine's speed changes no result.
 *
 * Give it to whatever waits (`wall`, `monotonic`, `sleep`, `sleepOrThrow`, `after`), and `now` to other machines. Work
 * inside the process is seen by itself; work that leaves it, such as a statement sent to PostgreSQL, must be told by
 * `hold`, or the clock takes the silence for rest. Nothing advances while nobody sleeps, so give a space some latency
 * where the order of instants matters: without it all requests happen at one and the same.
 */
export interface VirtualClock {
  /** The true time, ms. */
  now: () => number;
  /** What this machine believes the time to be, ms: the true time until `setWall`. */
  wall: () => number;
  /** Never runs backwards, ms. */
  monotonic: () => number;
  /** Ends early, without an error, when the signal is aborted. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** As `sleep`, but an abort rejects with the signal's reason. */
  sleepOrThrow: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Calls back in so many ms. @returns takes it back */
  after: (ms: number, call: () => void) => () => void;
  /** Asked at every turn: while it says true, something outside this process is under way. */
  hold: (isBusy: () => boolean) => void;
  /** Told, and waited for, after each jump and before anybody wakes. */
  onJump: (listener: (now: number) => Promise<void>) => void;
  /** Moves `wall` against the true time, as a person or NTP does; sleepers and `monotonic` know nothing of it. */
  setWall: (byMs: number) => void;
  /** Nobody is woken any more. */
  stop: () => void;
}

/** Turns of the event loop without any sign of life after which the process is taken to rest. */
const restTurns = 8;

/** @param startAt true time at the beginning, ms; windows of the clock minute hang on it */
export function createVirtualClock(startAt: number = Date.UTC(2026, 10, 24, 0, 0, 0)): VirtualClock {
  const sleepers = new Set<Sleeper>();
  const listeners: ((now: number) => Promise<void>)[] = [];
  let elapsed = 0;
  let wallOffset = 0;
  const holders: (() => boolean)[] = [];
  let signs = 0;
  let jumping = false;
  let stopped = false;

  const now = () => startAt + elapsed;

  const isHeld = () => holders.some((isBusy) => isBusy());

  async function rest(): Promise<void> {
    let quiet = 0;
    let seen = signs;
    while (quiet < restTurns) {
      // Work outside needs the processor that turning around here would take.
      await new Promise((resolve) => (isHeld() ? setTimeout(resolve, 1) : setImmediate(resolve)));
      quiet = seen === signs && !isHeld() ? quiet + 1 : 0;
      seen = signs;
    }
  }

  function first(): Sleeper | undefined {
    let found: Sleeper | undefined;
    for (const sleeper of sleepers) {
      if (found === undefined || sleeper.at < found.at) found = sleeper;
    }
    return found;
  }

  async function jump(): Promise<void> {
    if (jumping) return;
    jumping = true;
    while (sleepers.size > 0 && !stopped) {
      await rest();
      const next = first();
      if (next === undefined || stopped) continue;
      if (next.at > elapsed) {
        elapsed = next.at;
        for (const listener of listeners) await listener(now());
      }
      // Whoever was to wake may have been taken back meanwhile.
      if (sleepers.delete(next)) next.wake();
    }
    jumping = false;
  }

  function after(ms: number, call: () => void): () => void {
    signs += 1;
    const sleeper = { at: elapsed + Math.max(0, ms), wake: call };
    sleepers.add(sleeper);
    void jump();
    return () => {
      signs += 1;
      sleepers.delete(sleeper);
    };
  }

  function sleepOrThrow(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const onAbort = () => {
        cancel();
        reject(signal?.reason);
      };
      const cancel = after(ms, () => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      });
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  }

  return {
    now,
    wall: () => now() + wallOffset,
    monotonic: () => elapsed,
    sleep: (ms, signal) => sleepOrThrow(ms, signal).catch(() => undefined),
    sleepOrThrow,
    after,
    hold: (isBusy) => void holders.push(isBusy),
    onJump: (listener) => void listeners.push(listener),
    setWall: (byMs) => {
      wallOffset += byMs;
    },
    stop() {
      stopped = true;
      sleepers.clear();
    },
  };
}
