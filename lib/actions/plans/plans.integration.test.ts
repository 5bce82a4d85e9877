import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import type { Change } from '@/lib/bulk/changes';
import { emptyIssueFilter } from '@/lib/columns/issue-filter';
import { plans, runs } from '@/lib/db/schema';
import { IDS } from '@/lib/demo-space/testing';
import { createWorld, FIRST, toEnglish, untilState, type World } from '@/lib/runs/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { codeOf, contextOf, type TestContext } from '../testing';
import { plansApprove } from './approve';
import { plansDiscard } from './discard';
import { plansDraftBulkUpdate } from './draft-bulk-update';
import { plansGet } from './get';
import { type PlanSummary, planDetailSchema } from './plan-schemas';
import { plansRefresh } from './refresh';
import { plansSetIncluded } from './set-included';
import { plansShow } from './show';

const worlds: World[] = [];
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

const minute = 60_000;

describe.each(databaseKinds)('plans on %s', (kind) => {
  async function setUp(issues = 3): Promise<{ w: World; ctx: TestContext }> {
    const w = await createWorld(kind, { issues });
    worlds.push(w);
    return { w, ctx: contextOf(w) };
  }
  const draft = (ctx: TestContext, w: World, changes: Change[] = toEnglish) =>
    plansDraftBulkUpdate.run({
      ctx,
      input: { selection: { kind: 'ids', ids: w.ids, projectIds: [IDS.demo] }, changes },
    });
  async function approval(ctx: TestContext, plan: PlanSummary) {
    const { ticketId } = await plansShow.run({ ctx, input: { planId: plan.id } });
    return { planId: plan.id, digest: plan.digest ?? '', ticketId, pace: 'limit' as const };
  }
  const approve = (ctx: TestContext, input: Awaited<ReturnType<typeof approval>>) =>
    plansApprove.run({ ctx, input });

  it('are made, shown, approved and carried out; nothing is written before the approval', async () => {
    const { w, ctx } = await setUp();
    const plan = await draft(ctx, w);
    expect(plan).toMatchObject({
      number: 1,
      revision: 1,
      state: 'ready',
      counts: { change: 3, unchanged: 0, needsReview: 0, blocked: 0 },
      includedCount: 3,
      fieldCounts: { assignee: 3 },
      defaultPace: 'limit',
      quota: { limit: 150 },
    });
    const detail = await plansGet.run({ ctx, input: { planId: plan.id } });
    expect(planDetailSchema.parse(detail)).toEqual(detail);
    expect(detail.items.map((item) => item.issueId)).toEqual(w.ids);
    const given = await approval(ctx, plan);
    expect(await w.patches()).toEqual([]);
    const { runId } = await approve(ctx, given);
    expect(ctx.woken()).toBe(1);
    w.worker();
    await untilState(w, runId, 'done');
    expect((await w.patches()).map((patch) => patch.path)).toEqual(w.ids.map((id) => `/api/v2/issues/${id}`));
    const after = await plansGet.run({ ctx, input: { planId: plan.id } });
    expect(after).toMatchObject({ state: 'approved', runId });
  });

  it('row 31: approved twice, also at the same moment, name the same run', async () => {
    const { w, ctx } = await setUp();
    const given = await approval(ctx, await draft(ctx, w));
    const answers = await Promise.all([approve(ctx, given), approve(ctx, given), approve(ctx, given)]);
    answers.push(await approve(ctx, given));
    expect(new Set(answers.map(({ runId }) => runId)).size).toBe(1);
    expect(await w.db.select({ id: runs.id }).from(runs)).toHaveLength(1);
    w.worker();
    await untilState(w, answers[0]?.runId ?? '', 'done');
    expect(await w.patches()).toHaveLength(3);
  });

  it('row 49: are approved only as they are on screen, with a ticket that is fresh and meant for them', async () => {
    const { w, ctx } = await setUp();
    const plan = await draft(ctx, w);
    const other = await draft(ctx, w);
    const given = await approval(ctx, plan);
    expect(await codeOf(approve(ctx, { ...given, digest: 'f'.repeat(64) }))).toBe('PLAN_CHANGED');
    const { ticketId } = await approval(ctx, other);
    expect(await codeOf(approve(ctx, { ...given, ticketId }))).toBe('TICKET_EXPIRED');
    ctx.advance(11 * minute);
    expect(await codeOf(approve(ctx, given))).toBe('TICKET_EXPIRED');
    const renewed = await approval(ctx, plan);
    expect(await codeOf(approve(ctx, renewed))).toBeNull();
  });

  it('row 49: expire after 24 hours, with or without a ticket', async () => {
    const { w, ctx } = await setUp();
    const plan = await draft(ctx, w);
    ctx.advance(24 * 60 * minute - 5 * minute);
    const given = await approval(ctx, plan);
    ctx.advance(6 * minute);
    expect(await codeOf(approve(ctx, given))).toBe('PLAN_EXPIRED');
    expect(await codeOf(approval(ctx, plan))).toBe('PLAN_EXPIRED');
    expect(await codeOf(plansRefresh.run({ ctx, input: { planId: plan.id } }))).toBeNull();
  });

  it('leaving rows out makes a new revision with a new digest; the old one cannot be approved any more', async () => {
    const { w, ctx } = await setUp();
    const plan = await draft(ctx, w);
    const old = await approval(ctx, plan);
    const digest = plan.digest ?? '';
    const revision = await plansSetIncluded.run({
      ctx,
      input: { planId: plan.id, digest, include: [], exclude: [FIRST] },
    });
    expect(revision).toMatchObject({ number: 1, revision: 2, includedCount: 2, state: 'ready' });
    expect(revision.digest).not.toBe(plan.digest);
    expect(await codeOf(approve(ctx, old))).toBe('PLAN_CHANGED');
    expect(await plansGet.run({ ctx, input: { planId: plan.id } })).toMatchObject({
      state: 'superseded',
      supersededBy: revision.id,
    });
    const { runId } = await approve(ctx, await approval(ctx, revision));
    w.worker();
    await untilState(w, runId, 'done');
    expect((await w.patches()).map((patch) => patch.path)).not.toContain(`/api/v2/issues/${FIRST}`);
    const again = { planId: revision.id, digest: revision.digest ?? '', include: [FIRST], exclude: [] };
    expect(await codeOf(plansSetIncluded.run({ ctx, input: again }))).toBe('PLAN_ALREADY_RUN');
  });

  it('with nothing left in them cannot be approved', async () => {
    const { w, ctx } = await setUp();
    const plan = await draft(ctx, w);
    const empty = await plansSetIncluded.run({
      ctx,
      input: { planId: plan.id, digest: plan.digest ?? '', include: [], exclude: w.ids },
    });
    expect(await codeOf(approve(ctx, await approval(ctx, empty)))).toBe('PLAN_EMPTY');
  });

  it('tell what was changed since they were made, and read anew they keep what the person left out', async () => {
    const { w, ctx } = await setUp();
    const plan = await draft(ctx, w);
    const left = await plansSetIncluded.run({
      ctx,
      input: { planId: plan.id, digest: plan.digest ?? '', include: [], exclude: [FIRST] },
    });
    await w.edit(FIRST + 1, { priorityId: 2 });
    await w.edit(FIRST + 2, { assigneeId: IDS.english });
    const shown = await plansShow.run({ ctx, input: { planId: left.id } });
    expect(shown.stale.map((issue) => [issue.issueId, issue.updatedBy])).toEqual([
      [FIRST + 1, 'Emma'],
      [FIRST + 2, 'Emma'],
    ]);
    const fresh = await plansRefresh.run({ ctx, input: { planId: left.id } });
    expect(fresh).toMatchObject({
      number: 1,
      revision: 3,
      includedCount: 0,
      counts: { change: 1, unchanged: 1, needsReview: 1 },
    });
    // Somebody is at work on the other one.
    const { items } = await plansGet.run({ ctx, input: { planId: fresh.id } });
    expect(items[1]?.warnings.map(({ code }) => code)).toEqual(['TOUCHED_RECENTLY']);
    const again = await plansShow.run({ ctx, input: { planId: fresh.id } });
    expect(again.stale).toEqual([]);
  });

  it('that were discarded can be neither shown nor approved', async () => {
    const { w, ctx } = await setUp();
    const plan = await draft(ctx, w);
    const given = await approval(ctx, plan);
    expect(await plansDiscard.run({ ctx, input: { planId: plan.id } })).toMatchObject({ state: 'discarded' });
    expect(await codeOf(approve(ctx, given))).toBe('PLAN_DISCARDED');
    expect(await codeOf(approval(ctx, plan))).toBe('PLAN_DISCARDED');
  });

  it('of everything that matches resolve the filter on the server when they are made', async () => {
    const { ctx } = await setUp(5);
    const filter = { ...emptyIssueFilter, projectIds: [IDS.demo], assigneeIds: [IDS.normal] };
    const selection = { kind: 'allMatching' as const, filter, countSeen: 2 };
    const plan = await plansDraftBulkUpdate.run({ ctx, input: { selection, changes: toEnglish } });
    expect(plan.includedCount).toBe(6);
    const none = { ...selection, filter: { ...filter, keyword: '見つからない言葉' } };
    expect(
      await codeOf(plansDraftBulkUpdate.run({ ctx, input: { selection: none, changes: toEnglish } })),
    ).toBe('SELECTION_EMPTY');
  });

  it('of more than 200 issues are left to the worker', async () => {
    const { w, ctx } = await setUp(201);
    const plan = await draft(ctx, w);
    expect(plan).toMatchObject({ state: 'drafting', digest: null, totalCount: 201 });
    expect(ctx.woken()).toBe(1);
    expect(await codeOf(approval(ctx, plan))).toBe('PLAN_NOT_READY');
  });

  it('that cannot be read are kept as failed, with the reason raised and told', async () => {
    const { w, ctx } = await setUp();
    await w.fault({ match: { path: '/api/v2/issues' }, effect: { kind: 'status', status: 403 }, times: 1 });
    expect(await codeOf(draft(ctx, w))).toBe('BACKLOG_FORBIDDEN');
    const [plan] = await w.db.select().from(plans);
    expect(plan).toMatchObject({ state: 'failed', failureCode: 'BACKLOG_FORBIDDEN' });
    const fresh = await plansRefresh.run({ ctx, input: { planId: plan?.id ?? '' } });
    expect(fresh).toMatchObject({ state: 'ready', revision: 2 });
    const [old] = await w.db
      .select()
      .from(plans)
      .where(eq(plans.id, plan?.id ?? ''));
    expect(old).toMatchObject({ state: 'superseded', supersededBy: fresh.id });
  });

  it('with an id that cannot exist are simply not there', async () => {
    const { ctx } = await setUp(0);
    expect(await codeOf(plansGet.run({ ctx, input: { planId: '../etc' } }))).toBe('NOT_FOUND');
  });
});
