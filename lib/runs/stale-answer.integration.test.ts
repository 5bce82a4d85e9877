import { describe, expect, it } from 'vitest';
import type { Change } from '@/lib/bulk/changes';
import type { Fault } from '@/lib/demo-space';
import { IDS } from '@/lib/demo-space/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { patchOf, states, verdict, worldsOfTests } from './fault-matrix/testing';
import { FIRST, toEnglish, until, untilIn, untilState, type World } from './testing';

const { world, virtualWorld } = worldsOfTests();

/** The PATCH of this issue is carried out and answered with the issue as it was before. */
async function answerStale(w: World, id: number): Promise<void> {
  const body = await w.client.issues.get(id);
  await w.fault({ match: patchOf(id), effect: { kind: 'answer-with', body }, times: 1 });
}

/** Backlog keeps its own value in the place of ours. */
const ignored: Fault['effect'] = { kind: 'ignore', params: ['assigneeId'] };

const twoFields: Change[] = [...toEnglish, { field: 'priority', verb: 'set', to: { id: 2, label: '高' } }];

const readsOf = async (w: World, id: number) =>
  (await w.log()).filter((entry) => entry.method === 'GET' && entry.path === patchOf(id).path);

describe.each(databaseKinds)('an answer that shows something else than was sent on %s', (kind) => {
  it('row 50: is looked at again after 2 s, while other items go on: equal by then, so nothing differs', async () => {
    const { w, clock } = await virtualWorld(kind, 3);
    await answerStale(w, FIRST);
    const run = await w.approve(await w.plan(toEnglish));
    const began = clock.now();
    w.worker();
    const open = await untilIn(w, async () => {
      const items = await w.items(run.id);
      return states(items).slice(1).join() === 'applied,applied' ? items[0] : null;
    });
    expect(open).toMatchObject({ state: 'intent', checks: 0, differs: ['assignee'] });
    expect(open?.answeredAt).not.toBeNull();
    await untilState(w, run.id, 'done');
    expect(clock.now() - began).toBeGreaterThanOrEqual(2_000);
    expect(clock.now() - began).toBeLessThan(10_000);
    const [item] = await w.items(run.id);
    expect(item).toMatchObject({
      state: 'applied',
      attempt: 1,
      differs: [],
      afterImage: { assignee: { id: IDS.english } },
    });
    expect(await w.patches()).toHaveLength(3);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 50: still differs after 10 s: applied, and the person is told which field Backlog stored differently', async () => {
    const { w, clock } = await virtualWorld(kind, 1);
    const [before] = await readsOf(w, FIRST);
    expect(before).toBeUndefined();
    const run = await w.approve(await w.plan(twoFields));
    await w.fault({ match: patchOf(FIRST), effect: ignored, times: 1 });
    const began = clock.now();
    w.worker();
    await untilState(w, run.id, 'done');
    expect(clock.now() - began).toBeGreaterThanOrEqual(10_000);
    const [item] = await w.items(run.id);
    expect(item).toMatchObject({
      state: 'applied',
      differs: ['assignee'],
      afterImage: { assignee: { id: IDS.normal }, priority: { id: 2 } },
    });
    // Before the write, after 2 s, after 10 s.
    expect(await readsOf(w, FIRST)).toHaveLength(3);
    expect(await w.patches()).toHaveLength(1);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 50: somebody else writes meanwhile: their value is not taken for ours', async () => {
    const { w } = await virtualWorld(kind, 1);
    const run = await w.approve(await w.plan(twoFields));
    await w.fault({ match: patchOf(FIRST), effect: ignored, times: 1 });
    w.worker();
    await untilIn(w, async () => ((await w.items(run.id))[0]?.answeredAt ? true : null), 100);
    await w.edit(FIRST, { assigneeId: IDS.admin });
    await untilState(w, run.id, 'done');
    const [item] = await w.items(run.id);
    expect(item).toMatchObject({
      state: 'applied',
      differs: ['assignee'],
      afterImage: { assignee: { id: IDS.normal } },
    });
    expect(await verdict(w)).toEqual([]);
  });

  it('row 50: deleted meanwhile: the write counts as what its answer said', async () => {
    const { w } = await virtualWorld(kind, 1);
    const run = await w.approve(await w.plan(twoFields));
    await w.fault({ match: patchOf(FIRST), effect: ignored, times: 1 });
    w.worker();
    await untilIn(w, async () => ((await w.items(run.id))[0]?.answeredAt ? true : null), 100);
    await w.fault({
      match: { method: 'GET', path: patchOf(FIRST).path },
      effect: { kind: 'status', status: 404 },
    });
    await untilState(w, run.id, 'done');
    expect(await w.items(run.id)).toMatchObject([{ state: 'applied', differs: ['assignee'] }]);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 50: process death meanwhile: known as applied, never sent again, a comment included', async () => {
    const w = await world(kind, 2);
    await answerStale(w, FIRST);
    const changes = [...toEnglish, { field: 'comment', verb: 'add', text: '担当を替えます' } as const];
    const run = await w.approve(await w.plan(changes));
    let dead = false;
    w.worker({
      observer: (step) => {
        if (dead || step !== 'item.afterRecord') return;
        dead = true;
        throw new Error('died');
      },
    });
    await until(async () => ((await w.items(run.id))[0]?.answeredAt ? true : null));
    await untilState(w, run.id, 'done');
    expect((await w.run(run.id)).leaseEpoch).toBeGreaterThan(1);
    expect(await w.items(run.id)).toMatchObject([
      { state: 'applied', differs: [], attempt: 1 },
      { state: 'applied' },
    ]);
    expect(await w.patches()).toHaveLength(2);
    expect(await verdict(w)).toEqual([]);
  });
});
