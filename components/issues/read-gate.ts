/** Lets a few at a time through, in the order they came. */
export interface ReadGate {
  /** Waits for a place, then runs. A caller whose signal aborts while it waits gives its place in the queue up. */
  run: <T>(task: () => Promise<T>, signal: AbortSignal) => Promise<T>;
}

export function createReadGate(places: number): ReadGate {
  let free = places;
  const waiting: (() => void)[] = [];

  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  const enter = (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const admitted = () => {
        signal.removeEventListener('abort', gaveUp);
        resolve();
      };
      const gaveUp = () => {
        const place = waiting.indexOf(admitted);
        if (place >= 0) waiting.splice(place, 1);
        reject(signal.reason);
      };
      signal.addEventListener('abort', gaveUp, { once: true });
      waiting.push(admitted);
    });
  };

  return {
    run: async (task, signal) => {
      await enter(signal);
      try {
        return await task();
      } finally {
        leave();
      }
    },
  };
}
