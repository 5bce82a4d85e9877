import { describe, expect, it } from 'vitest';
import type { DatabaseKind } from '@/lib/db';
import { IDS, issueRow, smallState } from '@/lib/demo-space/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { cancelRun, resumeRun } from './control';
import { patchOf, states, verdict, worldsOfTests } from './fault-matrix/testing';
import { SPACE, toEnglish, untilState, type World } from './testing';

const { world } = worldsOfTests();
/** In project DEMO, then in OTHER: the order of the plan. */
const demo = [3_001, 3_002, 3_003, 3_004, 3_005];
const other = [3_101, 3_102];

async function twoProjects(kind: DatabaseKind): Promise<World> {
  const buildState = () => {
    const state = smallState();
    for (const id of [IDS.admin, IDS.normal, IDS.english]) state.projects.get(IDS.other)?.memberIds.push(id);
    for (const id of demo) state.addIssue(issueRow({ id, keyId: id }));
    for (const id of other) {
      state.addIssue(issueRow({ id, keyId: id, projectId: IDS.other, issueTypeId: IDS.otherTask }));
    }
    return state;
  };
  return world(kind, 0, { space: { buildState } });
}

async function approve(w: World) {
  const projectIds = [IDS.demo, IDS.other];
  const plan = await w.plan(toEnglish, { selection: { kind: 'ids', ids: [...demo, ...other], projectIds } });
  return w.approve(plan);
}

const forbidden = { kind: 'status', status: 403 } as const;
const written = async (w: World, ids: number[]) =>
  (await w.patches()).filter((patch) => ids.some((id) => patchOf(id).path === patch.path)).length;

describe.each(databaseKinds)('a right lost in one project on %s', (kind) => {
  it('row 24: three refusals in a row hold its items, other projects go on, then the person decides', async () => {
    const w = await twoProjects(kind);
    const run = await approve(w);
    for (const id of demo) await w.fault({ match: patchOf(id), effect: forbidden });
    w.worker();
    const paused = await untilState(w, run.id, 'paused');
    expect(paused).toMatchObject({
      waitReason: 'noRight',
      waitDetail: { projects: ['DEMO'] },
      heldProjects: [IDS.demo],
    });
    expect(states(await w.items(run.id))).toEqual([
      ...Array(3).fill('rejected'),
      ...Array(2).fill('planned'),
      ...Array(2).fill('applied'),
    ]);
    expect(await written(w, demo)).toBe(3);

    await w.clearFaults();
    expect(await resumeRun(w.db, { runId: run.id, spaceHost: SPACE, userId: IDS.admin })).toBe(true);
    const done = await untilState(w, run.id, 'done');
    expect(done).toMatchObject({ heldProjects: [], waitDetail: null });
    expect(done.counts).toMatchObject({ applied: 4, rejected: 3 });
    expect(await verdict(w)).toEqual([]);
  });

  it('row 24: a write that Backlog took in between shows that the right is there', async () => {
    const w = await twoProjects(kind);
    const run = await approve(w);
    for (const id of demo.filter((_, index) => index !== 2)) {
      await w.fault({ match: patchOf(id), effect: forbidden });
    }
    w.worker();
    expect((await untilState(w, run.id, 'done')).counts).toMatchObject({ applied: 3, rejected: 4 });
    expect(await verdict(w)).toEqual([]);
  });

  it('row 24: held and then cancelled: the held items are cancelled too', async () => {
    const w = await twoProjects(kind);
    const run = await approve(w);
    for (const id of demo) await w.fault({ match: patchOf(id), effect: forbidden });
    w.worker();
    await untilState(w, run.id, 'paused');
    expect(await cancelRun(w.db, { runId: run.id, spaceHost: SPACE, userId: IDS.admin })).toBe(true);
    expect((await untilState(w, run.id, 'cancelled')).counts).toMatchObject({ rejected: 3, cancelled: 2 });
    expect(await written(w, demo)).toBe(3);
    expect(await verdict(w)).toEqual([]);
  });
});
