import { afterEach, describe, expect, it } from 'vitest';
import { IDS } from '@/lib/demo-space/testing';
import { createWorld, FIRST, toEnglish, untilState, type World } from '@/lib/runs/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { closureDraft } from '../closure/draft';
import { closureInput } from '../closure/testing';
import { handoverDraft } from '../handover/draft';
import { runsResume } from '../runs/resume';
import { runsRetry } from '../runs/retry';
import { contextOf, type TestContext } from '../testing';
import { plansApprove } from './approve';
import { plansDraftAgain } from './draft-again';
import { plansDraftBulkUpdate } from './draft-bulk-update';
import { plansFix } from './fix';
import { plansGet } from './get';
import type { PlanSummary } from './plan-schemas';
import { plansRefresh } from './refresh';
import { plansShow } from './show';

const worlds: World[] = [];
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

const closing = closureInput({
  report: { wiki: { name: 'Sprint 1 の記録', content: '# 記録' }, comment: null },
});

describe.each(databaseKinds)('what a run of an operation did not do, planned again on %s', (kind) => {
  async function setUp(issues = 2): Promise<{ w: World; ctx: TestContext }> {
    const w = await createWorld(kind, { issues, issue: () => ({ milestoneIds: [IDS.sprint1] }) });
    worlds.push(w);
    return { w, ctx: contextOf(w) };
  }
  async function approve(ctx: TestContext, plan: PlanSummary): Promise<string> {
    const { ticketId } = await plansShow.run({ ctx, input: { planId: plan.id } });
    const input = { planId: plan.id, digest: plan.digest ?? '', ticketId, pace: 'limit' as const };
    return (await plansApprove.run({ ctx, input })).runId;
  }
  /** To the end of a run, going on at every pause. */
  async function toTheEnd(w: World, ctx: TestContext, runId: string) {
    const worker = w.worker();
    for (;;) {
      if ((await untilState(w, runId, 'paused', 'done')).state === 'done') break;
      await runsResume.run({ ctx, input: { runId } });
      worker.wake();
    }
    await worker.stop();
    return w.items(runId);
  }
  const again = (ctx: TestContext, runId: string, ...issueIds: number[]) =>
    plansDraftAgain.run({ ctx, input: { runId, issueIds } });
  const rowsOf = async (ctx: TestContext, plan: PlanSummary) =>
    (await plansGet.run({ ctx, input: { planId: plan.id } })).items;
  const states = (items: { state: string }[]) => items.map((item) => item.state);
  const sprint = async (w: World, name: string) =>
    (await w.client.projects.versions(IDS.demo)).find((version) => version.name === name);

  it('a closure: into the milestone that the run created, without a second report, with the archive that is due', async () => {
    const { w, ctx } = await setUp();
    const first = await closureDraft.run({ ctx, input: closing });
    const runId = await approve(ctx, first);
    await w.fault({
      match: { method: 'PATCH', path: `/api/v2/issues/${FIRST}` },
      effect: { kind: 'status', status: 400 },
      times: 1,
    });
    const items = await toTheEnd(w, ctx, runId);
    // The report, which would not be true, waits as the archive does.
    expect(states(items)).toEqual(['applied', 'rejected', 'applied', 'rejected', 'rejected']);

    const plan = await again(ctx, runId, FIRST);
    const made = await sprint(w, 'Sprint 3');
    expect(plan).toMatchObject({
      kind: 'closure',
      subject: 'Sprint 1',
      sourceRunId: runId,
      operation: {
        next: { kind: 'existing', milestone: { id: made?.id, label: 'Sprint 3' } },
        report: { wiki: null, comment: null },
        archive: true,
      },
    });
    expect(await rowsOf(ctx, plan)).toMatchObject([
      { issueId: FIRST, params: { milestoneId: [made?.id] } },
      { step: { kind: 'archiveMilestone', milestoneId: IDS.sprint1, afterSuccess: true } },
    ]);
    const renewed = await plansRefresh.run({ ctx, input: { planId: plan.id } });
    expect(renewed).toMatchObject({ kind: 'closure', sourceRunId: runId, counts: plan.counts });

    expect(states(await toTheEnd(w, ctx, await approve(ctx, renewed)))).toEqual(['applied', 'applied']);
    expect((await sprint(w, 'Sprint 1'))?.archived).toBe(true);
    const reports = () => w.client.wikis.list({ projectId: IDS.demo, keyword: 'Sprint 1 の記録' });
    expect(await reports()).toEqual([]);
    // The first run writes its report by now; its own archive has nothing left to do.
    await runsRetry.run({ ctx, input: { runId } });
    expect(states(await toTheEnd(w, ctx, runId)).slice(1)).toEqual([
      'unchanged',
      'applied',
      'applied',
      'unchanged',
    ]);
    expect(await reports()).toHaveLength(1);
  });

  it('a closure that has archived, or was not to, does not archive again; an existing next milestone stays the next', async () => {
    const { w, ctx } = await setUp();
    const existing = { kind: 'existing' as const, milestone: { id: IDS.sprint2, label: 'Sprint 2' } };
    const input = { ...closing, next: existing, archive: false };
    const runId = await approve(ctx, await closureDraft.run({ ctx, input }));
    await w.edit(FIRST, { milestoneId: [] });
    await toTheEnd(w, ctx, runId);
    const plan = await again(ctx, runId, FIRST);
    expect(plan.operation).toMatchObject({ next: existing, archive: false });
    // Somebody has taken it out of the milestone, and the person has taken their own value: it wins, in later runs too.
    const goesOn = { issueId: FIRST, pile: 'change', params: { milestoneId: [IDS.sprint2] } };
    expect(await rowsOf(ctx, plan)).toMatchObject([goesOn]);
    await w.fault({
      match: { method: 'PATCH', path: `/api/v2/issues/${FIRST}` },
      effect: { kind: 'status', status: 400 },
      times: 1,
    });
    const second = await approve(ctx, plan);
    await toTheEnd(w, ctx, second);
    const third = await again(ctx, second, FIRST);
    const renewed = await plansRefresh.run({ ctx, input: { planId: third.id } });
    expect(await rowsOf(ctx, renewed)).toMatchObject([goesOn]);
    await toTheEnd(w, ctx, await approve(ctx, renewed));
    expect((await w.client.issues.get(FIRST)).milestone).toMatchObject([{ id: IDS.sprint2 }]);
  });

  it('a next milestone that was not created is tried again', async () => {
    const { w, ctx } = await setUp();
    const runId = await approve(ctx, await closureDraft.run({ ctx, input: closing }));
    await w.fault({
      match: { method: 'POST', path: `/api/v2/projects/${IDS.demo}/versions` },
      effect: { kind: 'status', status: 400 },
      times: 1,
    });
    await toTheEnd(w, ctx, runId);
    const plan = await again(ctx, runId, ...w.ids);
    expect(plan.operation).toMatchObject({ next: closing.next, archive: true });
    const items = await toTheEnd(w, ctx, await approve(ctx, plan));
    expect(states(items)).toEqual(['applied', 'applied', 'applied', 'applied']);
    expect((await sprint(w, 'Sprint 1'))?.archived).toBe(true);
  });

  it('a conflict in a closure keeps the other milestones that somebody has added', async () => {
    const { w, ctx } = await setUp(1);
    const input = closureInput();
    const runId = await approve(ctx, await closureDraft.run({ ctx, input }));
    await w.edit(FIRST, { milestoneId: [] });
    await toTheEnd(w, ctx, runId);
    await w.edit(FIRST, { milestoneId: [IDS.sprint1, IDS.sprint2] });
    const plan = await again(ctx, runId, FIRST);
    // Who changed it was shown with the conflict: that is no warning any more.
    expect(plan).toMatchObject({ counts: { needsReview: 0 }, includedCount: 2 });
    await toTheEnd(w, ctx, await approve(ctx, plan));
    const held = (await w.client.issues.get(FIRST)).milestone.map(({ name }) => name);
    expect(held.toSorted()).toEqual(['Sprint 2', 'Sprint 3']);
    expect((await sprint(w, 'Sprint 1'))?.archived).toBe(true);
  });

  it('a handover: the same decisions for these issues, and what was added for single issues', async () => {
    const { w, ctx } = await setUp();
    const draft = await handoverDraft.run({
      ctx,
      input: {
        from: { id: IDS.normal, label: '一般 花子' },
        scope: {
          projectIds: [IDS.demo],
          statusIds: [],
          issueTypeIds: [],
          milestoneIds: [],
          dueDateSince: null,
          dueDateUntil: null,
          leftOut: [],
        },
        split: { by: 'one', to: { id: IDS.english, label: 'Emma' } },
        due: null,
        reopen: false,
        comment: '{{to}}さんへ引き継ぎます',
        notify: { creator: false, people: [] },
        lang: 'ja',
      },
    });
    const fixed = await plansFix.run({
      ctx,
      input: {
        planId: draft.id,
        digest: draft.digest ?? '',
        fixes: [
          {
            issueIds: [FIRST, FIRST + 1],
            changes: [{ field: 'dueDate', verb: 'set', to: '2026-12-25' }],
          },
        ],
        takeBack: [],
      },
    });
    const runId = await approve(ctx, fixed);
    await w.fault({
      match: { method: 'PATCH', path: `/api/v2/issues/${FIRST}` },
      effect: { kind: 'status', status: 400 },
      times: 1,
    });
    await toTheEnd(w, ctx, runId);
    const plan = await again(ctx, runId, FIRST);
    expect(plan).toMatchObject({ kind: 'handover', subject: '一般 花子', operation: draft.operation });
    expect(plan.fixes).toMatchObject([{ issueIds: [FIRST] }]);
    expect(await rowsOf(ctx, plan)).toMatchObject([
      {
        issueId: FIRST,
        params: { assigneeId: IDS.english, dueDate: '2026-12-25', comment: 'Emmaさんへ引き継ぎます' },
      },
    ]);
  });

  it('an issue that took part because of a fix gets that fix again, not the changes of the plan', async () => {
    const { w, ctx } = await setUp(2);
    const draft = await plansDraftBulkUpdate.run({
      ctx,
      input: {
        selection: { kind: 'ids', ids: [FIRST], projectIds: [IDS.demo] },
        changes: toEnglish,
      },
    });
    const added = {
      issueIds: [FIRST + 1],
      changes: [{ field: 'dueDate' as const, verb: 'set' as const, to: '2026-12-25' }],
    };
    const input = { planId: draft.id, digest: draft.digest ?? '', fixes: [added], takeBack: [] };
    const runId = await approve(ctx, await plansFix.run({ ctx, input }));
    await w.fault({
      match: { method: 'PATCH', path: `/api/v2/issues/${FIRST + 1}` },
      effect: { kind: 'status', status: 400 },
      times: 1,
    });
    await toTheEnd(w, ctx, runId);
    const plan = await again(ctx, runId, FIRST + 1);
    const renewed = await plansRefresh.run({ ctx, input: { planId: plan.id } });
    for (const one of [plan, renewed]) {
      const [row, ...more] = await rowsOf(ctx, one);
      expect(more).toEqual([]);
      expect(row).toMatchObject({ issueId: FIRST + 1, params: { dueDate: '2026-12-25' } });
      expect(row?.params).not.toHaveProperty('assigneeId');
    }
  });
});
