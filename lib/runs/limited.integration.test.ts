import { describe, expect, it } from 'vitest';
import { IDS } from '@/lib/demo-space/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import type { RunRow } from './claim';
import { resumeRun } from './control';
import { patchOf, states, verdict, worldsOfTests } from './fault-matrix/testing';
import { FIRST, SPACE, toEnglish, untilIn, type World } from './testing';
import { defaultTimings } from './timings';

const { virtualWorld } = worldsOfTests();
const minute = 60_000;
/** Waits of minutes are looked at seldom: each look costs as much as on a real clock. */
const lookMs = 20_000;
const timings = { ...defaultTimings, pollMs: lookMs };

async function inState(w: World, runId: string, state: RunRow['state']): Promise<RunRow | null> {
  const run = await w.run(runId);
  return run.state === state ? run : null;
}

describe.each(databaseKinds)('429 without a reset on %s', (kind) => {
  it('row 2: waits a minute, doubles up to five, stops for the person after five in a row; no attempt counts', async () => {
    const { w } = await virtualWorld(kind, 2);
    const run = await w.approve(await w.plan(toEnglish));
    const effect = { kind: 'status', status: 429, rateHeaders: false } as const;
    await w.fault({ match: patchOf(FIRST), effect });
    w.worker({ timings });
    const waiting = await untilIn(w, async () => {
      const found = await w.run(run.id);
      return found.waitReason === null ? null : found;
    });
    expect(waiting).toMatchObject({ state: 'running', waitReason: 'quota' });
    const stopped = await untilIn(w, () => inState(w, run.id, 'paused'), lookMs);
    expect(stopped).toMatchObject({ waitReason: 'limited', waitUntil: null, leaseOwner: null });
    const sentAt = (await w.patches()).map((patch) => Date.parse(patch.at));
    expect(sentAt).toHaveLength(5);
    const gaps = sentAt.slice(1).map((at, index) => at - (sentAt[index] ?? 0));
    for (const [index, minutes] of [1, 2, 4, 5].entries()) {
      expect(gaps[index]).toBeGreaterThanOrEqual(minutes * minute);
      expect(gaps[index]).toBeLessThan(minutes * minute + 10_000);
    }

    await w.clearFaults();
    const key = { runId: run.id, spaceHost: SPACE, userId: IDS.admin };
    expect(await resumeRun(w.db, key)).toBe(true);
    await untilIn(w, () => inState(w, run.id, 'done'), lookMs);
    const items = await w.items(run.id);
    expect(states(items)).toEqual(['applied', 'applied']);
    expect(items.map((item) => item.attempt)).toEqual([1, 1]);
    // Resuming is no reason to write before the last wait is over.
    const last = Date.parse((await w.patches())[5]?.at ?? '');
    expect(last - (sentAt[4] ?? 0)).toBeGreaterThanOrEqual(5 * minute);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 2: four in a row and then an answer: the run goes on by itself', async () => {
    const { w } = await virtualWorld(kind, 2);
    const run = await w.approve(await w.plan(toEnglish));
    const effect = { kind: 'status', status: 429, rateHeaders: false } as const;
    await w.fault({ match: patchOf(FIRST), effect, times: 4 });
    w.worker({ timings });
    await untilIn(w, () => inState(w, run.id, 'done'), lookMs);
    expect(states(await w.items(run.id))).toEqual(['applied', 'applied']);
    expect(await verdict(w)).toEqual([]);
  });

  it('on reads too: resumed before the last wait is over, the run waits on instead of stopping again', async () => {
    const { w } = await virtualWorld(kind, 1);
    const run = await w.approve(await w.plan(toEnglish));
    const effect = { kind: 'status', status: 429, rateHeaders: false } as const;
    const match = { method: 'GET', path: patchOf(FIRST).path };
    await w.fault({ match, effect, times: 5 });
    w.worker({ timings });
    const stopped = await untilIn(w, () => inState(w, run.id, 'paused'), lookMs);
    expect(stopped.waitReason).toBe('limited');
    expect(await resumeRun(w.db, { runId: run.id, spaceHost: SPACE, userId: IDS.admin })).toBe(true);
    await untilIn(w, () => inState(w, run.id, 'done'), lookMs);
    expect(states(await w.items(run.id))).toEqual(['applied']);
  });
});
