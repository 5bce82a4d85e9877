import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { plans } from '@/lib/db/schema';
import { IDS } from '@/lib/demo-space/testing';
import { milestones } from '@/lib/runs/steps-fixtures';
import { FIRST, untilState } from '@/lib/runs/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { issuesReference } from '../issues/reference';
import { plansDraftAgain } from '../plans/draft-again';
import { plansDraftUndo } from '../plans/draft-undo';
import { planDetailSchema } from '../plans/plan-schemas';
import { plansRefresh } from '../plans/refresh';
import { plansSetIncluded } from '../plans/set-included';
import { runsGet } from '../runs/get';
import { runsResume } from '../runs/resume';
import { codeOf, contextOf } from '../testing';
import { closureFiguresAction } from './figures';
import { closuresOfTests, statusOf } from './testing';

describe.each(databaseKinds)('closure.draft on %s', (kind) => {
  const { setUp, draft, get, record, carryOut, writes, held } = closuresOfTests(kind);

  it('from the draft to the archive, its record, and back', async () => {
    const { w, ctx } = await setUp();
    await closureFiguresAction.run({ ctx, input: { projectId: IDS.demo, milestoneId: IDS.sprint1 } });
    const report = { wiki: { name: 'Sprint 1 の振り返り', content: '完了 2件' }, comment: null };
    const readReference = () => issuesReference.run({ ctx, input: { projectIds: [IDS.demo] } });
    const { projects: known } = await readReference();
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
    // Names that were remembered before the run are read anew.
    const { projects: now } = await readReference();
    const names = (of: typeof now) => of.flatMap((one) => one.milestones.map(({ name }) => name));
    expect(names(known)).not.toContain('Sprint 3');
    expect(now[0]?.milestones).toContainEqual(
      expect.objectContaining({ name: 'Sprint 3', startDate: '2026-12-07', releaseDueDate: '2026-12-18' }),
    );
    expect(now[0]?.milestones).toContainEqual(expect.objectContaining({ name: 'Sprint 1', archived: true }));
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

    // A second closing knows what the first one took out: 完了 are two of the four that there were.
    const about = { projectId: IDS.demo, milestoneId: IDS.sprint1 };
    const answer = await closureFiguresAction.run({ ctx, input: about });
    expect(answer).toMatchObject({
      basics: { total: 3, movedOut: 1 },
      movedOut: { issues: [{ id: FIRST + 1, to: 'next', hours: 2 }], unseen: 0, byOthers: false },
      figures: { closedOnly: { completionRate: 0.5, done: { issues: 2 } } },
    });
    const next = { kind: 'existing', milestone: { id: IDS.sprint2, label: 'Sprint 2' } } as const;
    const second = await carryOut(w, ctx, await draft(ctx, { next }));
    expect(await record(ctx, second.id)).toMatchObject({
      completionRate: 0.5,
      archive: { state: 'applied' },
    });
    const other = contextOf(w, { userId: IDS.normal, roleType: 2 });
    expect((await closureFiguresAction.run({ ctx: other, input: about })).movedOut).toEqual({
      issues: [],
      unseen: 0,
      byOthers: true,
    });
  });

  it('a report is written only of what came to pass: rows left out in the preview hold it back', async () => {
    const { w, ctx } = await setUp();
    const report = { wiki: { name: 'ふりかえり', content: '# 完了 2件' }, comment: null };
    const plan = await draft(ctx, { report });
    expect((await get(ctx, plan)).items.find(({ step }) => step?.kind === 'createWiki')?.report).toEqual({
      milestoneId: IDS.sprint1,
      otherwise: 0,
    });
    const input = { planId: plan.id, digest: plan.digest ?? '', include: [], exclude: [FIRST] };
    const run = await carryOut(w, ctx, await plansSetIncluded.run({ ctx, input }));
    expect(run.state).toBe('done');
    expect(await runsGet.run({ ctx, input: { runId: run.id } })).toMatchObject({
      counts: { applied: 3, rejected: 2 },
      held: 2,
    });
    expect(await record(ctx, run.id)).toMatchObject({
      wiki: { state: 'rejected', reason: 'REPORT_HELD' },
      archive: { state: 'rejected', reason: 'HELD_BACK' },
    });
    expect(await w.client.wikis.list({ projectId: IDS.demo, keyword: 'ふりかえり' })).toEqual([]);
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
