import { describe, expect, it } from 'vitest';
import { IDS } from '@/lib/demo-space/testing';
import { untilState, type World } from '@/lib/runs/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { plansDraftUndo } from '../plans/draft-undo';
import { plansGet } from '../plans/get';
import { plansRefresh } from '../plans/refresh';
import { plansShow } from '../plans/show';
import { handoverRemaining } from './remaining';
import { approvePlan, byHand, carryOut, draftHandover, emma, handoverWorlds, held, jiro } from './testing';

const world = handoverWorlds();
const everything = Object.values(held);

describe.each(databaseKinds)('a handover carried out on %s', (kind) => {
  const now = async (w: World, id: number) => {
    const issue = await w.client.issues.get(id);
    return { assignee: issue.assignee?.id, due: issue.dueDate, status: issue.status.id };
  };
  const commentsOf = async (w: World, id: number) =>
    (await w.client.issues.comments(id)).flatMap(({ content }) => content ?? []);

  it.each([
    ['', null],
    [', with comments', '{{to}}さんへ'],
  ])('a successor who left the project after the preview receives nothing%s', async (_how, comment) => {
    const { w, ctx } = await world(kind);
    const byProject = { [IDS.demo]: jiro, [IDS.other]: emma };
    const plan = await draftHandover(ctx, { split: { by: 'project', byProject }, comment });
    expect(plan.includedCount).toBe(7);
    await byHand(w, 'DELETE', '/projects/DEMO/users', { userId: String(jiro.id) });
    const runId = await carryOut(w, ctx, plan);
    const items = await w.items(runId);
    const [first, ...others] = items.filter((item) => item.projectId === IDS.demo);
    // One refusal tells; then the members are read, and nothing more is sent that cannot succeed.
    const values = { field: 'assignee', label: jiro.label };
    expect(first).toMatchObject({ state: 'rejected', reason: { code: 'REFUSED', backlogCode: 7, values } });
    expect(others).toHaveLength(5);
    for (const item of others) {
      expect(item).toMatchObject({ state: 'rejected', attempt: 0, reason: { code: 'VALUE_GONE', values } });
    }
    expect(items.filter((item) => item.projectId === IDS.other)).toMatchObject([{ state: 'applied' }]);
    expect(await w.patches()).toHaveLength(2);
    const input = handoverRemaining.input.parse({ runId });
    const { counts, issues } = await handoverRemaining.run({ ctx, input });
    expect(counts).toEqual({ open: 6, kept: 0, left: 6 });
    for (const { why } of issues) {
      expect(why).toMatchObject({ kind: 'ended', outcome: 'rejected', reason: { values } });
    }
  });

  it('a successor who left the project is named by the open preview; read again, the rows are blocked', async () => {
    const { w, ctx } = await world(kind);
    const byProject = { [IDS.demo]: jiro, [IDS.other]: emma };
    const plan = await draftHandover(ctx, { split: { by: 'project', byProject } });
    const show = async (planId: string) => (await plansShow.run({ ctx, input: { planId } })).staleSteps;
    expect(await show(plan.id)).toEqual([]);
    await byHand(w, 'DELETE', '/projects/DEMO/users', { userId: String(jiro.id) });
    expect(await show(plan.id)).toEqual([
      {
        issueId: expect.any(Number),
        what: 'value',
        field: 'assignee',
        name: jiro.label,
        project: 'DEMO',
        count: 6,
      },
    ]);
    const renewed = await plansRefresh.run({ ctx, input: { planId: plan.id } });
    expect(renewed).toMatchObject({ counts: { blocked: 6, change: 1 }, includedCount: 1 });
    const { items } = await plansGet.run({ ctx, input: { planId: renewed.id } });
    const values = { assignee: jiro.label, project: 'DEMO' };
    expect(items.filter((item) => item.pile === 'blocked').flatMap((item) => item.blocks)).toEqual(
      Array(6).fill({ code: 'SUCCESSOR_NOT_MEMBER', values }),
    );
    expect(await show(renewed.id)).toEqual([]);
  });

  it('what somebody takes over between preview and run is theirs: a conflict, nothing sent', async () => {
    const { w, ctx } = await world(kind);
    const runId = await approvePlan(ctx, await draftHandover(ctx, { comment: '{{to}}さんへ' }));
    await w.edit(held.inProgress, { assigneeId: jiro.id });
    const worker = w.worker();
    await untilState(w, runId, 'done');
    await worker.stop();
    const items = await w.items(runId);
    expect(items.find((item) => item.issueId === held.inProgress)).toMatchObject({
      state: 'conflict',
      reason: { code: 'CHANGED_MEANWHILE' },
    });
    expect(await now(w, held.inProgress)).toMatchObject({ assignee: jiro.id });
    expect(await commentsOf(w, held.inProgress)).toEqual([]);
    expect(await now(w, held.plain)).toMatchObject({ assignee: emma.id });
    expect(await commentsOf(w, held.plain)).toEqual(['Emmaさんへ']);
  });

  it('undo gives assignee, due date and status back; comments stay', async () => {
    const { w, ctx } = await world(kind);
    const before = await Promise.all(everything.map((id) => now(w, id)));
    const plan = await draftHandover(ctx, {
      due: { workingDays: 2, which: 'all' },
      reopen: true,
      comment: '{{from}}から{{to}}へ。期限日: {{due}}',
    });
    const runId = await carryOut(w, ctx, plan);
    const after = await Promise.all(everything.map((id) => now(w, id)));
    expect(after.map(({ assignee }) => assignee)).toEqual(everything.map(() => emma.id));
    expect(await now(w, held.inProgress)).toMatchObject({ status: 1, due: '2099-01-07T00:00:00Z' });

    // What somebody changed since stays theirs; in OTHER the leaver is no member any more.
    await w.edit(held.child, { assigneeId: jiro.id });
    const undo = await plansDraftUndo.run({ ctx, input: { runId } });
    expect(undo).toMatchObject({ kind: 'undo', undo: { comments: 7 } });
    const { items } = await plansGet.run({ ctx, input: { planId: undo.id } });
    const rowOf = (id: number) => items.find((item) => item.issueId === id);
    expect(rowOf(held.child)).toMatchObject({ included: false, blocks: [{ code: 'CHANGED_SINCE_RUN' }] });
    expect(rowOf(held.inOther)).toMatchObject({
      included: false,
      warnings: [{ code: 'ASSIGNEE_NOT_MEMBER' }],
    });
    await carryOut(w, ctx, undo);
    const stay: number[] = [held.child, held.inOther];
    for (const [place, id] of everything.entries()) {
      if (!stay.includes(id)) expect(await now(w, id)).toEqual(before[place]);
    }
    expect(await now(w, held.child)).toMatchObject({ assignee: jiro.id });
    expect(await now(w, held.inOther)).toMatchObject({ assignee: emma.id });
    expect(await commentsOf(w, held.plain)).toEqual(['一般 花子からEmmaへ。期限日: 期限日なし']);
  });
});
