import { expect, test } from 'vitest';
import { inOrder } from './in-order';

/** Work that ends when the test says so. */
function handWork() {
  const started: number[] = [];
  const signals: AbortSignal[] = [];
  const ends = new Map<number, { resolve: (value: string) => void; reject: (error: Error) => void }>();
  const work = (input: number, signal: AbortSignal) => {
    started.push(input);
    signals.push(signal);
    return new Promise<string>((resolve, reject) => ends.set(input, { resolve, reject }));
  };
  return { started, signals, work, end: (input: number) => ends.get(input) };
}

test('results come in input order, whichever ends first, and only so many run at once', async () => {
  const { started, work, end } = handWork();
  const results = inOrder([1, 2, 3], 2, work);
  const first = results.next();
  expect(started).toEqual([1, 2]);
  end(2)?.resolve('b');
  end(1)?.resolve('a');
  expect((await first).value).toBe('a');
  expect(started).toEqual([1, 2, 3]);
  expect((await results.next()).value).toBe('b');
  end(3)?.resolve('c');
  expect((await results.next()).value).toBe('c');
  expect((await results.next()).done).toBe(true);
});

test('a consumer that leaves aborts what is still running', async () => {
  const { work, end, signals, started } = handWork();
  const results = inOrder([1, 2, 3, 4], 2, work);
  const first = results.next();
  end(1)?.resolve('a');
  await first;
  await results.return(undefined);
  expect(signals.every((signal) => signal.aborted)).toBe(true);
  expect(started).toEqual([1, 2, 3]);
});

test('a failure is raised in its turn and ends the rest', async () => {
  const { work, end, signals } = handWork();
  const results = inOrder([1, 2, 3], 2, work);
  const first = results.next();
  end(2)?.reject(new Error('second failed'));
  end(1)?.resolve('a');
  expect((await first).value).toBe('a');
  await expect(results.next()).rejects.toThrow('second failed');
  expect(signals.every((signal) => signal.aborted)).toBe(true);
});
