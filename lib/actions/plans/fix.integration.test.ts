import { and, eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import type { RowFix } from '@/lib/bulk';
import type { Change } from '@/lib/bulk/changes';
import { emptyIssueFilter } from '@/lib/columns/issue-filter';
import { plans } from '@/lib/db/schema';
import { IDS } from '@/lib/demo-space/testing';
import { createWorld, FIRST, SPACE, toEnglish, until, untilState, type World } from '@/lib/runs/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { codeOf, contextOf, type TestContext } from '../testing';
import { plansApprove } from './approve';
import { plansDraftBulkUpdate } from './draft-bulk-update';
import { plansFix } from './fix';
import { plansGet } from './get';
import type { PlanDetail, PlanSummary } from './plan-schemas';
import { plansRefresh } from './refresh';
import { plansSetIncluded } from './set-included';
import { plansShow } from './show';

const worlds: World[] = [];
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

const close: Change[] = [
  { field: 'status', verb: 'set', to: { label: '完了', byProject: { [IDS.demo]: 4 } } },
];
const fixed: Change = { field: 'resolution', verb: 'set', to: { id: 0, label: '対応済み' } };
/** FIRST is the parent of FIRST + 1; all others stand alone. */
const family = (id: number) => (id === FIRST + 1 ? { parentIssueId: FIRST } : {});
const [PARENT, CHILD, OTHER] = [FIRST, FIRST + 1, FIRST + 2];

type Fixes = { fixes?: { issueIds: number[]; changes: Change[] }[]; takeBack?: { issueIds: number[] }[] };
const asGroups = (fixes: readonly RowFix[]) =>
  fixes.map(({ issueId, changes }) => ({ issueIds: [issueId], changes }));
const rows = (plan: PlanDetail) =>
  plan.items.map(({ issueId, pile, included, warnings }) => [
    issueId,
    pile,
    included,
    ...warnings.map(({ code }) => code),
  ]);

describe.each(databaseKinds)('fixes of a plan on %s', (kind) => {
  async function setUp(issues = 3): Promise<{ w: World; ctx: TestContext }> {
    const w = await createWorld(kind, { issues, issue: family });
    worlds.push(w);
    return { w, ctx: contextOf(w) };
  }
  const get = (ctx: TestContext, { id }: { id: string }) => plansGet.run({ ctx, input: { planId: id } });
  const draft = async (ctx: TestContext, ids: number[], changes: Change[] = close) =>
    plansDraftBulkUpdate.run({
      ctx,
      input: { selection: { kind: 'ids', ids, projectIds: [IDS.demo] }, changes },
    });
  const fix = (ctx: TestContext, plan: PlanSummary, { fixes = [], takeBack = [] }: Fixes) =>
    plansFix.run({ ctx, input: { planId: plan.id, digest: plan.digest ?? '', fixes, takeBack } });
  /** Applies what the warnings of a kind propose. */
  const put = async (ctx: TestContext, plan: PlanDetail, code: string) => {
    const wanted = plan.items.flatMap(({ warnings }) =>
      warnings.flatMap((one) => (one.code === code ? (one.fix ?? []) : [])),
    );
    return get(ctx, await fix(ctx, plan, { fixes: asGroups(wanted) }));
  };
  async function carryOut(w: World, ctx: TestContext, plan: PlanSummary): Promise<void> {
    const { ticketId } = await plansShow.run({ ctx, input: { planId: plan.id } });
    const approval = { planId: plan.id, digest: plan.digest ?? '', ticketId, pace: 'limit' as const };
    const { runId } = await plansApprove.run({ ctx, input: approval });
    w.worker();
    await untilState(w, runId, 'done');
  }

  it('put warnings right, in new revisions, down to exactly what is sent', async () => {
    const { w, ctx } = await setUp();
    const plan = await get(ctx, await draft(ctx, [PARENT, OTHER]));
    expect(rows(plan)).toEqual([
      [PARENT, 'needsReview', false, 'PARENT_HAS_OPEN_CHILDREN', 'NO_RESOLUTION'],
      [OTHER, 'needsReview', false, 'NO_RESOLUTION'],
    ]);
    const closed = await put(ctx, plan, 'PARENT_HAS_OPEN_CHILDREN');
    expect(closed).toMatchObject({ number: plan.number, revision: 2 });
    expect(closed.digest).not.toBe(plan.digest);
    expect(rows(closed).at(-1)).toEqual([CHILD, 'needsReview', false, 'NO_RESOLUTION']);
    const ready = await put(ctx, closed, 'NO_RESOLUTION');
    expect(rows(ready)).toEqual([PARENT, OTHER, CHILD].map((id) => [id, 'change', true]));
    expect(ready.fixes.map(({ issueIds, adds = false }) => [issueIds, adds])).toEqual([
      [[CHILD], true],
      [[PARENT, OTHER], false],
    ]);
    expect(await w.patches()).toEqual([]);
    await carryOut(w, ctx, ready);
    const sent = (await w.patches()).map(({ path, body }) => [path, body]);
    expect(sent).toEqual(
      [PARENT, OTHER, CHILD].map((id) => [`/api/v2/issues/${id}`, 'statusId=4&resolutionId=0']),
    );
  });

  it('can be taken back: the plan is then as it was, and what only they had added is gone', async () => {
    const { ctx } = await setUp();
    const plan = await get(ctx, await draft(ctx, [PARENT, OTHER]));
    const closed = await put(ctx, plan, 'PARENT_HAS_OPEN_CHILDREN');
    const ready = await put(ctx, closed, 'NO_RESOLUTION');
    const again = await get(ctx, await fix(ctx, ready, { takeBack: [{ issueIds: [PARENT, CHILD, OTHER] }] }));
    expect(rows(again)).toEqual(rows(plan));
    expect(again).toMatchObject({ fixes: [], digest: plan.digest });
  });

  it('keep what the person had ticked, and survive reading anew and leaving out', async () => {
    const { w, ctx } = await setUp(5);
    const ids = [OTHER, OTHER + 1, OTHER + 2];
    const [plain = 0, chosen = 0, left = 0] = ids;
    await w.client.issues.update(plain, { resolutionId: 0 });
    await w.client.issues.update(left, { resolutionId: 1 });
    const plan = await get(ctx, await draft(ctx, ids));
    const ticked = await plansSetIncluded.run({
      ctx,
      input: { planId: plan.id, digest: plan.digest ?? '', include: [chosen], exclude: [left] },
    });
    const high: Change = { field: 'priority', verb: 'set', to: { id: 2, label: '高' } };
    const revised = await fix(ctx, ticked, { fixes: [{ issueIds: [plain], changes: [high] }] });
    const expected = [
      [plain, 'change', true],
      [chosen, 'needsReview', true, 'NO_RESOLUTION'],
      [left, 'change', false],
    ];
    expect(rows(await get(ctx, revised))).toEqual(expected);
    const fresh = await get(ctx, await plansRefresh.run({ ctx, input: { planId: revised.id } }));
    expect(rows(fresh)).toEqual(expected);
    expect(fresh.items[0]?.params).toEqual({ statusId: 4, priorityId: 2 });
    const input = { planId: fresh.id, digest: fresh.digest ?? '', include: [left], exclude: [plain] };
    const last = await plansSetIncluded.run({ ctx, input });
    expect(last.fixes).toEqual([{ issueIds: [plain], changes: [high] }]);
    expect((await get(ctx, last)).items.map(({ included }) => included)).toEqual([false, true, true]);
  });

  it('of more than 200 issues are planned by the worker', async () => {
    const { w, ctx } = await setUp(210);
    const ids = w.ids.slice(2);
    const plan = await draft(ctx, ids);
    w.worker();
    const ready = await until(async () => {
      const now = await get(ctx, plan);
      return now.state === 'ready' ? now : null;
    });
    expect(ready.counts).toMatchObject({ needsReview: 208 });
    const revision = await fix(ctx, ready, { fixes: [{ issueIds: ids, changes: [fixed] }] });
    expect(revision).toMatchObject({ state: 'drafting', revision: 2 });
    const done = await until(async () => {
      const now = await get(ctx, revision);
      return now.state === 'ready' ? now : null;
    });
    expect(done.counts).toMatchObject({ change: 208, needsReview: 0 });
    expect(done.fixes).toEqual([{ issueIds: ids, changes: [fixed] }]);
    expect(await get(ctx, ready)).toMatchObject({ state: 'superseded', supersededBy: done.id });
  });

  it('of an issue that is gone meanwhile are told, not dropped', async () => {
    const { w, ctx } = await setUp();
    const plan = await get(ctx, await draft(ctx, [PARENT], [...close, fixed]));
    const ready = await put(ctx, plan, 'PARENT_HAS_OPEN_CHILDREN');
    expect(rows(ready)).toEqual([
      [PARENT, 'change', true],
      [CHILD, 'change', true],
    ]);
    const gone = await w.space.handle(
      new Request(`http://${SPACE}/api/v2/issues/${CHILD}`, {
        method: 'DELETE',
        headers: { 'Backlog-API-Key': `key-${IDS.admin}` },
      }),
    );
    expect(gone.status).toBe(200);
    const fresh = await get(ctx, await plansRefresh.run({ ctx, input: { planId: ready.id } }));
    expect(rows(fresh)).toEqual([
      [PARENT, 'change', true],
      [CHILD, 'blocked', false],
    ]);
    expect(fresh.items[1]?.blocks).toMatchObject([{ code: 'ISSUE_GONE' }]);
  });

  it('of an issue that the filter no longer finds lapse with the change that they went with', async () => {
    const { w, ctx } = await setUp();
    const filter = { ...emptyIssueFilter, projectIds: [IDS.demo], statusIds: [1], assigneeIds: [IDS.normal] };
    const selection = { kind: 'allMatching' as const, filter, countSeen: 4 };
    const plan = await get(
      ctx,
      await plansDraftBulkUpdate.run({ ctx, input: { selection, changes: close } }),
    );
    const ready = await put(ctx, plan, 'NO_RESOLUTION');
    expect(rows(ready)).toContainEqual([OTHER, 'change', true]);
    await w.edit(OTHER, { statusId: 2 }, IDS.admin);
    const fresh = await get(ctx, await plansRefresh.run({ ctx, input: { planId: ready.id } }));
    expect(fresh.items.map((item) => item.issueId)).not.toContain(OTHER);
  });

  it('after a reading that failed, what was decided before it is still there', async () => {
    const { w, ctx } = await setUp();
    const plan = await draft(ctx, [OTHER], toEnglish);
    const input = { planId: plan.id, digest: plan.digest ?? '', include: [], exclude: [OTHER] };
    const left = await plansSetIncluded.run({ ctx, input });
    await w.fault({ match: { path: '/api/v2/issues' }, effect: { kind: 'status', status: 403 }, times: 1 });
    const high: Change = { field: 'priority', verb: 'set', to: { id: 2, label: '高' } };
    const given = { fixes: [{ issueIds: [OTHER], changes: [high] }] };
    expect(await codeOf(fix(ctx, left, given))).toBe('BACKLOG_FORBIDDEN');
    const [failed] = await w.db
      .select()
      .from(plans)
      .where(and(eq(plans.number, plan.number), eq(plans.state, 'failed')));
    const fresh = await get(ctx, await plansRefresh.run({ ctx, input: { planId: failed?.id ?? '' } }));
    expect(rows(fresh)).toEqual([[OTHER, 'change', false]]);
    expect(fresh.items[0]?.params).toEqual({ assigneeId: IDS.english, priorityId: 2 });
    expect(await codeOf(fix(ctx, left, given))).toBeNull();
  });

  it('are refused for anything but the ready revision on screen', async () => {
    const { w, ctx } = await setUp();
    const plan = await draft(ctx, [OTHER]);
    const given = { fixes: [{ issueIds: [OTHER], changes: [fixed] }] };
    expect(await codeOf(fix(ctx, { ...plan, digest: 'f'.repeat(64) }, given))).toBe('PLAN_CHANGED');
    const both = await Promise.all([codeOf(fix(ctx, plan, given)), codeOf(fix(ctx, plan, given))]);
    expect(both.sort()).toEqual(['PLAN_CHANGED', null]);
    const tell: Change = { field: 'notify', verb: 'add', people: [{ id: IDS.normal, label: '一般 花子' }] };
    const other = await draft(ctx, [OTHER]);
    const idle = { fixes: [{ issueIds: [PARENT], changes: [tell] }] };
    expect(await codeOf(fix(ctx, other, idle))).toBe('BAD_INPUT');
    ctx.advance(25 * 60 * 60 * 1000);
    expect(await codeOf(fix(ctx, other, given))).toBe('PLAN_EXPIRED');
    expect(await w.patches()).toEqual([]);
  });

  it('cannot be made of nothing, nor twice of one field', () => {
    const of = (given: unknown) => plansFix.input.safeParse(given).success;
    const id = '00000000-0000-4000-8000-000000000000';
    const plan = { planId: id, digest: 'f'.repeat(64), takeBack: [] };
    expect(of({ ...plan, fixes: [] })).toBe(false);
    expect(of({ ...plan, fixes: [{ issueIds: [1], changes: [fixed, fixed] }] })).toBe(false);
    expect(of({ ...plan, fixes: [{ issueIds: [1], changes: [] }] })).toBe(false);
    expect(of({ ...plan, fixes: [{ issueIds: [1], changes: [fixed] }] })).toBe(true);
    const nobody = { field: 'notify', verb: 'add', people: [] };
    expect(of({ ...plan, fixes: [{ issueIds: [1], changes: [nobody] }] })).toBe(true);
  });
});
