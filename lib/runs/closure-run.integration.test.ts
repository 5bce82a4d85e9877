import { and, eq, gte } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { stepItem, withCreated } from '@/lib/bulk';
import { runItems, runs } from '@/lib/db/schema';
import { IDS } from '@/lib/demo-space/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { again, goingOn, isArchived, keyOf, refuse, states } from './closure-run-fixtures';
import { cancelRun, resumeRun } from './control';
import { verdict } from './fault-matrix/testing';
import { loadPlanItems } from './plan-items';
import { notBegun, retryFailed } from './retry';
import { settleByHand } from './settle';
import {
  archiveLast,
  carryOutPlan,
  everythingIncluded,
  milestones,
  move,
  readyPlan,
  report,
  undoPlan,
  wholeClosure,
  wikiPages,
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

describe.each(databaseKinds)('a closure on %s', (kind) => {
  it('creates, moves, reports and archives, each once and in this order', async () => {
    const w = await world(kind);
    const { items } = await carryOutPlan(w, await readyPlan(w, wholeClosure(w)));
    expect(states(items)).toEqual(['applied', 'applied', 'applied', 'applied', 'applied']);
    expect(await writes(w)).toEqual([
      'POST /versions',
      ...w.ids.map((id) => `PATCH /issues/${id}`),
      'POST /wikis',
      `PATCH /versions/${IDS.sprint1}`,
    ]);
    const [page] = await wikiPages(w);
    expect(page).toMatchObject({ name: report.name, content: report.content });
    expect(items[3]).toMatchObject({ createdId: page?.id, afterImage: { wiki: { createdBy: IDS.admin } } });
    expect(await isArchived(w)).toBe(true);
    expect(await verdict(w)).toEqual([]);
  });

  it('a page of that name: nothing is sent for it, and the archive is held back', async () => {
    const w = await world(kind);
    const { id } = await w.client.wikis.create(IDS.demo, { name: report.name, content: '先に書いた記録' });
    const sent = (await writes(w)).length;
    const { items, pauses } = await goingOn(w, await readyPlan(w, wholeClosure(w)));
    expect(states(items)).toEqual(['applied', 'applied', 'applied', 'rejected', 'rejected']);
    expect(items[3]?.reason).toEqual({ code: 'NAME_TAKEN' });
    expect(pauses).toEqual([{ stage: 2, failed: 1, holds: 'archive' }]);
    expect((await writes(w)).slice(sent)).not.toContain('POST /wikis');
    expect(await wikiPages(w)).toMatchObject([{ id, content: '先に書いた記録' }]);
  });

  it('a milestone that somebody else has archived meanwhile is no failure, whatever else failed', async () => {
    const w = await world(kind);
    await refuse(w, FIRST);
    const plan = await readyPlan(w, wholeClosure(w));
    await w.client.versions.update(IDS.demo, IDS.sprint1, { name: 'Sprint 1', archived: true });
    const { items } = await goingOn(w, plan);
    expect(states(items)).toEqual(['applied', 'rejected', 'applied', 'applied', 'unchanged']);
  });
});

describe.each(databaseKinds)('the page of a closure whose ledger lost its end on %s', (kind) => {
  /** Carried out, and then the ledger knows of nothing from the page on. */
  async function lost(w: World) {
    const { run } = await carryOutPlan(w, await readyPlan(w, wholeClosure(w)));
    await w.client.versions.update(IDS.demo, IDS.sprint1, { name: 'Sprint 1', archived: false });
    await w.db
      .update(runItems)
      .set(notBegun)
      .where(and(eq(runItems.runId, run.id), gte(runItems.position, 3)));
    await w.db
      .update(runs)
      .set({ state: 'running', stage: 2, endedAt: null, unclean: true })
      .where(eq(runs.id, run.id));
    return run;
  }
  const afterUncleanStop = { exclusive: true, unclean: true } as const;

  it('is found at Backlog and entered, not made again, and the closure goes on to its archive', async () => {
    const w = await world(kind);
    const run = await lost(w);
    w.worker(afterUncleanStop);
    expect((await untilState(w, run.id, 'done')).unclean).toBe(false);
    const [page] = await wikiPages(w);
    const items = await w.items(run.id);
    expect(states(items)).toEqual(['applied', 'applied', 'applied', 'applied', 'applied']);
    expect(items[3]).toMatchObject({
      createdId: page?.id,
      params: { name: report.name },
      beforeImage: { wiki: null },
      afterImage: { wiki: { id: page?.id, content: report.content } },
    });
    expect((await writes(w)).filter((write) => write === 'POST /wikis')).toHaveLength(1);
  });

  it('is found before the run is cancelled, and is never somebody else’s', async () => {
    const w = await world(kind);
    const run = await lost(w);
    await cancelRun(w.db, keyOf(run.id));
    w.worker(afterUncleanStop);
    await untilState(w, run.id, 'cancelled');
    expect(states(await w.items(run.id)).slice(3)).toEqual(['applied', 'cancelled']);

    const other = await world(kind);
    const again = await lost(other);
    const [page] = await wikiPages(other);
    await other.client.wikis.remove(page?.id ?? 0);
    const { name, content } = report;
    await other.clientFor(IDS.english).wikis.create(IDS.demo, { name, content });
    other.worker(afterUncleanStop);
    await untilState(other, again.id, 'paused');
    expect((await other.items(again.id))[3]).toMatchObject({
      state: 'rejected',
      reason: { code: 'NAME_TAKEN' },
    });
  });
});

describe.each(databaseKinds)('the archive of a closure on %s', (kind) => {
  it('waits after a failed issue; a retry with success archives', async () => {
    const w = await world(kind);
    await refuse(w, FIRST);
    const { run, items, pauses } = await goingOn(w, await readyPlan(w, wholeClosure(w)));
    expect(pauses).toEqual([
      { stage: 1, failed: 1 },
      { stage: 2, failed: 1, holds: 'archive' },
    ]);
    expect(states(items)).toEqual(['applied', 'rejected', 'applied', 'applied', 'rejected']);
    expect(items[4]?.reason).toEqual({ code: 'HELD_BACK', failed: 1, open: 1 });
    expect(await isArchived(w)).toBe(false);

    const after = await again(w, run.id);
    expect(after.positions).toEqual([1, 4]);
    expect(states(after.items)).toEqual(['applied', 'applied', 'applied', 'applied', 'applied']);
    expect(await isArchived(w)).toBe(true);
    expect(await verdict(w)).toEqual([]);
  });

  it('is reached by a retry during the pause, without anybody going on', async () => {
    const w = await world(kind);
    await refuse(w, FIRST);
    const intoSprint2 = new Map([[-1, IDS.sprint2]]);
    const rows = w.ids.map((id) => withCreated(move(id), intoSprint2));
    const run = await w.approve(
      await readyPlan(w, [...rows, stepItem(archiveLast, { number: 3, stage: 3 })]),
    );
    const worker = w.worker();
    expect(await untilState(w, run.id, 'paused')).toMatchObject({
      waitReason: 'stage',
      waitDetail: { stage: 1, failed: 1, holds: 'archive' },
    });
    expect(await retryFailed(w.db, keyOf(run.id))).toEqual([0]);
    worker.wake();
    await untilState(w, run.id, 'done');
    expect(states(await w.items(run.id))).toEqual(['applied', 'applied', 'applied']);
    expect(await isArchived(w)).toBe(true);
  });

  it('waits after a conflict, which alone would not hold a stage', async () => {
    const w = await world(kind);
    const plan = await readyPlan(w, wholeClosure(w));
    await w.edit(FIRST, { milestoneId: [] });
    const { run, items, pauses } = await goingOn(w, plan);
    expect(pauses).toEqual([{ stage: 2, failed: 1, holds: 'archive' }]);
    expect(states(items)).toEqual(['applied', 'conflict', 'applied', 'applied', 'rejected']);
    expect(items[4]?.reason).toEqual({ code: 'HELD_BACK', failed: 1, open: 0 });
    // What is in conflict stays so in this run, and so does the archive.
    expect(states((await again(w, run.id)).items).at(-1)).toBe('rejected');
    expect(await isArchived(w)).toBe(false);
  });

  it('waits after an unknown outcome; once a person has settled it, going on archives', async () => {
    const w = await world(kind);
    const [first, ...rest] = w.ids.map(move);
    if (first === undefined) throw new Error('no issue');
    const said = { ...first, params: { ...first.params, comment: '次へ送ります' } };
    const [created, , , page, archived] = wholeClosure(w);
    const rows = [created, said, ...rest, page, archived].flatMap((row) => row ?? []);
    await w.fault({
      match: { method: 'PATCH', path: `/api/v2/issues/${FIRST}` },
      effect: { kind: 'reset-before' },
      times: 1,
    });
    const run = await w.approve(await readyPlan(w, rows));
    const worker = w.worker();
    expect(await untilState(w, run.id, 'paused')).toMatchObject({ waitDetail: { stage: 1, failed: 1 } });
    await resumeRun(w.db, keyOf(run.id));
    worker.wake();
    expect(await untilState(w, run.id, 'paused')).toMatchObject({
      waitDetail: { stage: 2, failed: 1, holds: 'archive' },
    });
    // The person carries it out by hand and says so.
    const next = (await milestones(w)).get('Sprint 3')?.id ?? 0;
    await w.edit(FIRST, { milestoneId: [next] });
    const by = { name: '管理 太郎', at: new Date().toISOString() };
    expect(await settleByHand(w.db, keyOf(run.id), 1, { applied: true, by })).toBe('applied');
    await resumeRun(w.db, keyOf(run.id));
    worker.wake();
    await untilState(w, run.id, 'done');
    expect(states(await w.items(run.id))).toEqual(['applied', 'applied', 'applied', 'applied', 'applied']);
    expect(await isArchived(w)).toBe(true);
  });

  it('waits as long as an open issue holds the milestone that the plan does not know; a closed one does not matter', async () => {
    const w = await world(kind);
    const plan = await readyPlan(w, wholeClosure(w));
    await w.edit(1, { milestoneId: [IDS.sprint1] });
    await w.edit(2, { milestoneId: [IDS.sprint1], statusId: 4 });
    const { run, items, pauses } = await goingOn(w, plan);
    expect(pauses).toEqual([]);
    expect(states(items)).toEqual(['applied', 'applied', 'applied', 'applied', 'rejected']);
    expect(items[4]?.reason).toEqual({ code: 'HELD_BACK', failed: 0, open: 1 });
    expect(await writes(w)).not.toContain(`PATCH /versions/${IDS.sprint1}`);

    await w.edit(1, { statusId: 4 });
    expect(await again(w, run.id)).toMatchObject({ positions: [4] });
    expect(await isArchived(w)).toBe(true);
  });
});

describe.each(databaseKinds)('the undo of a closure on %s', (kind) => {
  it('goes the other way round: unarchive, page, issues, milestone', async () => {
    const w = await world(kind);
    const { run } = await carryOutPlan(w, await readyPlan(w, wholeClosure(w)));
    const sent = (await writes(w)).length;
    const [page] = await wikiPages(w);
    const next = (await milestones(w)).get('Sprint 3')?.id;
    const plan = await undoPlan(w, run.id);
    expect((await loadPlanItems(w.db, plan.id)).map(({ pile, step }) => step?.kind ?? pile)).toEqual([
      'archiveMilestone',
      'deleteWiki',
      'change',
      'change',
      'deleteMilestone',
    ]);
    const { items } = await carryOutPlan(w, await everythingIncluded(w, plan));
    expect(states(items)).toEqual(['applied', 'applied', 'applied', 'applied', 'applied']);
    expect((await writes(w)).slice(sent)).toEqual([
      `PATCH /versions/${IDS.sprint1}`,
      `DELETE /wikis/${page?.id}`,
      ...w.ids.map((id) => `PATCH /issues/${id}`),
      `DELETE /versions/${next}`,
    ]);
    expect(await wikiPages(w)).toEqual([]);
  });

  it('leaves the page and the created milestone unless they are taken in', async () => {
    const w = await world(kind);
    const { run } = await carryOutPlan(w, await readyPlan(w, wholeClosure(w)));
    const { items } = await carryOutPlan(w, await undoPlan(w, run.id));
    expect(states(items)).toEqual(['applied', 'applied', 'applied']);
    expect(await wikiPages(w)).toHaveLength(1);
    expect((await milestones(w)).has('Sprint 3')).toBe(true);
  });

  it('never deletes a page that somebody has edited, be it before or after the plan of the undo', async () => {
    const w = await world(kind);
    const { run } = await carryOutPlan(w, await readyPlan(w, wholeClosure(w)));
    const [page] = await wikiPages(w);
    const plan = await everythingIncluded(w, await undoPlan(w, run.id));
    const body = new URLSearchParams({ content: `${report.content}\n追記` });
    const request = new Request(`http://${SPACE}/api/v2/wikis/${page?.id}`, {
      method: 'PATCH',
      headers: { 'Backlog-API-Key': `key-${IDS.english}` },
      body,
    });
    expect((await w.space.handle(request)).status).toBe(200);
    const { items } = await carryOutPlan(w, plan);
    expect(items[1]).toMatchObject({
      state: 'conflict',
      reason: { code: 'CHANGED_MEANWHILE', by: { name: expect.any(String) } },
    });
    expect(await wikiPages(w)).toHaveLength(1);
    const rows = await loadPlanItems(w.db, (await undoPlan(w, run.id)).id);
    expect(rows.find((row) => row.issueId === -2)).toMatchObject({ pile: 'blocked', included: false });
  });
});

describe.each(databaseKinds)('two people who close the same milestone on %s', (kind) => {
  /** Both plans are made from the same state of the space. */
  async function plans(w: World) {
    const mine = await readyPlan(w, wholeClosure(w));
    return { mine, theirs: await readyPlan(w, wholeClosure(w), { userId: IDS.normal }) };
  }

  it('the second a moment later: everything is stated, nothing is done twice', async () => {
    const w = await world(kind);
    const { mine, theirs } = await plans(w);
    expect(states((await goingOn(w, mine)).items)).toEqual(Array(5).fill('applied'));
    const sent = await writes(w);
    const { items, pauses } = await goingOn(w, theirs);
    expect(items.map(({ state, reason }) => [state, Object(reason).code])).toEqual([
      ['rejected', 'NAME_TAKEN'],
      ['rejected', 'STEP_FAILED'],
      ['rejected', 'STEP_FAILED'],
      ['rejected', 'NAME_TAKEN'],
      // Not ours, but as it was to be.
      ['unchanged', undefined],
    ]);
    expect(pauses.at(-1)).toEqual({ stage: 2, failed: 4, holds: 'archive' });
    expect(await writes(w)).toEqual(sent);
  });

  it('both at once, whoever is faster where: one next milestone, one page, and every item has its outcome', async () => {
    const w = await world(kind, 4);
    const { mine, theirs } = await plans(w);
    const both = await Promise.all([goingOn(w, mine), goingOn(w, theirs)]);
    for (const { items } of both) {
      for (const { state } of items)
        expect(['applied', 'unchanged', 'conflict', 'rejected']).toContain(state);
    }
    const versions = await w.client.projects.versions(IDS.demo);
    expect(versions.filter(({ name }) => name === 'Sprint 3')).toHaveLength(1);
    expect(await wikiPages(w)).toHaveLength(1);
    expect(await verdict(w)).toEqual([]);
  });
});
