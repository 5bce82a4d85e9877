import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import type { ClosureInput, DeletingStep } from '@/lib/bulk';
import { plans, runs } from '@/lib/db/schema';
import { IDS } from '@/lib/demo-space/testing';
import { milestones } from '@/lib/runs/steps-fixtures';
import { createWorld, FIRST, untilState, type World } from '@/lib/runs/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { plansApprove } from '../plans/approve';
import { plansDraftAgain } from '../plans/draft-again';
import { plansDraftUndo } from '../plans/draft-undo';
import { plansGet } from '../plans/get';
import { type PlanSummary, planDetailSchema } from '../plans/plan-schemas';
import { plansRefresh } from '../plans/refresh';
import { plansSetIncluded } from '../plans/set-included';
import { plansShow } from '../plans/show';
import { runsResume } from '../runs/resume';
import { codeOf, contextOf, type TestContext } from '../testing';
import { closureDraft } from './draft';
import { closureFiguresAction } from './figures';
import { closureRecordAction } from './record';
import { closureInput } from './testing';

const worlds: World[] = [];
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

/** 未対応, 処理中, 処理済み, 完了 in turn; the first of them is in Sprint 2 as well. */
const statusOf = (id: number) => ((id - FIRST) % 4) + 1;

describe.each(databaseKinds)('closure.draft on %s', (kind) => {
  async function setUp(issues = 4): Promise<{ w: World; ctx: TestContext }> {
    const w = await createWorld(kind, {
      issues,
      issue: (id) => ({
        statusId: statusOf(id),
        milestoneIds: id === FIRST ? [IDS.sprint2, IDS.sprint1] : [IDS.sprint1],
        estimatedHours: 2,
      }),
    });
    worlds.push(w);
    return { w, ctx: contextOf(w) };
  }
  const draft = (ctx: TestContext, given: Partial<ClosureInput> = {}) =>
    closureDraft.run({ ctx, input: closureInput(given) });
  const get = (ctx: TestContext, plan: PlanSummary) => plansGet.run({ ctx, input: { planId: plan.id } });
  const record = (ctx: TestContext, runId: string) => closureRecordAction.run({ ctx, input: { runId } });
  async function approve(ctx: TestContext, plan: PlanSummary, confirmed?: DeletingStep[]) {
    const { ticketId } = await plansShow.run({ ctx, input: { planId: plan.id } });
    const input = { planId: plan.id, digest: plan.digest ?? '', ticketId, pace: 'limit' as const };
    return plansApprove.run({ ctx, input: confirmed === undefined ? input : { ...input, confirmed } });
  }
  async function carryOut(w: World, ctx: TestContext, plan: PlanSummary, confirmed?: DeletingStep[]) {
    const { runId } = await approve(ctx, plan, confirmed);
    const worker = w.worker();
    const run = await untilState(w, runId, 'done', 'paused');
    await worker.stop();
    return run;
  }
  const writes = async (w: World) => (await w.log()).filter(({ method }) => method !== 'GET');
  const held = async (w: World, id: number) =>
    (await w.client.issues.get(id)).milestone.map((one) => one.name);

  it('from the draft to the archive, its record, and back', async () => {
    const { w, ctx } = await setUp();
    await closureFiguresAction.run({ ctx, input: { projectId: IDS.demo, milestoneId: IDS.sprint1 } });
    const report = { wiki: { name: 'Sprint 1 の振り返り', content: '完了 2件' }, comment: null };
    const plan = await draft(ctx, { report });
    expect(plan).toMatchObject({
      kind: 'closure',
      subject: 'Sprint 1',
      state: 'ready',
      counts: { change: 6, unchanged: 0, needsReview: 0, blocked: 0 },
      operation: { kind: 'closure', snapshot: { basics: { total: 4 }, figures: { completionRate: 0.5 } } },
    });
    const detail = await get(ctx, plan);
    expect(planDetailSchema.parse(detail)).toEqual(detail);
    expect(await writes(w)).toEqual([]);

    const run = await carryOut(w, ctx, plan);
    expect(run.state).toBe('done');
    const after = await milestones(w);
    expect(after.get('Sprint 1')?.archived).toBe(true);
    // The other milestone of the first issue is kept, and what was closed stays.
    expect(await held(w, FIRST)).toEqual(['Sprint 2', 'Sprint 3']);
    expect(await held(w, FIRST + 1)).toEqual(['Sprint 3']);
    expect(await held(w, FIRST + 2)).toEqual(['Sprint 1']);
    const closed = await w.client.issues.get(FIRST + 2);
    expect([closed.status.id, closed.resolution?.id]).toEqual([4, 0]);

    expect(await record(ctx, run.id)).toMatchObject({
      milestone: { label: 'Sprint 1' },
      next: { label: 'Sprint 3', id: after.get('Sprint 3')?.id },
      closed: { issues: 1, hours: 2 },
      carriedOver: { issues: 2, hours: 4 },
      withoutMilestone: { issues: 0 },
      carriedOverBy: [{ id: IDS.normal, issues: 2 }],
      notDone: { rejected: 0, conflict: 0, unknown: 0, cancelled: 0, left: 0, leftOut: 0, undone: 0 },
      completionRate: 0.5,
      velocity: { issues: 2, hours: 4 },
      create: { name: 'Sprint 3', state: 'applied' },
      wiki: { name: 'Sprint 1 の振り返り', state: 'applied' },
      comment: null,
      archive: { name: 'Sprint 1', state: 'applied' },
    });

    const undo = await plansDraftUndo.run({ ctx, input: { runId: run.id } });
    const whole = await plansSetIncluded.run({
      ctx,
      input: {
        planId: undo.id,
        digest: undo.digest ?? '',
        include: (await get(ctx, undo)).items.map((item) => item.issueId),
        exclude: [],
      },
    });
    await carryOut(w, ctx, whole, ['deleteMilestone', 'deleteWiki']);
    const back = await milestones(w);
    expect(back.get('Sprint 1')?.archived).toBe(false);
    expect(back.has('Sprint 3')).toBe(false);
    expect((await held(w, FIRST)).sort()).toEqual(['Sprint 1', 'Sprint 2']);
    expect((await w.client.issues.get(FIRST + 2)).status.id).toBe(3);
    expect(await record(ctx, run.id)).toMatchObject({
      next: { label: 'Sprint 3', id: null },
      closed: { issues: 0 },
      carriedOver: { issues: 0 },
      notDone: { undone: 3, left: 0 },
      velocity: { issues: 1 },
      create: { state: 'undone' },
      wiki: { state: 'undone' },
      archive: { state: 'undone' },
    });
  });

  it('takes all unfinished issues, not the first hundred', async () => {
    const { w, ctx } = await setUp(150);
    const plan = await draft(ctx, { resolvedIsDone: false, archive: false });
    const { items } = await get(ctx, plan);
    const open = w.ids.filter((id) => statusOf(id) !== 4);
    expect(items.filter((item) => item.issueId > 0).map((item) => item.issueId)).toEqual(open);
  });

  it('is made of steps alone when no issue is left; with nothing to do at all it is refused', async () => {
    const { w, ctx } = await setUp(0);
    const plan = await draft(ctx);
    expect(plan).toMatchObject({ state: 'ready', includedCount: 2 });
    expect(await plansRefresh.run({ ctx, input: { planId: plan.id } })).toMatchObject({ includedCount: 2 });
    const next = { next: null, archive: false };
    expect(await codeOf(draft(ctx, next))).toBe('NOTHING_TO_CHANGE');
    const run = await carryOut(w, ctx, await draft(ctx));
    expect(run.state).toBe('done');
    expect((await milestones(w)).get('Sprint 1')?.archived).toBe(true);
  });

  it('leaves issues as they are, and holds the archive back while they are open', async () => {
    const { w, ctx } = await setUp();
    const plan = await draft(ctx, { leftOut: [FIRST] });
    const rows = (await get(ctx, plan)).items.map((item) => item.issueId);
    expect(rows).toEqual([-1, FIRST + 2, FIRST + 1, -3]);
    expect(await plansRefresh.run({ ctx, input: { planId: plan.id } })).toMatchObject({
      counts: plan.counts,
    });
    const anew = await draft(ctx, { leftOut: [FIRST] });
    const run = await carryOut(w, ctx, anew);
    expect(await held(w, FIRST)).toEqual(['Sprint 2', 'Sprint 1']);
    expect(await held(w, FIRST + 1)).toEqual(['Sprint 3']);
    expect((await milestones(w)).get('Sprint 1')?.archived).toBe(false);
    expect(await record(ctx, run.id)).toMatchObject({
      closed: { issues: 1 },
      carriedOver: { issues: 1 },
      notDone: { rejected: 0, leftOut: 1 },
      archive: { state: 'rejected', reason: 'HELD_BACK' },
    });
  });

  it('needs no next milestone for what is left out; nothing but that is nothing to do', async () => {
    const { ctx } = await setUp();
    const stay = { next: null, leftOut: [FIRST, FIRST + 1] };
    expect(await codeOf(draft(ctx, stay))).toBeNull();
    const all = { ...stay, leftOut: [FIRST, FIRST + 1, FIRST + 2], archive: false };
    expect(await codeOf(draft(ctx, all))).toBe('NOTHING_TO_CHANGE');
  });

  it('a plan that was stored before issues could be left out is read as one that leaves none out', async () => {
    const { w, ctx } = await setUp();
    const plan = await draft(ctx);
    await w.db.update(plans).set({ operation: sql`${plans.operation} - 'leftOut'` });
    const old = await get(ctx, plan);
    expect(planDetailSchema.parse(old)).toEqual(old);
    expect(old.operation).toMatchObject({ leftOut: [] });
    expect(await plansRefresh.run({ ctx, input: { planId: plan.id } })).toMatchObject({
      counts: plan.counts,
    });
  });

  it('writes the report as a comment of its own where the issue is not part of the closing', async () => {
    const { w, ctx } = await setUp();
    const comment = { issueId: IDS.issue, issueKey: 'DEMO-1', content: 'Sprint 1 を締めました' };
    const plan = await draft(ctx, { report: { wiki: null, comment } });
    const rows = (await get(ctx, plan)).items.filter((item) => item.params.comment !== undefined);
    expect(rows).toMatchObject([{ issueId: IDS.issue, params: { comment: comment.content }, stage: 2 }]);
    const run = await carryOut(w, ctx, plan);
    expect(await record(ctx, run.id)).toMatchObject({ comment: { issueKey: 'DEMO-1', state: 'applied' } });
    expect((await w.client.issues.comments(IDS.issue)).map(({ content }) => content)).toEqual([
      comment.content,
    ]);
  });

  const existing = (id: number, label: string) => ({ kind: 'existing', milestone: { id, label } }) as const;
  const fresh = (name: string, startDate: string | null = null, dueDate: string | null = null) =>
    ({ kind: 'new', name, startDate, dueDate }) as const;

  it.each<[string, string, Partial<ClosureInput>]>([
    ['a milestone that is gone', 'MILESTONE_GONE', { milestone: { id: 999, label: 'Sprint 0' } }],
    ['a next milestone that is gone', 'MILESTONE_GONE', { next: existing(999, 'Sprint 9') }],
    ['closing into itself', 'CLOSURE_INTO_ITSELF', { next: existing(IDS.sprint1, 'Sprint 1') }],
    ['a name that is taken', 'MILESTONE_NAME_TAKEN', { next: fresh('Sprint 2') }],
    ['the name of the closed one', 'MILESTONE_NAME_TAKEN', { next: fresh(' Sprint 1 ') }],
    ['a name of blanks', 'BAD_INPUT', { next: fresh('  ') }],
    ['reversed days', 'DATES_REVERSED', { next: fresh('Sprint 3', '2026-12-18', '2026-12-07') }],
    ['no next milestone where one is needed', 'NEXT_MILESTONE_NEEDED', { next: null }],
    [
      'no next milestone for a single decision',
      'NEXT_MILESTONE_NEEDED',
      { next: null, unfinished: 'none', decisions: { [FIRST]: { to: 'next' } } },
    ],
    [
      'a report for an issue that is not there',
      'NOT_FOUND',
      { report: { wiki: null, comment: { issueId: 9_999, issueKey: 'DEMO-99', content: 'x' } } },
    ],
    ['a project that is not joined', 'PROJECT_NOT_JOINED', { projectId: IDS.other }],
  ])('%s is named before anything is stored', async (_name, code, given) => {
    const { w, ctx } = await setUp();
    expect(await codeOf(draft(ctx, given))).toBe(code);
    expect(await w.db.select().from(plans)).toEqual([]);
  });

  it('an archived milestone, closed or next, is named; so is somebody who may not write', async () => {
    const { w, ctx } = await setUp();
    await w.client.versions.update(IDS.demo, IDS.sprint2, { name: 'Sprint 2', archived: true });
    expect(await codeOf(draft(ctx, { next: existing(IDS.sprint2, 'Sprint 2') }))).toBe('MILESTONE_ARCHIVED');
    expect(await codeOf(draft(ctx, { milestone: { id: IDS.sprint2, label: 'Sprint 2' } }))).toBe(
      'MILESTONE_ARCHIVED',
    );
    expect(await codeOf(draft(contextOf(w, { roleType: 3 })))).toBe('FORBIDDEN');
  });

  it('no next milestone is no matter where nothing goes there', async () => {
    const { ctx } = await setUp();
    const close = { to: 'close' } as const;
    const decisions = { [FIRST]: close, [FIRST + 1]: close };
    expect(await codeOf(draft(ctx, { next: null, decisions }))).toBeNull();
  });

  describe('two who close the same sprint', () => {
    const lead = { userId: IDS.normal, roleType: 2 };

    it('is refused while a run is at it; of another person’s no more is told', async () => {
      const { w, ctx } = await setUp();
      const { runId } = await approve(ctx, await draft(ctx));
      const refusal = (of: TestContext) => draft(of).catch((error: unknown) => error);
      const underWay = { code: 'CLOSURE_UNDER_WAY', details: { milestone: 'Sprint 1' } };
      expect(await refusal(ctx)).toMatchObject({ ...underWay, details: { runId } });
      const other = contextOf(w, lead);
      expect(await refusal(other)).toMatchObject({ ...underWay, details: { runId: null } });
      // Another milestone is no concern of it.
      const sprint2 = { milestone: { id: IDS.sprint2, label: 'Sprint 2' } };
      expect(await codeOf(draft(other, sprint2))).toBeNull();
      // Left behind, it stands in its own person's way only.
      await w.db.update(runs).set({ state: 'paused', waitReason: 'person' });
      expect(await codeOf(draft(ctx))).toBe('CLOSURE_UNDER_WAY');
      expect(await codeOf(draft(other))).toBeNull();
    });

    it('both approved: the second takes nothing out of the hands of the first', async () => {
      const { w, ctx } = await setUp();
      const other = contextOf(w, lead);
      const mine = await draft(ctx, { next: existing(IDS.sprint2, 'Sprint 2') });
      const theirs = await draft(other, { next: fresh('Sprint 3') });
      expect((await carryOut(w, ctx, mine)).state).toBe('done');
      const placed = await Promise.all(w.ids.map((id) => held(w, id)));
      const second = await carryOut(w, other, theirs);
      expect(await Promise.all(w.ids.map((id) => held(w, id)))).toEqual(placed);
      const { carriedOver, notDone, archive } = await record(other, second.id);
      expect(carriedOver.issues).toBe(0);
      expect(notDone.conflict).toBeGreaterThan(0);
      expect(archive?.state).not.toBe('applied');
    });

    it('planned anew after the other has archived it, nothing is left to do but say so', async () => {
      const { w, ctx } = await setUp();
      const other = contextOf(w, lead);
      const theirs = await draft(other, { next: fresh('Sprint 4') });
      await carryOut(w, ctx, await draft(ctx));
      const anew = await plansRefresh.run({ ctx: other, input: { planId: theirs.id } });
      const rows = (await get(other, anew)).items.map(({ step, pile }) => [step?.kind, pile]);
      expect(rows).toEqual([
        ['createMilestone', 'change'],
        ['archiveMilestone', 'unchanged'],
      ]);
    });
  });

  it('a milestone deleted after the draft is found when the plan is read anew', async () => {
    const { w, ctx } = await setUp();
    const plan = await draft(ctx, { next: existing(IDS.sprint2, 'Sprint 2') });
    await w.client.versions.remove(IDS.demo, IDS.sprint2);
    const anew = await plansRefresh.run({ ctx, input: { planId: plan.id } });
    const blocked = (await get(ctx, anew)).items.filter((item) => item.pile === 'blocked');
    expect(blocked.map((item) => item.blocks[0])).toEqual([
      { code: 'VALUE_NOT_IN_PROJECT', values: { field: 'milestone', label: 'Sprint 2', project: 'DEMO' } },
      { code: 'VALUE_NOT_IN_PROJECT', values: { field: 'milestone', label: 'Sprint 2', project: 'DEMO' } },
    ]);
  });

  it('is made without figures where the change logs cannot be read', async () => {
    const { w, ctx } = await setUp();
    const hidden = {
      kind: 'status' as const,
      status: 403,
      body: { errors: [{ message: 'No.', code: 5 }] },
    };
    await w.fault({ match: { path: `/api/v2/issues/${FIRST}/comments` }, effect: hidden });
    expect(await draft(ctx)).toMatchObject({
      state: 'ready',
      operation: { snapshot: { basics: { total: 4 }, figures: null } },
    });
  });

  it('the record of the first run counts in what was planned once more and went through', async () => {
    const { w, ctx } = await setUp();
    const plan = await draft(ctx);
    const match = { method: 'PATCH', path: `/api/v2/issues/${FIRST}` };
    await w.fault({ match, effect: { kind: 'status', status: 400 }, times: 1 });
    const first = await carryOut(w, ctx, plan);
    const closed = { closed: { issues: 1 }, completionRate: 0.5 };
    expect(await record(ctx, first.id)).toMatchObject({
      ...closed,
      carriedOver: { issues: 1 },
      notDone: { rejected: 1 },
      later: [],
    });
    await runsResume.run({ ctx, input: { runId: first.id } });
    const worker = w.worker();
    await untilState(w, first.id, 'done');
    await worker.stop();
    const again = await plansDraftAgain.run({ ctx, input: { runId: first.id, issueIds: [FIRST] } });
    const second = await carryOut(w, ctx, again);
    expect(second.state).toBe('done');
    expect(await record(ctx, first.id)).toMatchObject({
      ...closed,
      carriedOver: { issues: 2, hours: 4 },
      notDone: { rejected: 0, undone: 0 },
      later: [{ issueId: FIRST, state: 'applied', goal: 'next', run: { runId: second.id } }],
      create: { state: 'applied' },
      archive: { state: 'applied' },
    });
  });

  it('the record of a run that is not done tells what is missing', async () => {
    const { w, ctx } = await setUp();
    const refusal = {
      kind: 'status' as const,
      status: 400,
      body: { errors: [{ message: '不正です。', code: 7 }] },
    };
    const match = { method: 'PATCH', path: `/api/v2/issues/${FIRST}` };
    await w.fault({ match, effect: refusal });
    const run = await carryOut(w, ctx, await draft(ctx));
    expect(run.state).toBe('paused');
    expect(await record(ctx, run.id)).toMatchObject({
      closed: { issues: 1 },
      carriedOver: { issues: 1 },
      notDone: { rejected: 1, left: 0 },
      archive: { state: 'planned' },
    });
  });
});
