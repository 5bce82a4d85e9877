import { afterEach, describe, expect, it } from 'vitest';
import type { PlanItem } from '@/lib/bulk';
import { IDS } from '@/lib/demo-space/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { again, goingOn, isArchived, refuse, states } from './closure-run-fixtures';
import { verdict } from './fault-matrix/testing';
import { move, readyPlan, reportedClosure, reportMark, wikiPages } from './steps-fixtures';
import { createWorld, FIRST, type World } from './testing';

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

describe.each(databaseKinds)('the report of a closure on %s', (kind) => {
  const leftIn = (row: PlanItem): PlanItem => ({
    ...row,
    included: false,
    current: { milestone: [{ id: IDS.sprint1, name: 'Sprint 1' }] },
  });
  const commentOn = (issueId: number): PlanItem => ({
    ...move(issueId),
    diffs: [],
    params: { comment: '# 締めの記録' },
    stage: 2,
    report: reportMark,
  });

  it('is written when everything ended as planned', async () => {
    const w = await world(kind);
    const { items, pauses } = await goingOn(w, await readyPlan(w, reportedClosure(w)));
    expect([states(items), pauses]).toEqual([Array(5).fill('applied'), []]);
    expect(await wikiPages(w)).toHaveLength(1);
    expect(await verdict(w)).toEqual([]);
  });

  it('is held back after a conflict, before anything of it is sent, and so is the archive', async () => {
    const w = await world(kind);
    const plan = await readyPlan(w, reportedClosure(w));
    await w.edit(FIRST, { milestoneId: [] });
    const { items, pauses } = await goingOn(w, plan);
    expect(pauses).toEqual([{ stage: 1, failed: 1, holds: 'both' }]);
    expect(states(items)).toEqual(['applied', 'conflict', 'applied', 'rejected', 'rejected']);
    expect(items[3]?.reason).toEqual({ code: 'REPORT_HELD', failed: 1, leftOut: 0, otherwise: 0 });
    expect(items[4]?.reason).toEqual({ code: 'HELD_BACK', failed: 1, open: 0, report: true });
    expect(await wikiPages(w)).toEqual([]);
  });

  it('is held back after a failure, page and comment; a retry with success writes both and archives', async () => {
    const w = await world(kind);
    await refuse(w, FIRST);
    const rows = reportedClosure(w);
    const plan = await readyPlan(w, [...rows.slice(0, 4), commentOn(IDS.second), ...rows.slice(4)]);
    const { run, items, pauses } = await goingOn(w, plan);
    expect(pauses).toEqual([{ stage: 1, failed: 1, holds: 'both' }]);
    const held = Array(3).fill('rejected');
    expect(states(items)).toEqual(['applied', 'rejected', 'applied', ...held]);
    expect(items[4]?.reason).toEqual({ code: 'REPORT_HELD', failed: 1, leftOut: 0, otherwise: 0 });
    const after = await again(w, run.id);
    expect(states(after.items)).toEqual(Array(6).fill('applied'));
    expect(await wikiPages(w)).toHaveLength(1);
    expect(await isArchived(w)).toBe(true);
    expect(await verdict(w)).toEqual([]);
  });

  it('is held back without a pause where rows were left out of the plan', async () => {
    const w = await world(kind);
    await w.edit(1, { milestoneId: [IDS.sprint1] });
    const rows = reportedClosure(w, [leftIn(move(1))]);
    const { items, pauses } = await goingOn(w, await readyPlan(w, rows));
    expect(pauses).toEqual([]);
    expect(states(items)).toEqual(['applied', 'applied', 'applied', 'rejected', 'rejected']);
    expect(items[3]?.reason).toEqual({ code: 'REPORT_HELD', failed: 0, leftOut: 1, otherwise: 0 });
    expect(items[4]?.reason).toEqual({ code: 'HELD_BACK', failed: 0, open: 1, report: true });
    expect(await wikiPages(w)).toEqual([]);
  });
});
