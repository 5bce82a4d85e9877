import { describe, expect, it } from 'vitest';
import { createJobLoop, type Job } from './job-loop';
import { systemRunClock } from './run-clock';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const given = { parallel: 2, graceMs: 1_000, retryMs: 5, clock: systemRunClock, log };

function signal(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** Lets everything that is ready to go on do so. */
const turn = () => new Promise((done) => setImmediate(done));

describe('the loop', () => {
  it('does what it claims until there is nothing, and looks again when woken', async () => {
    const queue: Job[] = [];
    const done: string[] = [];
    const seen = signal();
    const loop = createJobLoop({ ...given, claim: async () => queue.shift() ?? { idleMs: 60_000 } });
    queue.push(async () => void done.push('a'));
    loop.start();
    queue.push(async () => {
      done.push('b');
      seen.resolve();
    });
    loop.wake();
    await seen.promise;
    expect(done).toEqual(['a', 'b']);
    await loop.stop();
  });

  it('goes on after a claim or a job failed', async () => {
    let calls = 0;
    const seen = signal();
    const loop = createJobLoop({
      ...given,
      claim: async () => {
        calls += 1;
        if (calls === 1) throw new Error('database down');
        if (calls === 2) return () => Promise.reject(new Error('job failed'));
        seen.resolve();
        return { idleMs: 60_000 };
      },
    });
    loop.start();
    await seen.promise;
    await loop.stop();
  });

  it('never does more jobs at once than it may', async () => {
    let running = 0;
    let most = 0;
    let left = 6;
    const finished = signal();
    const loop = createJobLoop({
      ...given,
      claim: async () => {
        if (left === 0) return { idleMs: 60_000 };
        left -= 1;
        return async () => {
          running += 1;
          most = Math.max(most, running);
          await turn();
          running -= 1;
          if (left === 0 && running === 0) finished.resolve();
        };
      },
    });
    loop.start();
    await finished.promise;
    expect(most).toBe(2);
    await loop.stop();
  });

  it('waits for the job under way when it is stopped', async () => {
    let ended = false;
    let claimed = false;
    const begun = signal();
    const loop = createJobLoop({
      ...given,
      claim: async () => {
        if (claimed) return { idleMs: 60_000 };
        claimed = true;
        return async () => {
          begun.resolve();
          await turn();
          ended = true;
        };
      },
    });
    loop.start();
    await begun.promise;
    await loop.stop();
    expect(ended).toBe(true);
  });
});
