import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { audit, runItems } from '@/lib/db/schema';
import { IDS } from '@/lib/demo-space/testing';
import { toEnglish, untilState, type World } from '@/lib/runs/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { plansDraftAgain } from '../plans/draft-again';
import { plansSetIncluded } from '../plans/set-included';
import { runsCancel } from '../runs/cancel';
import { codeOf, contextOf, type TestContext } from '../testing';
import { handoverKeep } from './keep';
import { handoverRemaining } from './remaining';
import {
  approvePlan,
  byHand,
  carryOut,
  draftHandover,
  emma,
  handoverWorlds,
  held,
  jiro,
  leaver,
  ofEmma,
} from './testing';

const world = handoverWorlds();
const changedMeanwhile = expect.objectContaining({ code: 'CHANGED_MEANWHILE' });

describe.each(databaseKinds)('what the leaver still holds, on %s', (kind) => {
  async function remainingOf(ctx: TestContext, runId: string, limit?: number) {
    const input = handoverRemaining.input.parse({ runId, ...(limit === undefined ? {} : { limit }) });
    const answer = await handoverRemaining.run({ ctx, input });
    expect(handoverRemaining.output.parse(answer)).toEqual(answer);
    return answer;
  }
  const whys = async (ctx: TestContext, runId: string) =>
    Object.fromEntries((await remainingOf(ctx, runId)).issues.map((issue) => [issue.issueId, issue.why]));
  const keep = (ctx: TestContext, runId: string, issueIds: number[], kept = true) =>
    handoverKeep.run({ ctx, input: handoverKeep.input.parse({ runId, issueIds, kept }) });
  /** Somebody gives an issue to the leaver by hand. */
  const giveBack = (w: World, keyId: number) => w.edit(keyId, { assigneeId: leaver.id });

  it('is nothing after everything went through: the handover is finished', async () => {
    const { w, ctx } = await world(kind);
    const runId = await carryOut(w, ctx, await draftHandover(ctx));
    expect(await remainingOf(ctx, runId)).toMatchObject({
      from: leaver,
      counts: { open: 0, kept: 0, left: 0 },
      finished: true,
      issues: [],
    });
  });

  it('is counted at Backlog in every joined project, each with what kept it there', async () => {
    const { w, ctx } = await world(kind);
    const plan = await draftHandover(ctx, {
      split: { by: 'one', to: jiro },
      scope: { statusIds: [1, 2, 3], leftOut: [held.resolved] },
      due: { workingDays: 1, which: 'all' },
    });
    const input = { planId: plan.id, digest: plan.digest ?? '', include: [], exclude: [held.plain] };
    const chosen = await plansSetIncluded.run({ ctx, input });
    await w.edit(held.overdue, { dueDate: '2020-02-03' });
    const refusal = { errors: [{ message: 'この課題は更新できません', code: 7, moreInfo: '' }] };
    await w.fault({
      match: { method: 'PATCH', path: `/api/v2/issues/${held.inProgress}` },
      effect: { kind: 'status', status: 400, body: refusal },
    });
    const runId = await carryOut(w, ctx, chosen);
    expect((await w.client.issues.get(held.child)).assignee?.id).toBe(jiro.id);
    await byHand(w, 'POST', '/issues', {
      projectId: String(IDS.demo),
      summary: 'あとから登録',
      issueTypeId: String(IDS.task),
      priorityId: '3',
      assigneeId: String(leaver.id),
    });
    await giveBack(w, held.child);
    await giveBack(w, ofEmma);

    const { counts, finished, issues } = await remainingOf(ctx, runId);
    expect({ counts, finished }).toEqual({ counts: { open: 9, kept: 0, left: 9 }, finished: false });
    const created = issues.find((issue) => issue.summary === 'あとから登録')?.issueId ?? 0;
    expect(Object.fromEntries(issues.map((issue) => [issue.issueId, issue.why]))).toEqual({
      [held.inOther]: {
        kind: 'blocked',
        code: 'SUCCESSOR_NOT_MEMBER',
        values: { assignee: jiro.label, project: 'OTHER' },
      },
      [held.plain]: { kind: 'leftOut', by: 'unchecked' },
      [held.resolved]: { kind: 'leftOut', by: 'choice' },
      [held.review]: { kind: 'leftOut', by: 'scope' },
      [held.overdue]: { kind: 'ended', outcome: 'conflict', reason: changedMeanwhile },
      [held.inProgress]: {
        kind: 'ended',
        outcome: 'rejected',
        reason: { code: 'REFUSED', message: 'この課題は更新できません', backlogCode: 7, status: 400 },
      },
      [held.child]: { kind: 'back' },
      [ofEmma]: { kind: 'new' },
      [created]: { kind: 'new' },
    });
    expect(issues.find((issue) => issue.issueId === held.overdue)).toMatchObject({
      issueKey: `DEMO-${held.overdue}`,
      dueDate: '2020-02-03',
      status: { id: 1, name: '未対応' },
      projectId: IDS.demo,
    });
  });

  it('waits for its turn while the run goes on, and was cancelled when it was stopped', async () => {
    const { ctx } = await world(kind);
    const runId = await approvePlan(ctx, await draftHandover(ctx));
    expect(await whys(ctx, runId)).toMatchObject({ [held.plain]: { kind: 'pending' } });
    await runsCancel.run({ ctx, input: { runId } });
    const cancelled = { kind: 'ended', outcome: 'cancelled', reason: null };
    expect(await whys(ctx, runId)).toMatchObject({ [held.plain]: cancelled });
    expect((await remainingOf(ctx, runId)).counts).toEqual({ open: 7, kept: 0, left: 7 });
  });

  it('says where nobody knows what became of a write', async () => {
    const { w, ctx } = await world(kind);
    const runId = await approvePlan(ctx, await draftHandover(ctx));
    await w.db
      .update(runItems)
      .set({ state: 'unknown', reason: { code: 'ANSWER_LOST' } })
      .where(and(eq(runItems.runId, runId), eq(runItems.issueId, held.plain)));
    const unknown = { kind: 'ended', outcome: 'unknown', reason: { code: 'ANSWER_LOST' } };
    expect(await whys(ctx, runId)).toMatchObject({ [held.plain]: unknown });
  });

  it('is finished when what is left stays on purpose; what is kept stands last', async () => {
    const { w, ctx } = await world(kind);
    const scope = { leftOut: [held.plain, held.child] };
    const runId = await carryOut(w, ctx, await draftHandover(ctx, { scope }));
    expect(await keep(ctx, runId, [held.plain, held.plain])).toEqual({ issueIds: [held.plain], kept: true });
    const half = await remainingOf(ctx, runId);
    expect(half).toMatchObject({ counts: { open: 2, kept: 1, left: 1 }, finished: false });
    expect(half.issues.map(({ issueId, kept }) => [issueId, kept])).toEqual([
      [held.child, false],
      [held.plain, true],
    ]);
    await keep(ctx, runId, [held.plain, held.child]);
    expect(await remainingOf(ctx, runId)).toMatchObject({
      counts: { open: 2, kept: 2, left: 0 },
      finished: true,
    });
    expect(await w.patches()).toHaveLength(5);

    await keep(ctx, runId, [held.child], false);
    expect(await remainingOf(ctx, runId)).toMatchObject({ counts: { kept: 1, left: 1 }, finished: false });
    const told = await w.db.select().from(audit).where(eq(audit.subjectId, runId)).orderBy(audit.at);
    expect(
      told.filter(({ event }) => event.startsWith('handover.')).map(({ event, data }) => [event, data]),
    ).toEqual([
      ['handover.kept', { leaverId: leaver.id, issueIds: [held.plain] }],
      ['handover.kept', { leaverId: leaver.id, issueIds: [held.plain, held.child] }],
      ['handover.unkept', { leaverId: leaver.id, issueIds: [held.child] }],
    ]);
  });

  it('is left again once a later handover took it up and failed; it can be kept anew', async () => {
    const { w, ctx } = await world(kind);
    const first = await carryOut(
      w,
      ctx,
      await draftHandover(ctx, { scope: { leftOut: [held.plain, held.child] } }),
    );
    await keep(ctx, first, [held.plain, held.child]);
    await w.fault({
      match: { method: 'PATCH', path: `/api/v2/issues/${held.plain}` },
      effect: { kind: 'status', status: 400 },
    });
    const second = await draftHandover(ctx, {
      split: { by: 'one', to: jiro },
      scope: { leftOut: [held.child] },
    });
    const runId = await approvePlan(ctx, second);
    // While its turn has not come, nobody can say that it stays.
    expect(await remainingOf(ctx, first)).toMatchObject({ counts: { kept: 1, left: 1 }, finished: false });
    const worker = w.worker();
    await untilState(w, runId, 'done');
    await worker.stop();
    const after = await remainingOf(ctx, runId);
    expect(after).toMatchObject({ counts: { open: 2, kept: 1, left: 1 }, finished: false });
    expect(after.issues.map(({ issueId, kept, why }) => [issueId, kept, why.kind])).toEqual([
      [held.plain, false, 'ended'],
      // The second handover left it out: what was said of it holds.
      [held.child, true, 'leftOut'],
    ]);
    await keep(ctx, runId, [held.plain]);
    expect(await remainingOf(ctx, runId)).toMatchObject({ counts: { kept: 2, left: 0 }, finished: true });
  });

  it('is one person’s decision: neither another person nor another leaver is concerned', async () => {
    const { w, ctx } = await world(kind);
    const mine = await carryOut(w, ctx, await draftHandover(ctx, { scope: { leftOut: [held.plain] } }));
    await keep(ctx, mine, [held.plain, ofEmma]);
    const other = contextOf(w, { userId: IDS.english });
    const theirs = await approvePlan(other, await draftHandover(other, { split: { by: 'one', to: jiro } }));
    expect((await remainingOf(other, theirs)).counts.kept).toBe(0);
    const fromEmma = await draftHandover(ctx, { from: emma, split: { by: 'one', to: jiro } });
    expect((await remainingOf(ctx, await approvePlan(ctx, fromEmma))).counts.kept).toBe(0);
  });

  it('is told in part where there is much, and counted whole', async () => {
    const { ctx } = await world(kind);
    const runId = await approvePlan(ctx, await draftHandover(ctx));
    const { counts, issues } = await remainingOf(ctx, runId, 2);
    expect(counts).toEqual({ open: 7, kept: 0, left: 7 });
    expect(issues).toHaveLength(2);
  });

  it('is told of what was planned again by its latest run', async () => {
    const { w, ctx } = await world(kind);
    const refused = { effect: { kind: 'status' as const, status: 400 } };
    for (const id of [held.plain, held.child]) {
      await w.fault({ match: { method: 'PATCH', path: `/api/v2/issues/${id}` }, ...refused });
    }
    const first = await draftHandover(ctx, { scope: { leftOut: [held.review] } });
    const runId = await carryOut(w, ctx, first);
    const again = await plansDraftAgain.run({ ctx, input: { runId, issueIds: [held.plain, held.child] } });
    expect(again).toMatchObject({ kind: 'handover', includedCount: 2 });
    await w.clearFaults();
    await w.edit(held.child, { assigneeId: jiro.id });
    const second = await carryOut(w, ctx, again);
    await giveBack(w, held.child);
    expect(await whys(ctx, second)).toEqual({
      [held.child]: { kind: 'ended', outcome: 'conflict', reason: changedMeanwhile },
      // Of it the first plan alone can tell.
      [held.review]: { kind: 'leftOut', by: 'choice' },
    });
  });

  it('is asked of handovers only', async () => {
    const { w, ctx } = await world(kind);
    const selection = { kind: 'ids' as const, ids: [held.plain], projectIds: [IDS.demo] };
    const run = await w.approve(await w.plan(toEnglish, { selection }));
    for (const call of [
      (runId: string) => remainingOf(ctx, runId),
      (runId: string) => keep(ctx, runId, [held.plain]),
    ]) {
      expect(await codeOf(call(run.id))).toBe('PLAN_KIND');
      expect(await codeOf(call('nothing'))).toBe('NOT_FOUND');
      expect(await codeOf(call(crypto.randomUUID()))).toBe('NOT_FOUND');
    }
  });
});
