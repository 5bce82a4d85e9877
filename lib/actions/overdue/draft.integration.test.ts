import { afterEach, describe, expect, it } from 'vitest';
import { japaneseHolidays, type Overdue } from '@/lib/bulk';
import { addDays, addWorkingDays } from '@/lib/bulk/working-days';
import { todayIn } from '@/lib/columns/today-in';
import { IDS } from '@/lib/demo-space/testing';
import { createWorld, FIRST, until, untilState, type World } from '@/lib/runs/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import type { ActionInput } from '../define-action';
import { plansApprove } from '../plans/approve';
import { plansDraftUndo } from '../plans/draft-undo';
import { plansGet } from '../plans/get';
import type { PlanSummary } from '../plans/plan-schemas';
import { plansRefresh } from '../plans/refresh';
import { plansShow } from '../plans/show';
import { codeOf, contextOf, type TestContext } from '../testing';
import { overdueDraft } from './draft';

const worlds: World[] = [];
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

type Input = ActionInput<typeof overdueDraft>;
type Given = Partial<Omit<Input, 'scope' | 'mark'>> & {
  scope?: Partial<Input['scope']>;
  mark?: Partial<Input['mark']>;
};

const HIGH = { id: 2, label: '高' };
const inDemo = (id: number, label: string): Overdue['mark']['status'] => ({ [IDS.demo]: { id, label } });

function decisions({ scope, mark, ...rest }: Given): Input {
  return {
    scope: {
      projectIds: [IDS.demo],
      assigneeIds: [],
      issueTypeIds: [],
      statusIds: [],
      daysLate: 1,
      leftOut: [],
      ...scope,
    },
    mark: { status: null, category: null, priority: null, comment: null, ...mark },
    due: null,
    lang: 'ja',
    ...rest,
  };
}

