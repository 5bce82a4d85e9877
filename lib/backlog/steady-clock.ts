/** A wall clock, and beside it one that never jumps; without the second the first is taken to be steady. */
export interface ClockPair {
  now(): number;
  monotonic?(): number;
}

/** Tells times that durations can be taken of, whatever happens to the wall clock. */
export interface SteadyClock {
  /** Wall time of the beginning plus what has passed since, ms. */
  now(): number;
  /** What the wall clock shows, as it stands now, at a time of this clock. */
  toWall(steadyMs: number): number;
}

export function createSteadyClock(clock: ClockPair): SteadyClock {
  const monotonic = () => clock.monotonic?.() ?? clock.now();
  const base = clock.now() - monotonic();
  const now = () => base + monotonic();
  return { now, toWall: (steadyMs) => steadyMs + (clock.now() - now()) };
}
