/** First and last index on the screen, both included; `last < first` when nothing is. */
export interface VisibleRange {
  first: number;
  last: number;
}

const nothing: VisibleRange = { first: 0, last: -1 };

/** Tells what is on the screen without rendering the page on every scroll: for `useSyncExternalStore`. */
export interface VisibleRangeStore {
  get: () => VisibleRange;
  set: (range: VisibleRange) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createVisibleRangeStore(): VisibleRangeStore {
  let current = nothing;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set: (range) => {
      if (range.first === current.first && range.last === current.last) return;
      current = range;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
