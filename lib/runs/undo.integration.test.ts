import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import type { Change } from '@/lib/bulk/changes';
import { runItems } from '@/lib/db/schema';
import { IDS } from '@/lib/demo-space/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { loadPlanItems } from './plan-items';
import {
  carryOutPlan,
  closure,
  everythingIncluded,
  milestones,
  readyPlan,
  undoPlan,
  writes,
} from './steps-fixtures';
import { createWorld, FIRST, until, untilState, type World } from './testing';
import { undoLimits } from './undo-source';

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

const inDemo = (label: string, id: number) => ({ label, byProject: { [IDS.demo]: id } });
/** Something in every kind of field, with a comment. */
const changes: Change[] = [
  { field: 'assignee', verb: 'set', to: { id: IDS.english, label: 'Emma' } },
  { field: 'status', verb: 'set', to: inDemo('完了', 4) },
  { field: 'resolution', verb: 'set', to: { id: 0, label: '対応済み' } },
  { field: 'dueDate', verb: 'set', to: '2026-12-24' },
  {
    field: 'milestone',
    verb: 'swap',
    from: inDemo('Sprint 1', IDS.sprint1),
    to: inDemo('Sprint 2', IDS.sprint2),
  },
  { field: 'category', verb: 'add', values: [inDemo('開発', IDS.code)] },
  { field: 'estimatedHours', verb: 'set', to: 1.25 },
  {
    field: 'custom',
    verb: 'set',
    target: { label: '属性2', typeId: 2, byProject: { [IDS.demo]: 2 } },
    to: '一行目\n二行目',
  },
  {
    field: 'custom',
    verb: 'add',
    target: { label: '属性6', typeId: 6, byProject: { [IDS.demo]: 6 } },
    values: [inDemo('選択2', 2)],
  },
  { field: 'comment', verb: 'add', text: 'まとめて更新しました' },
];
/** Everything of an issue but who changed it last, and when. */
const content = async (w: World, id: number) => {
  const { updated: _at, updatedUser: _by, ...rest } = await w.client.issues.get(id);
  return rest;
};

describe.each(databaseKinds)('the undo of a run on %s', (kind) => {
  it('brings every field of every issue back, and a comment stays', async () => {
    const w = await world(kind);
    const before = await Promise.all(w.ids.map((id) => content(w, id)));
    const { run, items } = await carryOutPlan(w, await w.plan(changes));
    expect(states(items)).toEqual(['applied', 'applied']);
    const after = await Promise.all(w.ids.map((id) => content(w, id)));
    expect(after).not.toEqual(before);

    const plan = await undoPlan(w, run.id);
    expect(await undoLimits(w.db, plan)).toEqual({ comments: 2, notified: 0 });
    const undo = await carryOutPlan(w, plan);
    expect(states(undo.items)).toEqual(['applied', 'applied']);
    expect(await Promise.all(w.ids.map((id) => content(w, id)))).toEqual(before);
    expect(await w.client.issues.comments(FIRST)).not.toEqual([]);

    // And the other way round again.
    await carryOutPlan(w, await undoPlan(w, undo.run.id));
    expect(await Promise.all(w.ids.map((id) => content(w, id)))).toEqual(after);
  });

  it('overwrites nothing that somebody changed since, and takes no part in what the run did not write', async () => {
    const w = await world(kind, 5);
    const plan = await w.plan(changes);
    // The fifth is a conflict of the run.
    await w.edit(FIRST + 4, { assigneeId: IDS.admin });
    const { run } = await carryOutPlan(w, plan);
    await w.edit(FIRST, { assigneeId: IDS.admin, customField_2: '別の人の文' });
    await w.edit(FIRST + 1, { summary: '題を変えた' });
    w.space.state.issues.delete(FIRST + 2);

    const undo = await undoPlan(w, run.id);
    const rows = await loadPlanItems(w.db, undo.id);
    expect(rows.map((row) => [row.issueId, row.pile])).toEqual([
      [FIRST, 'needsReview'],
      [FIRST + 1, 'change'],
      [FIRST + 2, 'blocked'],
      [FIRST + 3, 'change'],
    ]);
    expect(rows[0]?.warnings.map(({ code, values }) => [code, values.field, values.by])).toEqual([
      ['UNDO_KEEPS_FIELD', 'assignee', 'Emma'],
      ['UNDO_KEEPS_FIELD', '属性2', 'Emma'],
    ]);
    expect(rows[2]?.blocks).toMatchObject([{ code: 'ISSUE_GONE' }]);

    await carryOutPlan(w, await everythingIncluded(w, undo));
    expect(await w.client.issues.get(FIRST)).toMatchObject({
      assignee: { id: IDS.admin },
      status: { id: 1 },
      customFields: expect.arrayContaining([expect.objectContaining({ id: 2, value: '別の人の文' })]),
    });
    expect(await w.client.issues.get(FIRST + 1)).toMatchObject({
      summary: '題を変えた',
      assignee: { id: IDS.normal },
    });
  });

  it('an edit between the plan of the undo and its run is a conflict, and nothing is sent', async () => {
    const w = await world(kind, 1);
    const { run } = await carryOutPlan(w, await w.plan(changes));
    const plan = await undoPlan(w, run.id);
    await w.edit(FIRST, { dueDate: '2027-01-05' });
    const sent = (await writes(w)).length;
    const undo = await carryOutPlan(w, plan);
    expect(states(undo.items)).toEqual(['conflict']);
    expect(await writes(w)).toHaveLength(sent);
  });

  it('refuses what nobody knows the outcome of and what has no image', async () => {
    const w = await world(kind, 3);
    const { run } = await carryOutPlan(w, await w.plan(changes));
    await w.db.update(runItems).set({ state: 'unknown' }).where(eq(runItems.issueId, FIRST));
    await w.db
      .update(runItems)
      .set({ beforeImage: null })
      .where(eq(runItems.issueId, FIRST + 1));
    const rows = await loadPlanItems(w.db, (await undoPlan(w, run.id)).id);
    expect(rows.map((row) => row.blocks.map((block) => block.code))).toEqual([
      ['NOT_TO_UNDO'],
      ['NOT_TO_UNDO'],
      [],
    ]);
  });
});

