import { describe, expect, it } from 'vitest';
import type { Change } from '@/lib/bulk/changes';
import { IDS } from '@/lib/demo-space/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { patchOf, states, worldsOfTests } from './fault-matrix/testing';
import { FIRST, toEnglish, untilState } from './testing';

const { world } = worldsOfTests();
const andTell: Change[] = [
  ...toEnglish,
  { field: 'notify', verb: 'add', people: [{ id: IDS.normal, label: '一般 花子' }] },
];

describe.each(databaseKinds)('a write that tells people, without a comment, on %s', (kind) => {
  it('whose request vanished is never sent again: nobody is told twice', async () => {
    const w = await world(kind, 2);
    const run = await w.approve(await w.plan(andTell));
    await w.fault({ match: patchOf(FIRST), effect: { kind: 'reset-before' }, times: 1 });
    w.worker();
    await untilState(w, run.id, 'done');
    const items = await w.items(run.id);
    expect(states(items)).toEqual(['unknown', 'applied']);
    expect(items[0]?.reason).toMatchObject({ code: 'ANSWER_LOST' });
    expect(await w.patches()).toHaveLength(2);
  });

  it('whose answer was lost is known by the fields that this person moved', async () => {
    const w = await world(kind, 2);
    const run = await w.approve(await w.plan(andTell));
    await w.fault({ match: patchOf(FIRST), effect: { kind: 'reset-after' }, times: 1 });
    w.worker();
    await untilState(w, run.id, 'done');
    expect(states(await w.items(run.id))).toEqual(['applied', 'applied']);
    expect(await w.patches()).toHaveLength(2);
  });
});
