/**
 * Runs `work` for every input with at most `inFlight` at once and gives the results in input order. When the consumer
 * leaves or one fails, the rest is aborted through the signal that `work` receives.
 */
export async function* inOrder<I, O>(
  inputs: Iterable<I>,
  inFlight: number,
  work: (input: I, signal: AbortSignal) => Promise<O>,
  outer?: AbortSignal,
): AsyncGenerator<O> {
  const controller = new AbortController();
  const signal = outer === undefined ? controller.signal : AbortSignal.any([outer, controller.signal]);
  const iterator = inputs[Symbol.iterator]();
  const pending: Promise<O>[] = [];

  function fill(): void {
    while (pending.length < inFlight) {
      const next = iterator.next();
      if (next.done) return;
      const started = work(next.value, signal);
      // Its failure is raised when its turn comes; until then it must not count as unhandled.
      started.catch(() => undefined);
      pending.push(started);
    }
  }

  try {
    fill();
    for (let head = pending.shift(); head !== undefined; head = pending.shift()) {
      const result = await head;
      fill();
      yield result;
    }
  } finally {
    controller.abort();
  }
}
