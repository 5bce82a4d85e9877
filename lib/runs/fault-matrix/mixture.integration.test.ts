import { describe, expect, it } from 'vitest';
import { IDS } from '@/lib/demo-space/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { FIRST, toEnglish, untilState } from '../testing';
import { patchOf, states, verdict, worldsOfTests } from './testing';

const { virtualWorld } = worldsOfTests();

const issues = 300;
const share = 3;
/** What happens to 1 % of the issues each, by row of the matrix; null = somebody else edits the field. */
const faults = [
  [1, { kind: 'status', status: 429, resetInSeconds: 20 }],
  [6, { kind: 'status', status: 500 }],
  [8, { kind: 'timeout-after' }],
  [9, { kind: 'delay', ms: 50_000 }],
  [12, { kind: 'reset-after' }],
  [13, { kind: 'truncate' }],
  [16, { kind: 'status', status: 400 }],
  [28, null],
] as const;

/** The same numbers in every run: Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe.each(databaseKinds)('everything at once on %s', (kind) => {
  it('300 issues with 1 % each of rows 1, 6, 8, 9, 12, 13, 16 and 28 → ends by itself, no wrong state', async () => {
    const { w } = await virtualWorld(kind, issues, { space: { latencyMs: 128, limits: { update: 150 } } });
    const plan = await w.plan(toEnglish);
    const random = seeded(20_261_124);
    const order = w.ids.map((id) => ({ id, at: random() })).sort((a, b) => a.at - b.at);
    const struck = faults.flatMap(([row, effect], index) =>
      order.slice(index * share, (index + 1) * share).map(({ id }) => ({ row, id, effect })),
    );
    for (const { id, effect } of struck) {
      if (effect === null) await w.edit(id, { assigneeId: IDS.admin });
      else await w.fault({ match: patchOf(id), effect, times: 1 });
    }
    const run = await w.approve(plan);
    w.worker();
    await untilState(w, run.id, 'done');
    const rowOf = new Map(struck.map(({ id, row }) => [id, row]));
    const expected = w.ids.map((id) => {
      const row = rowOf.get(id);
      return row === 16 ? 'rejected' : row === 28 ? 'conflict' : 'applied';
    });
    expect(states(await w.items(run.id))).toEqual(expected);
    expect(w.ids[0]).toBe(FIRST);
    expect(await verdict(w)).toEqual([]);
  }, 300_000);
});
