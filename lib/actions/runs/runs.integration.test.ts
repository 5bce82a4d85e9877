import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import type { Change } from '@/lib/bulk/changes';
import { plans, runs } from '@/lib/db/schema';
import { IDS } from '@/lib/demo-space/testing';
import { createWorld, FIRST, toEnglish, until, untilState, type World } from '@/lib/runs/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { codeOf, contextOf, type TestContext } from '../testing';
import { runsCancel } from './cancel';
import { runsGet } from './get';
import { runsItems } from './items';
import { runsList } from './list';
import { loadRun } from './load-run';
import { runsPause } from './pause';
import { runsResume } from './resume';
import { runDetailSchema, runItemSchema } from './run-schemas';
import { runsSetPace } from './set-pace';

const worlds: World[] = [];
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

describe.each(databaseKinds)('runs on %s', (kind) => {
  async function setUp(issues: number): Promise<{ w: World; ctx: TestContext }> {
    const w = await createWorld(kind, { issues });
    worlds.push(w);
    return { w, ctx: contextOf(w) };
  }
  const itemsOf = (ctx: TestContext, runId: string, given: object = {}) =>
    runsItems.run({ ctx, input: runsItems.input.parse({ runId, ...given }) });

  it('tell their outcomes, add up to their total, and name reasons and differences', async () => {
    const { w, ctx } = await setUp(4);
    const plan = await w.plan(toEnglish);
    await w.edit(FIRST, { assigneeId: 1 });
    await w.edit(FIRST + 1, { assigneeId: 7 });
    const run = await w.approve(plan);
    w.worker();
    await untilState(w, run.id, 'done');
    const detail = await runsGet.run({ ctx, input: { runId: run.id } });
    expect(runDetailSchema.parse(detail)).toEqual(detail);
    expect(detail.counts).toEqual({
      applied: 2,
      unchanged: 1,
      conflict: 1,
      rejected: 0,
      cancelled: 0,
      unknown: 0,
      left: 0,
    });
    expect(detail.estimates).toEqual({ limit: 0, gentle: 0 });
    const conflicts = await itemsOf(ctx, run.id, { states: ['conflict'], diffs: true });
    expect(conflicts.total).toBe(1);
    expect(conflicts.items[0]).toMatchObject({
      issueId: FIRST,
      reason: { code: 'CHANGED_MEANWHILE', by: { name: 'Emma' } },
      diffs: [{ field: 'assignee' }],
    });
    for (const item of conflicts.items) expect(runItemSchema.parse(item)).toEqual(item);
    const newest = await itemsOf(ctx, run.id, { order: 'newest', limit: 2 });
    expect(newest).toMatchObject({ total: 4, items: [{ issueId: FIRST + 3 }, { issueId: FIRST + 2 }] });
  });

  it('tell what was sent beside values, and how much of it an undo could take back', async () => {
    const { w, ctx } = await setUp(3);
    const say: Change[] = [
      { field: 'comment', verb: 'add', text: '確かめてください' },
      { field: 'notify', verb: 'add', people: [{ id: IDS.reporter, label: '報告 次郎' }] },
    ];
    const sent = { said: { comment: true, notified: 1 } };
    const worker = w.worker();
    const follow = async (plan: Awaited<ReturnType<World['plan']>>, undoable: number) => {
      const run = await w.approve(plan);
      worker.wake();
      await untilState(w, run.id, 'done');
      expect(await runsGet.run({ ctx, input: { runId: run.id } })).toMatchObject({
        counts: { applied: 3 },
        fieldCounts: { notify: 3, comment: 3 },
        undoable,
      });
      const { items } = await itemsOf(ctx, run.id, { diffs: true });
      expect(items).toMatchObject([sent, sent, sent]);
      for (const item of items) expect(runItemSchema.parse(item)).toEqual(item);
    };
    await follow(await w.plan(say), 0);
    const plan = await w.plan([...toEnglish, ...say]);
    // The first issue has that assignee by then: a comment is all that it gets.
    await w.edit(FIRST, { assigneeId: IDS.english }, IDS.admin);
    await follow(plan, 2);
  });

  it('are read without the selection of their plan, which may name 10,000 issues', async () => {
    const { w, ctx } = await setUp(1);
    const run = await w.approve(await w.plan(toEnglish));
    const { plan } = await loadRun(ctx, run.id);
    expect(Object.keys(plan)).not.toContain('selection');
  });

  it('are listed newest first, a page at a time', async () => {
    const { w, ctx } = await setUp(1);
    const first = await w.approve(await w.plan(toEnglish));
    const second = await w.approve(await w.plan(toEnglish));
    const page = await runsList.run({ ctx, input: { limit: 1 } });
    expect(page).toMatchObject({ runs: [{ id: second.id, counts: { left: 1 } }], more: true });
    const before = page.runs[0]?.approvedAt ?? '';
    const rest = await runsList.run({ ctx, input: { limit: 1, before } });
    expect(rest).toMatchObject({ runs: [{ id: first.id }], more: false });
  });

  it('are listed with the figures that their end recorded; only open ones are counted anew', async () => {
    const { w, ctx } = await setUp(2);
    const ended = await w.approve(await w.plan(toEnglish));
    w.worker();
    await untilState(w, ended.id, 'done');
    const counted = (await runsGet.run({ ctx, input: { runId: ended.id } })).counts;
    const list = async () => (await runsList.run({ ctx, input: { limit: 50 } })).runs[0]?.counts;
    expect(await list()).toEqual(counted);
    await w.db.update(runs).set({ counts: { applied: 1, conflict: 1 } });
    expect(await list()).toMatchObject({ applied: 1, conflict: 1, left: 0 });
    await w.db.update(runs).set({ counts: null });
    expect(await list()).toEqual(counted);
  });

  it('name the run that they take up or back, and the other way round', async () => {
    const { w, ctx } = await setUp(1);
    const source = await w.approve(await w.plan(toEnglish));
    const plan = await w.plan(toEnglish);
    await w.db.update(plans).set({ kind: 'undo', sourceRunId: source.id }).where(eq(plans.id, plan.id));
    const undo = await w.approve(plan);
    expect(await runsGet.run({ ctx, input: { runId: undo.id } })).toMatchObject({
      kind: 'undo',
      source: { runId: source.id, planNumber: 1, kind: 'bulkUpdate' },
      followers: [],
    });
    expect(await runsGet.run({ ctx, input: { runId: source.id } })).toMatchObject({
      kind: 'bulkUpdate',
      source: null,
      followers: [{ runId: undo.id, planNumber: 2, kind: 'undo' }],
    });
  });

  it('can be paused, re-paced, resumed and cancelled before they begin, and not after they ended', async () => {
    const { w, ctx } = await setUp(2);
    const run = await w.approve(await w.plan(toEnglish));
    const input = { runId: run.id };
    expect(await runsPause.run({ ctx, input })).toMatchObject({ state: 'paused', waitReason: 'person' });
    expect(await runsSetPace.run({ ctx, input: { ...input, pace: 'gentle' } })).toMatchObject({
      pace: 'gentle',
    });
    expect(await runsResume.run({ ctx, input })).toMatchObject({ state: 'queued', waitReason: null });
    expect(await runsCancel.run({ ctx, input })).toMatchObject({
      state: 'cancelled',
      counts: { cancelled: 2, left: 0 },
    });
    for (const control of [runsPause, runsResume, runsCancel]) {
      expect(await codeOf(control.run({ ctx, input }))).toBe('RUN_STATE');
    }
    w.worker();
    const other = await w.approve(
      await w.plan([{ field: 'priority', verb: 'set', to: { id: 2, label: '高' } }]),
    );
    await untilState(w, other.id, 'done');
    expect((await w.patches()).every((patch) => patch.body === 'priorityId=2')).toBe(true);
  });

  it('that wait for Backlog go on at once when a person resumes them', async () => {
    const { w, ctx } = await setUp(1);
    const run = await w.approve(await w.plan(toEnglish));
    await w.fault({ effect: { kind: 'status', status: 503 }, times: 4 });
    w.worker();
    await until(async () => {
      const { waitReason } = await runsGet.run({ ctx, input: { runId: run.id } });
      return waitReason === 'backlogDown' ? true : null;
    });
    await codeOf(runsResume.run({ ctx, input: { runId: run.id } }));
    await untilState(w, run.id, 'done');
    expect(await w.patches()).toHaveLength(1);
  });
});
