import { isBacklogError } from './backlog-error';
import { createBacklogError } from './create-backlog-error';
import type { ReadGate } from './read-gate';
import { type BacklogRequest, type RequestContext, request } from './request';
import { decideRetry } from './retry';
import type { Sleep } from './sleep';

/** Last argument of every method of the client. */
export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** How long a read may wait for the quota in all, ms; the client's own value if left out. */
  waitForResetMs?: number | undefined;
  /**
   * Writes only: called right before the request leaves, with nothing in between. If it throws, nothing is sent and the
   * error is ABORTED with `sent: 'no'`.
   */
  beforeSend?: (() => void) | undefined;
}

export interface Timeouts {
  /** One read, body included, ms. */
  readMs: number;
  /** One write, body included, ms. */
  writeMs: number;
  /** How long a read waits for the quota in all before it gives up with BACKLOG_RATE_LIMITED, ms. */
  waitForResetMs: number;
}

export const defaultTimeouts: Timeouts = { readMs: 20_000, writeMs: 30_000, waitForResetMs: 5_000 };

export interface CallerContext extends RequestContext {
  sleep: Sleep;
  random: () => number;
  readGate: ReadGate;
  timeouts: Timeouts;
}

/** The two ways to call Backlog: reads are repeated, writes never. */
export interface Caller {
  read<T>(wanted: Omit<BacklogRequest<T>, 'method' | 'form'>, options?: CallOptions): Promise<T>;
  write<T>(wanted: BacklogRequest<T>, options?: CallOptions): Promise<T>;
}

export function createCaller(context: CallerContext): Caller {
  const { clock, random, readGate, timeouts } = context;

  async function readOnce<T>(wanted: BacklogRequest<T>, signal: AbortSignal | undefined): Promise<T> {
    const leave = await untilAborted(readGate.enter(signal), wanted, signal);
    try {
      return await request(context, wanted, { timeoutMs: timeouts.readMs, signal });
    } finally {
      leave();
    }
  }

  return {
    async read(asked, options = {}) {
      const wanted = { ...asked, method: 'GET' } as const;
      const waitForResetMs = options.waitForResetMs ?? timeouts.waitForResetMs;
      let retries = 0;
      let waitedMs = 0;
      for (;;) {
        try {
          return await readOnce(wanted, options.signal);
        } catch (error) {
          if (!isBacklogError(error)) throw error;
          const state = { now: clock.now(), retries, waitedMs, waitForResetMs, random };
          const decision = decideRetry(error, state);
          if (decision === null) throw error;
          if (decision.countsAsRetry) retries += 1;
          else waitedMs += decision.delayMs;
          await untilAborted(context.sleep(decision.delayMs, options.signal), wanted, options.signal);
        }
      }
    },

    write: (wanted, options = {}) =>
      request(context, wanted, {
        timeoutMs: timeouts.writeMs,
        signal: options.signal,
        beforeSend: options.beforeSend,
      }),
  };
}

/** An abort while nothing is in flight: the same error as during a request, and nothing was sent. */
async function untilAborted<T>(
  pause: Promise<T>,
  wanted: { method: string; path: string },
  signal: AbortSignal | undefined,
): Promise<T> {
  try {
    return await pause;
  } catch (error) {
    if (!signal?.aborted) throw error;
    throw createBacklogError(`${wanted.method} /api/v2${wanted.path}`, { kind: 'aborted', sent: 'no' });
  }
}
