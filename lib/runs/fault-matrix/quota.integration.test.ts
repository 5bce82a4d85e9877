import { describe, expect, it } from 'vitest';
import { IDS } from '@/lib/demo-space/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { FIRST, SPACE, toEnglish, untilIn, untilState, type World } from '../testing';
import { patchOf, states, verdict, worldsOfTests } from './testing';

const { virtualWorld } = worldsOfTests();
const seconds = (ms: number) => ms * 1_000;
const refused = async (w: World) => (await w.patches()).filter((patch) => patch.status === 429);
/** In the middle of a minute, so that the first window of the clock is a short one. */
const startAt = Date.UTC(2026, 10, 24, 0, 0, 37);

describe.each(databaseKinds)('the quota on %s', (kind) => {
  it.each(['first-request', 'clock-minute'] as const)(
    'row 1: more writes than a window holds, windows by %s → no 429 at all, nothing sent before a reset',
    async (window) => {
      const { w, clock } = await virtualWorld(kind, 60, {
        startAt,
        space: { window, latencyMs: 128, limits: { update: 30 } },
      });
      const run = await w.approve(await w.plan(toEnglish));
      const began = clock.now();
      w.worker();
      await untilState(w, run.id, 'done');
      expect(new Set(states(await w.items(run.id)))).toEqual(new Set(['applied']));
      expect(await refused(w)).toEqual([]);
      // 20 a window beside the 10 that are left to the person: three windows, the third not to its end.
      expect(clock.now() - began).toBeLessThan(seconds(180));
      expect(await verdict(w)).toEqual([]);
    },
  );

  it('row 1: 429 with a reset → not applied, every run of the person waits for it, no attempt counted', async () => {
    const { w, clock } = await virtualWorld(kind, 3, { space: { latencyMs: 128 } });
    const effect = { kind: 'status', status: 429, resetInSeconds: 37 } as const;
    await w.fault({ match: patchOf(FIRST + 1), effect, times: 1 });
    const run = await w.approve(await w.plan(toEnglish));
    const next = await w.approve(
      await w.plan([{ field: 'priority', verb: 'set', to: { id: 2, label: '高' } }]),
    );
    w.worker();
    const waiting = await untilIn(w, async () => {
      const found = await w.run(run.id);
      return found.waitReason === 'quota' ? found : null;
    });
    const resetAt = (await refused(w))[0]?.quota?.resetAt ?? '';
    expect(waiting.waitUntil?.getTime()).toBeGreaterThanOrEqual(Date.parse(resetAt));
    expect(clock.now()).toBeLessThan(Date.parse(resetAt));
    expect((await w.run(next.id)).state).toBe('queued');
    await untilState(w, run.id, 'done');
    await untilState(w, next.id, 'done');
    expect((await w.items(run.id)).map((item) => [item.state, item.attempt])).toEqual(
      Array.from({ length: 3 }, () => ['applied', 1]),
    );
    expect(await refused(w)).toHaveLength(1);
    expect(await verdict(w)).toEqual([]);
  });

  it.each([
    { to: 25, most: 0, what: 'above what is used: no 429' },
    { to: 6, most: 1, what: 'below what is used: one 429 at most' },
  ])('row 3: limit lowered mid-run to $to, $what', async ({ to, most }) => {
    const { w, clock } = await virtualWorld(kind, 30, { space: { latencyMs: 128, limits: { update: 40 } } });
    const run = await w.approve(await w.plan(toEnglish));
    w.worker();
    await untilIn(w, async () => ((await w.patches()).length >= 15 ? true : null));
    await w.control('POST', 'limits', { update: to });
    const lowered = clock.now();
    const sent = (await w.patches()).length;
    await untilState(w, run.id, 'done');
    expect((await refused(w)).length).toBeLessThanOrEqual(most);
    expect(new Set(states(await w.items(run.id)))).toEqual(new Set(['applied']));
    // The new limit paces the rest: the reserve of ten, or half of a small limit, is left in each window.
    const left = w.ids.length - sent;
    const perWindow = to - Math.min(10, Math.floor(to / 2));
    expect(clock.now() - lowered).toBeGreaterThan(seconds(60) * (Math.floor(left / perWindow) - 1));
    expect(await verdict(w)).toEqual([]);
  });

  it.each(['first-request', 'clock-minute'] as const)(
    'row 4: another tool of the same person eats the quota, windows by %s → paced by the headers, no 429',
    async (window) => {
      const limits = { update: 40 };
      const { w } = await virtualWorld(kind, 40, { startAt, space: { window, latencyMs: 128, limits } });
      const foreign = ({ path }: { path: string }) => path === `/api/v2/issues/${IDS.issue}`;
      const run = await w.approve(await w.plan(toEnglish));
      w.worker();
      await untilIn(w, async () => ((await w.patches()).length >= 6 ? true : null));
      for (let nth = 0; nth < 12; nth += 1) {
        await w.space.handle(
          new Request(`http://${SPACE}/api/v2/issues/${IDS.issue}`, {
            method: 'PATCH',
            headers: {
              'Backlog-API-Key': `key-${IDS.admin}`,
              'Content-Type': 'application/x-www-form-urlencoded',
            },
            body: `comment=${nth}`,
          }),
        );
      }
      await untilState(w, run.id, 'done');
      expect(new Set(states(await w.items(run.id)))).toEqual(new Set(['applied']));
      expect(await refused(w)).toEqual([]);
      expect(await verdict(w, { foreign })).toEqual([]);
    },
  );
});
