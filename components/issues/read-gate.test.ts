import { describe, expect, it } from 'vitest';
import { createReadGate } from './read-gate';

function task(log: string[], name: string) {
  let finish = () => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return {
    start: () => {
      log.push(name);
      return done;
    },
    finish,
  };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('read gate', () => {
  it('has two in flight and lets the others through in their order', async () => {
    const log: string[] = [];
    const gate = createReadGate(2);
    const tasks = ['a', 'b', 'c', 'd'].map((name) => task(log, name));
    const { signal } = new AbortController();
    const all = Promise.all(tasks.map((each) => gate.run(each.start, signal)));
    await settled();
    expect(log).toEqual(['a', 'b']);
    tasks[1]?.finish();
    await settled();
    expect(log).toEqual(['a', 'b', 'c']);
    for (const each of tasks) each.finish();
    await all;
    expect(log).toEqual(['a', 'b', 'c', 'd']);
  });

  it('forgets who gave up waiting, and a failure frees its place', async () => {
    const log: string[] = [];
    const gate = createReadGate(1);
    const quits = new AbortController();
    const stays = new AbortController();
    const failing = gate.run(() => Promise.reject(new Error('no')), stays.signal);
    const abandoned = gate.run(task(log, 'abandoned').start, quits.signal);
    const last = task(log, 'last');
    const running = gate.run(last.start, stays.signal);
    quits.abort();
    await expect(failing).rejects.toThrow('no');
    await expect(abandoned).rejects.toThrow();
    last.finish();
    await running;
    expect(log).toEqual(['last']);
    await expect(gate.run(last.start, quits.signal)).rejects.toThrow();
  });
});
