import type { BacklogError } from './backlog-error';

const attempts = 3;
const firstDelayMs = 1_000;
/** Spreads readers that wait for the same reset. */
const resetJitterMs = 250;

/** What a reader has done so far for one answer. */
export interface RetryState {
  now: number;
  /** Repetitions after failures. */
  retries: number;
  /** Time spent waiting for resets, ms. */
  waitedMs: number;
  /** How long the caller is ready to wait for resets in all, ms. */
  waitForResetMs: number;
  random: () => number;
}

export interface RetryDecision {
  delayMs: number;
  /** Waiting for a reset is no failure and takes no attempt. */
  countsAsRetry: boolean;
}

/**
 * Whether and when a READ is sent again: after a reset that is near enough, else up to three times after about 1, 2
 * and 4 s. Null: give the error to the caller.
 */
export function decideRetry(error: BacklogError, state: RetryState): RetryDecision | null {
  if (!error.retryable) return null;
  if (error.retryAt !== null) {
    const delayMs = Math.max(0, error.retryAt - state.now) + Math.floor(state.random() * resetJitterMs);
    return state.waitedMs + delayMs > state.waitForResetMs ? null : { delayMs, countsAsRetry: false };
  }
  if (state.retries >= attempts) return null;
  const full = firstDelayMs * 2 ** state.retries;
  return { delayMs: Math.floor(full * (0.5 + state.random() / 2)), countsAsRetry: true };
}
