import type { Pace } from './plan';

/** Above this many items a run starts at the gentle pace. */
const GENTLE_ABOVE = 30;
/** Nulab's advice for writes in a large batch. */
const GENTLE_SECONDS = 1;
/** Backlog counts its quota per minute. */
const WINDOW_SECONDS = 60;

/** The pace a run starts with unless the person chooses. */
export function defaultPace(count: number): Pace {
  return count > GENTLE_ABOVE ? 'gentle' : 'limit';
}

export interface EstimateInput {
  /** Items to write, one call each. */
  count: number;
  pace: Pace;
  /** Writes per window, as Backlog's headers say. */
  limit: number;
  /** Writes left in the running window. */
  remaining: number;
  /** Seconds until the running window ends; 0 when none is open (it then opens with the first write). */
  resetInSeconds: number;
  /** Round trip of one write, in seconds. */
  callSeconds: number;
  /** Writes per window that are left to the person. */
  reserve: number;
  /** Length of a window in seconds. */
  windowSeconds?: number;
}

/**
 * Shortest honest time for a run, in seconds, with one write in flight: within the running window what is left of it,
 * then full windows. Never less than `count` round trips; never shorter for more items.
 */
export function estimateSeconds(input: EstimateInput): number {
  const { count, pace, limit, remaining, resetInSeconds, callSeconds, reserve } = input;
  if (count <= 0) return 0;
  const spacing = Math.max(callSeconds, pace === 'gentle' ? GENTLE_SECONDS : 0, 0.001);
  const perWindow = Math.max(1, limit - reserve);
  const windowed = (n: number) =>
    windowedSeconds(n, perWindow, spacing, input.windowSeconds ?? WINDOW_SECONDS);
  if (resetInSeconds <= 0) return windowed(count);

  const available = Math.min(Math.max(0, remaining - reserve), perWindow);
  // The tolerance keeps a division like 19.2 / 0.128 from losing a whole call.
  const first = Math.min(available, Math.floor(resetInSeconds / spacing + 1e-9));
  return count <= first ? count * spacing : resetInSeconds + windowed(count - first);
}

/** Time for n writes when the first one opens a full window. */
function windowedSeconds(n: number, perWindow: number, spacing: number, windowSeconds: number): number {
  if (perWindow * spacing >= windowSeconds) return n * spacing;
  const full = Math.floor((n - 1) / perWindow);
  return full * windowSeconds + (((n - 1) % perWindow) + 1) * spacing;
}