describe.each(databaseKinds)('overdue.draft on %s', (kind) => {
  const today = todayIn('Asia/Tokyo', new Date());
  const ago = (days: number) => addDays(today, -days);
  /** At noon of the space, whenever the test runs: the day does not turn under it. */
  function atNoon(ctx: TestContext): TestContext {
    ctx.advance(Date.parse(`${today}T03:00:00Z`) - Date.now());
    return ctx;
  }

  /** Added issues, of which the first is due 10 days ago, the next 9, … and from the tenth on none is late. */
  async function setUp(issues: number, late: (place: number) => number = (place) => 10 - place) {
    const w = await createWorld(kind, { issues, issue: (id) => ({ dueDate: ago(late(id - FIRST)) }) });
    worlds.push(w);
    return { w, ctx: atNoon(contextOf(w)) };
  }
  const draft = (ctx: TestContext, given: Given) =>
    overdueDraft.run({ ctx, input: overdueDraft.input.parse(decisions(given)) });
  const itemsOf = async (ctx: TestContext, plan: Pick<PlanSummary, 'id'>) =>
    (await plansGet.run({ ctx, input: { planId: plan.id } })).items;
  async function carryOut(w: World, ctx: TestContext, plan: PlanSummary) {
    const { ticketId } = await plansShow.run({ ctx, input: { planId: plan.id } });
    const approval = { planId: plan.id, digest: plan.digest ?? '', ticketId, pace: 'limit' as const };
    const { runId } = await plansApprove.run({ ctx, input: approval });
    const worker = w.worker();
    await untilState(w, runId, 'done');
    await worker.stop();
    return runId;
  }

  it('plans exactly the open issues that are late enough, and says which operation it is', async () => {
    const { w, ctx } = await setUp(12);
    await w.edit(FIRST + 1, { statusId: 4 });
    const plan = await draft(ctx, { scope: { daysLate: 5, leftOut: [FIRST + 2] }, mark: { priority: HIGH } });
    expect(plan).toMatchObject({
      kind: 'overdue',
      state: 'ready',
      subject: null,
      operation: { kind: 'overdue', scope: { daysLate: 5 } },
    });
    const items = await itemsOf(ctx, plan);
    expect(items.map((item) => item.issueId)).toEqual([FIRST, FIRST + 3, FIRST + 4, FIRST + 5]);
    expect(await w.patches()).toEqual([]);
  });

  it('asks Backlog only for what is narrowed, and finds issues that nobody holds', async () => {
    const { w, ctx } = await setUp(3);
    await w.edit(FIRST, { assigneeId: '' });
    const scope = { assigneeIds: [null, IDS.english], issueTypeIds: [IDS.task], statusIds: [1, 4] };
    const plan = await draft(ctx, { scope, mark: { priority: HIGH } });
    expect((await itemsOf(ctx, plan)).map((item) => item.issueId)).toEqual([FIRST]);
    const asked = (await w.log()).filter((entry) => entry.path === '/api/v2/issues/count').at(-1);
    expect(JSON.stringify(asked?.query)).not.toContain('assigneeId');
  });

  it('writes marks and comment once; a second time everything is 変更なし; undo takes the marks back', async () => {
    const { w, ctx } = await setUp(4);
    const given: Given = {
      mark: {
        status: inDemo(2, '処理中'),
        category: inDemo(IDS.design, 'デザイン'),
        priority: HIGH,
        comment: '{{key}}は{{days}}日遅れています。',
      },
    };
    const runId = await carryOut(w, ctx, await draft(ctx, given));
    expect((await w.patches()).map((entry) => entry.body)).toEqual(
      [0, 1, 2, 3].map((place) =>
        expect.stringContaining(encodeURIComponent(`DEMO-${FIRST + place}は${10 - place}日遅れています。`)),
      ),
    );
    expect(await w.client.issues.get(FIRST)).toMatchObject({
      status: { id: 2 },
      category: [{ id: IDS.design }],
      priority: { id: 2 },
    });

    const again = await draft(ctx, given);
    expect(again.counts).toEqual({ change: 0, unchanged: 4, needsReview: 0, blocked: 0 });

    const undo = await plansDraftUndo.run({ ctx, input: { runId } });
    expect(undo.undo).toEqual({ comments: 4, notified: 0 });
    await carryOut(w, ctx, undo);
    expect(await w.client.issues.get(FIRST)).toMatchObject({
      status: { id: 1 },
      category: [],
      priority: { id: 3 },
    });
  });

  describe('a comment as the only mark', () => {
    const comment = '期限日({{due}})を{{days}}日過ぎています。';
    const piles = async (ctx: TestContext, given: Given) =>
      (await itemsOf(ctx, await draft(ctx, given))).map((item) => item.pile);

    it('is said once about each due date, whatever the day', async () => {
      const { w, ctx } = await setUp(2);
      await carryOut(w, ctx, await draft(ctx, { mark: { comment } }));
      expect(await piles(ctx, { mark: { comment } })).toEqual(['unchanged', 'unchanged']);
      ctx.advance(24 * 60 * 60 * 1000);
      expect(await piles(ctx, { mark: { comment } })).toEqual(['unchanged', 'unchanged']);
      await w.edit(FIRST, { dueDate: ago(3) });
      expect(await piles(ctx, { mark: { comment } })).not.toContain('blocked');
      expect((await piles(ctx, { mark: { comment } })).filter((pile) => pile === 'unchanged')).toHaveLength(
        1,
      );
      expect(await piles(ctx, { mark: { comment: `${comment}!` } })).not.toContain('unchanged');
    });

    it('is said by each person for themselves, and not held back by a run that did not say it', async () => {
      const { w, ctx } = await setUp(2);
      const plan = await draft(ctx, { mark: { comment } });
      await w.fault({
        match: { method: 'PATCH', nth: 1 },
        effect: { kind: 'status', status: 400 },
        times: 1,
      });
      await carryOut(w, ctx, plan);
      expect((await piles(ctx, { mark: { comment } })).sort()).toEqual(['change', 'unchanged']);
      const colleague = atNoon(contextOf(w, { userId: IDS.normal, roleType: 2 }));
      expect(await piles(colleague, { mark: { comment } })).not.toContain('unchanged');
    });

    it('stays said when the run that said it is taken back', async () => {
      const { w, ctx } = await setUp(2);
      const runId = await carryOut(w, ctx, await draft(ctx, { mark: { priority: HIGH, comment } }));
      await carryOut(w, ctx, await plansDraftUndo.run({ ctx, input: { runId } }));
      expect(await piles(ctx, { mark: { comment } })).toEqual(['unchanged', 'unchanged']);
      expect(await piles(ctx, { mark: { priority: HIGH, comment } })).not.toContain('unchanged');
    });

    it('counts in a plan that is read again', async () => {
      const { w, ctx } = await setUp(2);
      const early = await draft(ctx, { mark: { comment } });
      await carryOut(w, ctx, await draft(ctx, { mark: { comment } }));
      const fresh = await plansRefresh.run({ ctx, input: { planId: early.id } });
      expect(fresh.counts).toMatchObject({ change: 0, unchanged: 2 });
    });
  });

  it('moves due dates to a working day, after which nothing is overdue', async () => {
    const { w, ctx } = await setUp(2);
    const given: Given = { due: { to: 'workingDays', days: 3 } };
    await carryOut(w, ctx, await draft(ctx, given));
    const day = addWorkingDays(today, 3, japaneseHolidays());
    expect((await w.client.issues.get(FIRST)).dueDate?.slice(0, 10)).toBe(day);
    expect(await codeOf(draft(ctx, given))).toBe('SELECTION_EMPTY');
  });

  it('over 200 issues are read in the background', async () => {
    const { w, ctx } = await setUp(230, () => 3);
    const plan = await draft(ctx, { mark: { priority: HIGH } });
    expect(plan).toMatchObject({ state: 'drafting', totalCount: 230 });
    expect(ctx.woken()).toBe(1);
    w.worker();
    await until(async () => {
      const now = await plansGet.run({ ctx, input: { planId: plan.id } });
      return now.state === 'ready' ? now : null;
    });
    expect(await itemsOf(ctx, plan)).toHaveLength(230);
  });

  it.each<[string, Given, string, Record<string, unknown>]>([
    [
      'a project that was not joined',
      { scope: { projectIds: [IDS.demo, IDS.other] }, mark: { priority: HIGH } },
      'PROJECT_NOT_JOINED',
      { projects: String(IDS.other) },
    ],
    [
      'a status that its project does not have',
      { mark: { status: inDemo(77, '遅延') } },
      'VALUE_GONE',
      { value: '遅延', place: 'DEMO' },
    ],
    [
      'a category that its project does not have',
      { mark: { category: inDemo(77, '要確認') } },
      'VALUE_GONE',
      { value: '要確認', place: 'DEMO' },
    ],
    [
      'a priority that does not exist',
      { mark: { priority: { id: 9, label: '最高' } } },
      'VALUE_GONE',
      { value: '最高', place: 'デモ' },
    ],
    ['a day that has passed', { due: { to: 'day', day: '2020-01-06' } }, 'DAY_PAST', { day: '2020-01-06' }],
    ['no open status', { scope: { statusIds: [4] }, mark: { priority: HIGH } }, 'SELECTION_EMPTY', {}],
    [
      'no issue that is late enough',
      { scope: { daysLate: 900 }, mark: { priority: HIGH } },
      'SELECTION_EMPTY',
      {},
    ],
  ])('refuses %s by name, and stores no plan', async (_name, given, code, details) => {
    const { w, ctx } = await setUp(1);
    await expect(draft(ctx, given)).rejects.toMatchObject({ code, details });
    expect(await w.patches()).toEqual([]);
  });
});
