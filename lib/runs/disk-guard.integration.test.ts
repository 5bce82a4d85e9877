import { afterEach, describe, expect, it } from 'vitest';
import { createVirtualClock } from '@/lib/testing/virtual-clock';
import { createWorld, toEnglish, untilIn, untilState, type World } from './testing';

const megabyte = 1024 * 1024;
const minute = 60_000;
const worlds: World[] = [];
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

async function setUp(issues: number) {
  const clock = createVirtualClock();
  const w = await createWorld('pglite', { issues, clock });
  worlds.push(w);
  return { w, clock, run: await w.approve(await w.plan(toEnglish)) };
}

const waiting = (w: World, runId: string) =>
  untilIn(w, async () => {
    const run = await w.run(runId);
    return run.waitReason === 'disk' ? run : null;
  });

describe('the disk fills up (nearest thing to a full disk: what measures it says so)', () => {
  it('before a run: nothing is sent, the run says why, looks again every minute and goes on by itself', async () => {
    const { w, clock, run } = await setUp(2);
    let free = 150 * megabyte;
    let measured = 0;
    const freeBytes = async () => {
      measured += 1;
      return free;
    };
    w.worker({ freeBytes });
    expect(await waiting(w, run.id)).toMatchObject({
      state: 'running',
      waitDetail: { freeMb: 150 },
      waitUntil: expect.any(Date),
    });
    const began = clock.now();
    await untilIn(w, async () => (measured >= 4 ? true : null));
    expect(clock.now() - began).toBeGreaterThan(2 * minute);
    expect(await w.patches()).toEqual([]);
    free = 250 * megabyte;
    const freed = clock.now();
    const done = await untilState(w, run.id, 'done');
    expect(clock.now() - freed).toBeLessThan(2 * minute);
    expect(done).toMatchObject({ waitReason: null, waitDetail: null });
    expect(await w.patches()).toHaveLength(2);
  });

  it('in mid-run: noticed within a minute, between two items, and nothing is left open', async () => {
    const { w, clock, run } = await setUp(200);
    await w.db.execute("update runs set pace = 'gentle'");
    let free = 250 * megabyte;
    w.worker({ freeBytes: async () => free });
    await untilIn(w, async () => ((await w.patches()).length >= 5 ? true : null));
    free = 199 * megabyte;
    const filled = clock.now();
    await waiting(w, run.id);
    expect(clock.now() - filled).toBeLessThan(minute + 5_000);
    const states = (await w.items(run.id)).map((item) => item.state);
    expect(states).not.toContain('intent');
    expect(states.filter((state) => state === 'applied')).toHaveLength((await w.patches()).length);
    expect(states).toContain('planned');
  });

  it('a disk that cannot be measured holds nothing up', async () => {
    const { w, run } = await setUp(1);
    w.worker({ freeBytes: () => Promise.reject(new Error('ENOSYS')) });
    await untilState(w, run.id, 'done');
  });
});
