import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { type DeletingStep, stepItem } from '@/lib/bulk';
import type { Change } from '@/lib/bulk/changes';
import { audit, plans, runItems, runs } from '@/lib/db/schema';
import { IDS } from '@/lib/demo-space/testing';
import { carryOutPlan, create, milestones, readyPlan, report, wikiPages } from '@/lib/runs/steps-fixtures';
import { createWorld, FIRST, toEnglish, until, untilState, type World } from '@/lib/runs/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { codeOf, contextOf, type TestContext } from '../testing';
import { plansApprove } from './approve';
import { plansDraftUndo } from './draft-undo';
import { plansGet } from './get';
import { type PlanSummary, planDetailSchema } from './plan-schemas';
import { plansRefresh } from './refresh';
import { plansSetIncluded } from './set-included';
import { plansShow } from './show';

const worlds: World[] = [];
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

const withComment: Change[] = [
  ...toEnglish,
  { field: 'comment', verb: 'add', text: '引き継ぎました' },
  { field: 'notify', verb: 'add', people: [{ id: IDS.english, label: 'Emma' }] },
];

describe.each(databaseKinds)('plans.draftUndo on %s', (kind) => {
  async function setUp(issues = 3): Promise<{ w: World; ctx: TestContext }> {
    const w = await createWorld(kind, { issues });
    worlds.push(w);
    return { w, ctx: contextOf(w) };
  }
  const undo = (ctx: TestContext, runId: string, issueIds?: number[]) =>
    plansDraftUndo.run({ ctx, input: { runId, ...(issueIds === undefined ? {} : { issueIds }) } });
  const get = (ctx: TestContext, plan: PlanSummary) => plansGet.run({ ctx, input: { planId: plan.id } });
  async function approve(ctx: TestContext, plan: PlanSummary, confirmed?: DeletingStep[]) {
    const { ticketId } = await plansShow.run({ ctx, input: { planId: plan.id } });
    const input = { planId: plan.id, digest: plan.digest ?? '', ticketId, pace: 'limit' as const };
    return plansApprove.run({ ctx, input: confirmed === undefined ? input : { ...input, confirmed } });
  }

  it('makes a plan of its own kind that says what cannot be taken back, and is approved like any other', async () => {
    const { w, ctx } = await setUp();
    const { run } = await carryOutPlan(w, await w.plan(withComment));
    const sent = (await w.patches()).length;
    const plan = await undo(ctx, run.id);
    expect(plan).toMatchObject({
      kind: 'undo',
      sourceRunId: run.id,
      undo: { comments: 3, notified: 3 },
      changes: [],
      state: 'ready',
      includedCount: 3,
      fieldCounts: { assignee: 3 },
    });
    expect(planDetailSchema.parse(await get(ctx, plan))).toMatchObject({ kind: 'undo' });
    expect(await w.patches()).toHaveLength(sent);

    const { runId } = await approve(ctx, plan);
    w.worker();
    await untilState(w, runId, 'done');
    expect((await w.client.issues.get(FIRST)).assignee?.id).toBe(IDS.normal);
    const record = await w.db.select().from(audit).where(eq(audit.subjectId, plan.id));
    expect(record.map((row) => row.event)).toContain('plan.drafted');
  });

  it('takes back only the items that were asked for', async () => {
    const { w, ctx } = await setUp();
    const { run } = await carryOutPlan(w, await w.plan(withComment));
    const plan = await undo(ctx, run.id, [FIRST + 1]);
    expect(plan).toMatchObject({ totalCount: 1, undo: { comments: 1, notified: 1 } });
    expect((await get(ctx, plan)).items.map((item) => item.issueId)).toEqual([FIRST + 1]);
  });

  it('refuses a run that is under way, one that wrote nothing, and another person’s', async () => {
    const { w, ctx } = await setUp();
    const open = await w.approve(await w.plan(toEnglish));
    expect(await codeOf(undo(ctx, open.id))).toBe('RUN_STATE');
    expect(await codeOf(undo(contextOf(w, { userId: IDS.normal, roleType: 2 }), open.id))).toBe('NOT_FOUND');
    w.worker();
    await untilState(w, open.id, 'done');
    expect(await codeOf(undo(ctx, open.id, [IDS.second]))).toBe('NOTHING_TO_UNDO');
    const { run } = await carryOutPlan(w, await readyPlan(w, []));
    expect(await codeOf(undo(ctx, run.id))).toBe('NOTHING_TO_UNDO');
    const [made] = await w.db.select().from(plans).where(eq(plans.kind, 'undo'));
    expect(made).toBeUndefined();
  });

  it('is read anew and has rows left out like any plan', async () => {
    const { w, ctx } = await setUp();
    const { run } = await carryOutPlan(w, await w.plan(toEnglish));
    const plan = await undo(ctx, run.id);
    const less = await plansSetIncluded.run({
      ctx,
      input: { planId: plan.id, digest: plan.digest ?? '', include: [], exclude: [FIRST] },
    });
    expect(less).toMatchObject({ kind: 'undo', sourceRunId: run.id, revision: 2, includedCount: 2 });
    await w.edit(FIRST + 1, { assigneeId: IDS.admin });
    const anew = await plansRefresh.run({ ctx, input: { planId: less.id } });
    expect(anew).toMatchObject({ kind: 'undo', sourceRunId: run.id, revision: 3, includedCount: 1 });
    expect((await get(ctx, anew)).items.map((item) => item.pile)).toEqual(['change', 'blocked', 'change']);
  });

  it('over 200 issues is filled by the worker', async () => {
    const { w, ctx } = await setUp(201);
    // As a run would have left them, without its 201 writes.
    const run = await w.approve(await w.plan(toEnglish));
    const [beforeImage, afterImage] = [IDS.admin, IDS.normal].map((id) => ({
      assignee: { id, name: `人${id}` },
    }));
    await w.db.update(runItems).set({ state: 'applied', beforeImage, afterImage });
    await w.db.update(runs).set({ state: 'done' });
    const plan = await undo(ctx, run.id);
    expect(plan).toMatchObject({ state: 'drafting', totalCount: 201 });
    w.worker();
    const ready = await until(async () => {
      const now = await get(ctx, plan);
      return now.state === 'ready' ? now : null;
    });
    expect(ready.includedCount).toBe(201);
  });

  it('deletes a created milestone only if it was taken in and confirmed by itself', async () => {
    const { w, ctx } = await setUp(0);
    const { run } = await carryOutPlan(w, await readyPlan(w, [stepItem(create, { number: 1, stage: 0 })]));
    const plan = await undo(ctx, run.id);
    expect(plan).toMatchObject({ includedCount: 0, counts: { needsReview: 1 } });
    const taken = await plansSetIncluded.run({
      ctx,
      input: { planId: plan.id, digest: plan.digest ?? '', include: [-1], exclude: [] },
    });
    expect(taken.includedCount).toBe(1);
    expect(taken.digest).not.toBe(plan.digest);
    expect(await codeOf(approve(ctx, taken))).toBe('CONFIRM_NEEDED');
    const { runId } = await approve(ctx, taken, ['deleteMilestone']);
    w.worker();
    await untilState(w, runId, 'done');
    expect((await milestones(w)).has('Sprint 3')).toBe(false);
  });

  it('deletes a created wiki page only if that too was taken in and confirmed', async () => {
    const { w, ctx } = await setUp(0);
    const rows = [create, report].map((step, index) => stepItem(step, { number: index + 1, stage: index }));
    const { run } = await carryOutPlan(w, await readyPlan(w, rows));
    const plan = await undo(ctx, run.id);
    expect((await get(ctx, plan)).items).toMatchObject([
      { step: { kind: 'deleteWiki', content: report.content }, included: false },
      { step: { kind: 'deleteMilestone' }, included: false },
    ]);
    const taken = await plansSetIncluded.run({
      ctx,
      input: { planId: plan.id, digest: plan.digest ?? '', include: [-1, -2], exclude: [] },
    });
    for (const confirmed of [undefined, ['deleteMilestone'], ['deleteWiki']] as const) {
      expect(await codeOf(approve(ctx, taken, confirmed && [...confirmed]))).toBe('CONFIRM_NEEDED');
    }
    const { runId } = await approve(ctx, taken, ['deleteMilestone', 'deleteWiki']);
    w.worker();
    await untilState(w, runId, 'done');
    expect(await wikiPages(w)).toEqual([]);
    expect((await milestones(w)).has('Sprint 3')).toBe(false);
  });
});
