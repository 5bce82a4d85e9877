import { expect, test } from 'vitest';
import { createVirtualClock } from './virtual-clock';

const startAt = Date.UTC(2026, 10, 24);

test('sleepers wake in the order of their time, each at its time, without anybody waiting', async () => {
  const clock = createVirtualClock(startAt);
  const woken: [string, number][] = [];
  const sleeper = async (name: string, ms: number) => {
    await clock.sleep(ms);
    woken.push([name, clock.now() - startAt]);
  };
  const began = performance.now();
  await Promise.all([
    sleeper('a day', 86_400_000),
    sleeper('a second', 1_000),
    sleeper('an hour', 3_600_000),
  ]);
  expect(woken).toEqual([
    ['a second', 1_000],
    ['an hour', 3_600_000],
    ['a day', 86_400_000],
  ]);
  expect(performance.now() - began).toBeLessThan(60_000);
});

test('time stands still while work goes on in the process, also over many turns of the event loop', async () => {
  const clock = createVirtualClock(startAt);
  const work = async () => {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    return clock.now();
  };
  const [doneAt] = await Promise.all([work(), clock.sleep(1_000)]);
  expect(doneAt).toBe(startAt);
});

test('time stands still while something outside is said to be under way', async () => {
  const clock = createVirtualClock(startAt);
  let outside = true;
  clock.hold(() => outside);
  const slept = clock.sleep(1_000).then(() => 'slept');
  for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(clock.now()).toBe(startAt);
  outside = false;
  expect(await slept).toBe('slept');
});

test('an aborted sleep ends at once, silently or with the reason, and moves no time', async () => {
  const clock = createVirtualClock(startAt);
  const abort = new AbortController();
  const silent = clock.sleep(1_000, abort.signal);
  const loud = clock.sleepOrThrow(1_000, abort.signal);
  abort.abort(new Error('enough'));
  await silent;
  await expect(loud).rejects.toThrow('enough');
  expect(clock.now()).toBe(startAt);
});

test('a timer that is taken back does not call, and setting the wall clock changes neither time nor durations', async () => {
  const clock = createVirtualClock(startAt);
  let called = false;
  const cancel = clock.after(500, () => {
    called = true;
  });
  cancel();
  clock.setWall(-600_000);
  await clock.sleep(1_000);
  expect(called).toBe(false);
  expect([clock.now() - startAt, clock.monotonic(), clock.wall() - startAt]).toEqual([
    1_000, 1_000, -599_000,
  ]);
});

test('listeners are told of each jump before anybody wakes; after a stop nobody does', async () => {
  const clock = createVirtualClock(startAt);
  const seen: string[] = [];
  clock.onJump(async (now) => void seen.push(`jump to ${now - startAt}`));
  await clock.sleep(10).then(() => seen.push('woken'));
  clock.stop();
  void clock.sleep(10).then(() => seen.push('woken again'));
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(seen).toEqual(['jump to 10', 'woken']);
});
