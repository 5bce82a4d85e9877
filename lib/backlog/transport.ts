import type { BacklogError } from './backlog-error';
import { createBacklogError } from './create-backlog-error';

/** Calls back in so many ms, unless what it returned is called before. */
export type After = (ms: number, call: () => void) => () => void;

const afterOnTimers: After = (ms, call) => {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
};

/** An answer as it came, body read to its end. */
export interface Answer {
  status: number;
  headers: Headers;
  body: string;
}

export interface Outgoing {
  fetch: typeof fetch;
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: string | undefined;
  /** For errors: method and path without query. */
  endpoint: string;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  secrets: readonly string[];
  /** Limits the time; timers of this process unless given. */
  after?: After | undefined;
  /** Called right before the socket, with nothing in between; if it throws, nothing is sent. */
  beforeSend?: (() => void) | undefined;
  /** Called as soon as status and headers are there, even if the body then fails. */
  onHeaders?: ((status: number, headers: Headers) => void) | undefined;
}

/**
 * Sends one request and reads the whole answer, whatever its status. Redirects are never followed: they would carry
 * credentials to another host. The time-out covers the body too.
 *
 * @throws BacklogError NETWORK, TIMEOUT, ABORTED or BACKLOG_REDIRECT
 */
export async function send(outgoing: Outgoing): Promise<Answer> {
  const { endpoint, signal, secrets, timeoutMs } = outgoing;
  if (signal?.aborted) throw createBacklogError(endpoint, { kind: 'aborted', sent: 'no' });
  try {
    outgoing.beforeSend?.();
  } catch {
    throw createBacklogError(endpoint, { kind: 'aborted', sent: 'no' });
  }
  const limit = limitTime(timeoutMs, signal, outgoing.after ?? afterOnTimers);
  let headersSeen = false;
  try {
    const response = await outgoing.fetch(outgoing.url, {
      method: outgoing.method,
      headers: outgoing.headers,
      body: outgoing.body ?? null,
      redirect: 'manual',
      cache: 'no-store',
      signal: limit.signal,
    });
    headersSeen = true;
    outgoing.onHeaders?.(response.status, response.headers);
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      await response.body?.cancel();
      throw createBacklogError(endpoint, { kind: 'redirect', status: response.status });
    }
    return { status: response.status, headers: response.headers, body: await response.text() };
  } catch (thrown) {
    throw limit.errorFor(endpoint) ?? asBacklogError(thrown, endpoint, headersSeen, secrets);
  } finally {
    limit.end();
  }
}

function asBacklogError(
  thrown: unknown,
  endpoint: string,
  headersSeen: boolean,
  secrets: readonly string[],
): unknown {
  if (thrown instanceof Error && thrown.name === 'AppError') return thrown;
  return createBacklogError(endpoint, { kind: 'network', cause: thrown, headersSeen }, secrets);
}

interface TimeLimit {
  signal: AbortSignal;
  /** The error to raise if time or the caller ended the request, else null. */
  errorFor(endpoint: string): BacklogError | null;
  end(): void;
}

function limitTime(limitMs: number, outer: AbortSignal | undefined, after: After): TimeLimit {
  const controller = new AbortController();
  let timedOut = false;
  const cancel = after(limitMs, () => {
    timedOut = true;
    controller.abort();
  });
  const passOn = () => controller.abort();
  outer?.addEventListener('abort', passOn, { once: true });
  return {
    signal: controller.signal,
    errorFor(endpoint) {
      if (timedOut) return createBacklogError(endpoint, { kind: 'timeout', limitMs });
      return outer?.aborted ? createBacklogError(endpoint, { kind: 'aborted', sent: 'maybe' }) : null;
    },
    end() {
      cancel();
      outer?.removeEventListener('abort', passOn);
    },
  };
}
