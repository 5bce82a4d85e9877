import { afterEach, describe, expect, it, vi } from 'vitest';
import { databaseKinds } from '@/lib/testing/test-database';
import { createVirtualClock } from '@/lib/testing/virtual-clock';
import { verdict } from './fault-matrix/testing';
import { createWorld, toEnglish, untilState, type World } from './testing';

// Virtual minutes cost work, not time, but the machine may have other things to do.
vi.setConfig({ testTimeout: 120_000 });

const worlds: World[] = [];
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

const minute = 60_000;

/** 30 issues at 20 updates a minute, 10 of them left to the person: three windows of work. */
async function threeWindows(kind: (typeof databaseKinds)[number], window: 'first-request' | 'clock-minute') {
  const clock = createVirtualClock();
  const w = await createWorld(kind, { issues: 30, clock, space: { limits: { update: 20 }, window } });
  worlds.push(w);
  const plan = await w.plan(toEnglish);
  return { w, clock, run: await w.approve(plan) };
}

/** Jumps when the items at `positions` have been answered. */
function jumpAt(positions: number[], jump: () => void) {
  const left = [...positions];
  return (step: string, { position }: { position: number | null }) => {
    if (step !== 'item.afterAnswer' || position !== left[0]) return;
    left.shift();
    jump();
  };
}

async function expectAllAsUsual(w: World, runId: string, tookMs: number): Promise<void> {
  expect(new Set((await w.items(runId)).map((item) => item.state))).toEqual(new Set(['applied']));
  const patches = await w.patches();
  expect(patches.map((patch) => Number(patch.path.split('/').pop()))).toEqual(w.ids);
  expect(patches.filter((patch) => patch.status === 429)).toEqual([]);
  expect(tookMs).toBeGreaterThan(1 * minute);
  expect(tookMs).toBeLessThan(4 * minute);
  for (const { durationMs } of await w.items(runId)) {
    expect(durationMs).toBeGreaterThanOrEqual(0);
    expect(durationMs).toBeLessThan(minute);
  }
}

describe.each(databaseKinds)('clocks that differ or jump, on %s', (kind) => {
  it.each([
    ['forward by 10 minutes', 10 * minute],
    ['back by 10 minutes', -10 * minute],
  ])(
    'row 44: our wall clock jumps %s in mid-run, twice: no refused write, no lost claim, no longer run',
    async (_n, ms) => {
      const { w, clock, run } = await threeWindows(kind, 'clock-minute');
      const began = clock.now();
      w.worker({ observer: jumpAt([4, 14], () => clock.setWall(ms)) });
      const done = await untilState(w, run.id, 'done');
      await expectAllAsUsual(w, run.id, clock.now() - began);
      // A jump is no reason to lose the claim, nor to give it back.
      expect(done.leaseEpoch).toBe(1);
      expect(await verdict(w)).toEqual([]);
    },
  );

  it.each([90_000, -90_000])('row 44: Backlog’s clock is off by %i ms: as usual', async (offsetMs) => {
    const { w, clock, run } = await threeWindows(kind, 'first-request');
    await w.control('POST', 'clock', { offsetMs });
    const began = clock.now();
    w.worker();
    await untilState(w, run.id, 'done');
    await expectAllAsUsual(w, run.id, clock.now() - began);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 44: jumps that a wait for the reset falls into neither end it early nor make it longer', async () => {
    const { w, clock, run } = await threeWindows(kind, 'clock-minute');
    const began = clock.now();
    w.worker();
    await clock.sleep(minute / 2);
    clock.setWall(10 * minute);
    await clock.sleep(minute / 2);
    clock.setWall(-20 * minute);
    await untilState(w, run.id, 'done');
    await expectAllAsUsual(w, run.id, clock.now() - began);
    expect(await verdict(w)).toEqual([]);
  });
});