describe.each(databaseKinds)('the undo of side steps on %s', (kind) => {
  it('goes the other way round and leaves the created milestone unless it is taken in', async () => {
    const w = await world(kind);
    const { run } = await carryOutPlan(w, await readyPlan(w, closure(w)));
    const before = (await writes(w)).length;
    const made = (await milestones(w)).get('Sprint 3')?.id;
    const undo = await carryOutPlan(w, await undoPlan(w, run.id));
    expect(states(undo.items)).toEqual(['applied', 'applied', 'applied']);
    expect((await writes(w)).slice(before)).toEqual([
      `PATCH /versions/${IDS.sprint1}`,
      ...w.ids.map((id) => `PATCH /issues/${id}`),
    ]);
    expect(await held(w, FIRST)).toEqual(['Sprint 1']);
    expect((await milestones(w)).get('Sprint 1')?.archived).toBe(false);
    expect((await milestones(w)).get('Sprint 3')?.id).toBe(made);
  });

  it('deletes the created milestone last, and not at all while an issue holds it', async () => {
    const w = await world(kind);
    const { run } = await carryOutPlan(w, await readyPlan(w, closure(w)));
    const made = (await milestones(w)).get('Sprint 3')?.id ?? 0;
    const plan = await everythingIncluded(w, await undoPlan(w, run.id));
    await w.edit(2, { milestoneId: [made] });
    const held = await carryOutPlan(w, plan);
    expect(states(held.items)).toEqual(['applied', 'applied', 'applied', 'rejected']);
    expect(held.items[3]?.reason).toMatchObject({ code: 'MILESTONE_NOT_EMPTY', count: 1 });
    expect((await milestones(w)).has('Sprint 3')).toBe(true);
    expect((await writes(w)).filter((write) => write.startsWith('DELETE'))).toEqual([]);
  });

  it('undone itself, makes everything again, with a milestone of the same name and days', async () => {
    const w = await world(kind);
    const { run } = await carryOutPlan(w, await readyPlan(w, closure(w)));
    const undo = await carryOutPlan(w, await everythingIncluded(w, await undoPlan(w, run.id)));
    expect(states(undo.items)).toEqual(['applied', 'applied', 'applied', 'applied']);
    expect((await milestones(w)).has('Sprint 3')).toBe(false);
    const redo = await carryOutPlan(w, await undoPlan(w, undo.run.id));
    expect(states(redo.items)).toEqual(['applied', 'applied', 'applied', 'applied']);
    expect(await held(w, FIRST)).toEqual(['Sprint 3']);
    const after = await milestones(w);
    expect(after.get('Sprint 3')).toMatchObject({ releaseDueDate: '2026-12-18T00:00:00Z', startDate: null });
    expect(after.get('Sprint 1')?.archived).toBe(true);
  });

  it('that fails to unarchive holds the issues back', async () => {
    const w = await world(kind);
    const { run } = await carryOutPlan(w, await readyPlan(w, closure(w)));
    const plan = await undoPlan(w, run.id);
    const path = `/api/v2/projects/${IDS.demo}/versions/${IDS.sprint1}`;
    await w.fault({ match: { method: 'PATCH', path }, effect: { kind: 'status', status: 403 }, times: 1 });
    const undo = await w.approve(plan);
    w.worker();
    expect(await untilState(w, undo.id, 'paused')).toMatchObject({ waitDetail: { stage: 0, failed: 1 } });
    expect(await held(w, FIRST)).toEqual(['Sprint 3']);
    await until(async () => ((await w.run(undo.id)).leaseOwner === null ? true : null));
  });
});
