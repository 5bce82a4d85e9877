import { describe, expect, it } from 'vitest';
import type { Change } from '@/lib/bulk/changes';
import { IDS } from '@/lib/demo-space/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import type { RunRow } from './claim';
import { pauseRun, resumeRun } from './control';
import { patchOf, states, verdict, worldsOfTests } from './fault-matrix/testing';
import { FIRST, SPACE, toEnglish, until, untilState, type World } from './testing';

const { world } = worldsOfTests();
const key = (run: RunRow) => ({ runId: run.id, spaceHost: SPACE, userId: run.userId });
const high: Change[] = [{ field: 'priority', verb: 'set', to: { id: 2, label: '高' } }];
const categoryAdded = (id: number, label: string): Change[] => [
  { field: 'category', verb: 'add', values: [{ label, byProject: { [IDS.demo]: id } }] },
];

/** A run of the administrator that stands paused with the write of its first item open and never sent. */
async function pausedWithOpenWrite(w: World): Promise<RunRow> {
  const run = await w.approve(await w.plan(toEnglish));
  const dying = w.worker({
    observer: (step) => {
      if (step === 'item.beforeSend') throw new Error('died');
    },
  });
  await until(async () => (states(await w.items(run.id))[0] === 'intent' ? true : null));
  await pauseRun(w.db, key(run));
  await dying.stop();
  return run;
}

const told = (w: World, run: RunRow) =>
  until(async () => {
    const found = await w.run(run.id);
    return found.waitReason === 'locked' ? found : null;
  });

describe.each(databaseKinds)('two runs on one issue on %s', (kind) => {
  it('row 30: another person’s open write: other issues go first, the run says why it waits, then it goes on', async () => {
    const w = await world(kind, 4);
    const first = await pausedWithOpenWrite(w);
    const second = await w.approve(await w.plan(high, { userId: IDS.normal }));
    w.worker();
    expect(await told(w, second)).toMatchObject({
      state: 'running',
      waitDetail: { issues: [`DEMO-${FIRST}`] },
      waitUntil: null,
    });
    expect(states(await w.items(second.id))).toEqual(['planned', 'applied', 'applied', 'applied']);
    expect((await w.patches()).map((patch) => patch.path)).not.toContain(patchOf(FIRST).path);

    expect(await resumeRun(w.db, key(first))).toBe(true);
    await untilState(w, first.id, 'done');
    expect(await untilState(w, second.id, 'done')).toMatchObject({ waitReason: null, waitDetail: null });
    expect(states(await w.items(second.id))).toEqual(Array(4).fill('applied'));
    expect(await verdict(w)).toEqual([]);
  });

  it('row 30: the same person’s open write: the second run makes way, so that the first can be decided', async () => {
    const w = await world(kind, 2);
    const first = await pausedWithOpenWrite(w);
    const second = await w.approve(await w.plan(high));
    w.worker();
    const waiting = await untilState(w, second.id, 'paused');
    expect(waiting).toMatchObject({ waitReason: 'locked', leaseOwner: null });
    expect(states(await w.items(second.id))).toEqual(['planned', 'applied']);
    expect(await resumeRun(w.db, key(first))).toBe(true);
    await untilState(w, first.id, 'done');
    expect(await resumeRun(w.db, key(second))).toBe(true);
    await untilState(w, second.id, 'done');
    expect(states(await w.items(second.id))).toEqual(['applied', 'applied']);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 30: a write that ended after our read is not lost: the issue is read again and its list merged', async () => {
    const w = await world(kind, 1);
    const first = await w.approve(
      await w.plan(categoryAdded(IDS.design, 'デザイン'), { userId: IDS.normal }),
    );
    await pauseRun(w.db, key(first));
    const second = await w.approve(await w.plan(categoryAdded(IDS.code, '開発')));
    let met = 0;
    w.worker({
      // The second run has read the issue and is about to write: now the first one writes it.
      async observer(step, { id }) {
        if (step !== 'item.beforeIntent' || id !== second.id) return;
        met += 1;
        if (met > 1) return;
        await resumeRun(w.db, key(first));
        await untilState(w, first.id, 'done');
      },
    });
    await untilState(w, second.id, 'done');
    expect(met).toBe(2);
    const issue = await w.client.issues.get(FIRST);
    expect(issue.category.map((category) => category.id).sort()).toEqual([IDS.design, IDS.code].sort());
    const [item] = await w.items(second.id);
    expect(item).toMatchObject({
      attempt: 1,
      state: 'applied',
      beforeImage: { category: [{ id: IDS.design }] },
    });
    expect(await w.patches()).toHaveLength(2);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 30: two people’s runs over the same issues at once: never two writes of one issue in flight', async () => {
    const w = await world(kind, 12, { space: { latencyMs: 6 } });
    const first = await w.approve(await w.plan(categoryAdded(IDS.design, 'デザイン')));
    const second = await w.approve(await w.plan(categoryAdded(IDS.code, '開発'), { userId: IDS.normal }));
    w.worker();
    w.worker();
    await untilState(w, first.id, 'done');
    await untilState(w, second.id, 'done');
    for (const id of w.ids) {
      const writes = (await w.patches()).filter((patch) => patch.path === patchOf(id).path);
      expect(writes).toHaveLength(2);
      const [one, two] = writes;
      expect(Date.parse(two?.at ?? '')).toBeGreaterThanOrEqual(Date.parse(one?.answeredAt ?? ''));
      const { category } = await w.client.issues.get(id);
      expect(category.map((found) => found.id).sort()).toEqual([IDS.design, IDS.code].sort());
    }
    expect(await verdict(w)).toEqual([]);
  });
});
