import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { stepItem } from '@/lib/bulk';
import { audit } from '@/lib/db/schema';
import { IDS } from '@/lib/demo-space/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { resumeRun } from './control';
import { retryFailed } from './retry';
import {
  archive,
  carryOutPlan,
  closure,
  create,
  milestones,
  move,
  readyPlan,
  remove,
  writes,
} from './steps-fixtures';
import { createWorld, FIRST, SPACE, untilState, type World } from './testing';

const worlds: World[] = [];
/** Issues that hold Sprint 1. */
async function world(kind: (typeof databaseKinds)[number], issues = 2): Promise<World> {
  const made = await createWorld(kind, { issues, issue: () => ({ milestoneIds: [IDS.sprint1] }) });
  worlds.push(made);
  return made;
}
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

const states = (items: { state: string }[]) => items.map((item) => item.state);
const held = async (w: World, id: number) =>
  (await w.client.issues.get(id)).milestone.map(({ name }) => name);
const keyOf = (runId: string) => ({ runId, spaceHost: SPACE, userId: IDS.admin });

describe.each(databaseKinds)('side steps in stages on %s', (kind) => {
  it('go in order: what a step creates is what the issues get, the archive comes last', async () => {
    const w = await world(kind);
    const { run, items } = await carryOutPlan(w, await readyPlan(w, closure(w)));
    expect(states(items)).toEqual(['applied', 'applied', 'applied', 'applied']);
    expect(await writes(w)).toEqual([
      'POST /versions',
      ...w.ids.map((id) => `PATCH /issues/${id}`),
      `PATCH /versions/${IDS.sprint1}`,
    ]);
    const after = await milestones(w);
    expect(after.get('Sprint 1')?.archived).toBe(true);
    expect(items[0]).toMatchObject({
      createdId: after.get('Sprint 3')?.id,
      afterImage: { milestone: { dueDate: '2026-12-18' } },
    });
    expect(await held(w, FIRST)).toEqual(['Sprint 3']);
    expect(items[3]?.beforeImage).toMatchObject({ milestone: { archived: false } });
    const record = await w.db.select().from(audit).where(eq(audit.subjectId, run.id));
    expect(record.filter((row) => row.event === 'run.item')).toHaveLength(4);
  });

  it('a failed item holds the next stage until the person says go on', async () => {
    const w = await world(kind);
    const path = `/api/v2/issues/${FIRST}`;
    const refusal = { kind: 'status', status: 400, body: { errors: [{ message: '不正です。', code: 7 }] } };
    await w.control('POST', 'faults', [{ match: { method: 'PATCH', path }, effect: refusal, times: 1 }]);
    const run = await w.approve(await readyPlan(w, closure(w)));
    const worker = w.worker();
    expect(await untilState(w, run.id, 'paused')).toMatchObject({
      waitReason: 'stage',
      waitDetail: { stage: 1, failed: 1 },
      waitUntil: null,
      leaseOwner: null,
    });
    expect(states(await w.items(run.id))).toEqual(['applied', 'rejected', 'applied', 'planned']);
    expect((await milestones(w)).get('Sprint 1')?.archived).toBe(false);

    expect(await resumeRun(w.db, keyOf(run.id))).toBe(true);
    worker.wake();
    await untilState(w, run.id, 'done');
    expect(states(await w.items(run.id))).toEqual(['applied', 'rejected', 'applied', 'applied']);
    expect((await milestones(w)).get('Sprint 1')?.archived).toBe(true);
  });

  it('a failed item that is retried with success lets the next stage begin by itself', async () => {
    const w = await world(kind);
    const path = `/api/v2/issues/${FIRST}`;
    const refusal = { kind: 'status', status: 400, body: { errors: [{ message: '不正です。', code: 6 }] } };
    await w.control('POST', 'faults', [{ match: { method: 'PATCH', path }, effect: refusal, times: 1 }]);
    const run = await w.approve(await readyPlan(w, closure(w)));
    const worker = w.worker();
    await untilState(w, run.id, 'paused');
    expect(await retryFailed(w.db, keyOf(run.id))).toEqual([1]);
    worker.wake();
    await untilState(w, run.id, 'done');
    expect(states(await w.items(run.id))).toEqual(['applied', 'applied', 'applied', 'applied']);
    expect((await milestones(w)).get('Sprint 1')?.archived).toBe(true);
  });

  it('conflicts and rows with nothing to do do not hold the next stage', async () => {
    const w = await world(kind);
    const plan = await readyPlan(w, closure(w));
    await w.edit(FIRST, { milestoneId: [] });
    const { items } = await carryOutPlan(w, plan);
    expect(states(items)).toEqual(['applied', 'conflict', 'applied', 'applied']);
  });

  it('a name that is taken: nothing is sent, and nothing that needs the step either', async () => {
    const w = await world(kind);
    const taken = { ...create, name: 'Sprint 2' };
    const plan = await readyPlan(w, [stepItem(taken, { number: 1, stage: 0 }), ...w.ids.map(move)]);
    const run = await w.approve(plan);
    const worker = w.worker();
    expect(await untilState(w, run.id, 'paused')).toMatchObject({ waitDetail: { stage: 0, failed: 1 } });
    expect((await w.items(run.id))[0]?.reason).toMatchObject({ code: 'NAME_TAKEN' });
    await resumeRun(w.db, keyOf(run.id));
    worker.wake();
    await untilState(w, run.id, 'done');
    const items = await w.items(run.id);
    expect(items.map((item) => item.reason)).toMatchObject([
      { code: 'NAME_TAKEN' },
      { code: 'STEP_FAILED' },
      { code: 'STEP_FAILED' },
    ]);
    expect(await writes(w)).toEqual([]);
  });

  it('a step with nothing to do, of something gone, or renamed meanwhile sends nothing', async () => {
    const w = await world(kind);
    const plan = await readyPlan(w, [
      stepItem({ ...archive, archived: false }, { number: 1, stage: 0 }),
      stepItem({ ...archive, milestoneId: 999_999 }, { number: 2, stage: 0 }),
      stepItem({ ...remove, name: '前の名前' }, { number: 3, stage: 0 }),
    ]);
    const { items } = await carryOutPlan(w, plan);
    expect(states(items)).toEqual(['unchanged', 'rejected', 'conflict']);
    expect(items[1]?.reason).toMatchObject({ code: 'GONE' });
    expect(await writes(w)).toEqual([]);
  });

  it('archiving keeps a name that somebody gave the milestone after the plan', async () => {
    const w = await world(kind);
    const plan = await readyPlan(w, [stepItem(archive, { number: 1, stage: 0 })]);
    await w.client.versions.update(IDS.demo, IDS.sprint1, { name: 'スプリント 1' });
    await carryOutPlan(w, plan);
    expect((await milestones(w)).get('スプリント 1')?.archived).toBe(true);
  });

  it('a milestone that any issue holds is not deleted, and nothing is sent', async () => {
    const w = await world(kind);
    await w.edit(FIRST, { versionId: [IDS.sprint2] });
    const { items } = await carryOutPlan(w, await readyPlan(w, [stepItem(remove, { number: 1, stage: 0 })]));
    expect(items[0]).toMatchObject({ state: 'rejected', reason: { code: 'MILESTONE_NOT_EMPTY', count: 1 } });
    expect(await writes(w)).toEqual([]);
    await w.edit(FIRST, { versionId: [] });
    const again = await carryOutPlan(w, await readyPlan(w, [stepItem(remove, { number: 1, stage: 0 })]));
    expect(states(again.items)).toEqual(['applied']);
    expect((await milestones(w)).has('Sprint 2')).toBe(false);
  });
});
