/** Rests at least so many times as long as a read took: many readers of a big run do not slow down the run itself. */
const restPerRead = 20;
const longestRestMs = 2_000;

const encoder = new TextEncoder();

export interface EventStreamOptions<T> {
  /** The state now. What it throws ends the stream with an event `failed`. */
  read: () => Promise<T>;
  /** True once nothing will change any more: the state is sent, then `end`, and the stream closes. */
  isEnd: (value: T) => boolean;
  /** What an error becomes in the event `failed`. */
  describe: (error: unknown) => unknown;
  /** Called as often as a heartbeat is due, spoken or silent; what it throws ends the stream like `read`. */
  stillAllowed: () => Promise<void>;
  /** Aborts when the reader is gone. */
  signal: AbortSignal;
  pollMs?: number;
  heartbeatMs?: number;
}

const message = (event: string, data: unknown) =>
  encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done, { once: true });
    if (signal.aborted) done();
  });
}

/**
 * Server-sent events of something that is polled: an event `snapshot` at once and whenever the state differs from the
 * last one sent, a comment as heartbeat, `end` when it is over, `failed` with the reason when it cannot go on.
 */
export function eventStream<T>(options: EventStreamOptions<T>): ReadableStream<Uint8Array> {
  const { read, isEnd, signal, pollMs = 300, heartbeatMs = 15_000 } = options;
  const stopped = new AbortController();
  const over = AbortSignal.any([signal, stopped.signal]);

  async function* events() {
    yield encoder.encode('retry: 2000\n\n');
    let last = '';
    let spoke = Date.now();
    let checked = spoke;
    while (!over.aborted) {
      const asked = performance.now();
      const value = await read();
      const took = performance.now() - asked;
      const text = JSON.stringify(value);
      if (text !== last) {
        last = text;
        spoke = Date.now();
        yield message('snapshot', value);
      }
      if (isEnd(value)) {
        yield message('end', {});
        return;
      }
      if (Date.now() - checked >= heartbeatMs) {
        await options.stillAllowed();
        checked = Date.now();
      }
      if (Date.now() - spoke >= heartbeatMs) {
        spoke = Date.now();
        yield encoder.encode(': still here\n\n');
      }
      await pause(Math.max(pollMs, Math.min(took * restPerRead, longestRestMs)), over);
    }
  }

  const source = events();
  return new ReadableStream({
    async pull(controller) {
      try {
        const next = await source.next();
        // The reader may have gone while we read: a cancelled stream is closed already.
        if (stopped.signal.aborted) return;
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      } catch (error) {
        if (stopped.signal.aborted) return;
        controller.enqueue(message('failed', options.describe(error)));
        controller.close();
      }
    },
    cancel: () => stopped.abort(),
  });
}
