/** Limits how many reads of one person are in flight. */
export interface ReadGate {
  /**
   * Waits for a place, first come first served, and gives back the function that frees it.
   * Rejects with the signal's reason if it is aborted while waiting.
   */
  enter(signal?: AbortSignal): Promise<() => void>;
}

/** @param places reads in flight at once; Nulab advises one, screens of one person take two */
export function createReadGate(places = 2): ReadGate {
  let free = places;
  const waiting: (() => void)[] = [];

  function leave(): void {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  }

  function place(): () => void {
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      leave();
    };
  }

  return {
    enter(signal) {
      if (signal?.aborted) return Promise.reject(signal.reason);
      if (free > 0) {
        free -= 1;
        return Promise.resolve(place());
      }
      return new Promise((resolve, reject) => {
        const admit = () => {
          signal?.removeEventListener('abort', onAbort);
          resolve(place());
        };
        const onAbort = () => {
          waiting.splice(waiting.indexOf(admit), 1);
          reject(signal?.reason);
        };
        waiting.push(admit);
        signal?.addEventListener('abort', onAbort, { once: true });
      });
    },
  };
}
