import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ClosureInput } from '@/lib/bulk';
import type { Change } from '@/lib/bulk/changes';
import { IDS } from '@/lib/demo-space/testing';
import {
  carryOutPlan,
  everythingIncluded,
  readyPlan,
  undoPlan,
  wholeClosure,
} from '@/lib/runs/steps-fixtures';
import { createWorld, SPACE, type World } from '@/lib/runs/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { closureDraft } from '../closure/draft';
import { closureInput } from '../closure/testing';
import { byHand } from '../handover/testing';
import { contextOf, type TestContext } from '../testing';
import { plansDraftBulkUpdate } from './draft-bulk-update';
import { plansRefresh } from './refresh';
import { plansShow } from './show';

const worlds: World[] = [];
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

const report = { wiki: { name: 'Sprint 1 の記録', content: '# 記録' }, comment: null };
const intoSprint2: Partial<ClosureInput> = {
  next: { kind: 'existing', milestone: { id: IDS.sprint2, label: 'Sprint 2' } },
};

describe.each(databaseKinds)('plans.show of a plan with steps on %s', (kind) => {
  async function setUp(): Promise<{ w: World; ctx: TestContext }> {
    const w = await createWorld(kind, { issues: 2, issue: () => ({ milestoneIds: [IDS.sprint1] }) });
    worlds.push(w);
    return { w, ctx: contextOf(w) };
  }
  const show = async (ctx: TestContext, planId: string) =>
    (await plansShow.run({ ctx, input: { planId } })).staleSteps;
  const draft = (ctx: TestContext, given: Partial<ClosureInput> = {}) =>
    closureDraft.run({ ctx, input: closureInput(given) });
  /** Somebody else at Backlog. */
  const theirs = (w: World) => w.clientFor(IDS.english);
  const close = (w: World, id: number, name: string) =>
    theirs(w).versions.update(IDS.demo, id, { name, archived: true });

  it('says nothing while everything is as planned', async () => {
    const { ctx } = await setUp();
    expect(await show(ctx, (await draft(ctx, { report })).id)).toEqual([]);
  });

  it('names the milestone to close that somebody has closed or deleted, once; read again, the plan can be approved', async () => {
    const { w, ctx } = await setUp();
    const plan = await draft(ctx);
    await close(w, IDS.sprint1, 'Sprint 1');
    const about = { issueId: -3, what: 'milestone', name: 'Sprint 1' };
    expect(await show(ctx, plan.id)).toEqual([{ ...about, reason: 'archived' }]);
    const renewed = await plansRefresh.run({ ctx, input: { planId: plan.id } });
    expect(await show(ctx, renewed.id)).toEqual([]);

    await theirs(w).versions.remove(IDS.demo, IDS.sprint1);
    expect(await show(ctx, renewed.id)).toMatchObject([
      { what: 'milestone', reason: 'gone', name: 'Sprint 1' },
    ]);
  });

  it('names a next milestone that was deleted or closed meanwhile', async () => {
    const { w, ctx } = await setUp();
    const plan = await draft(ctx, intoSprint2);
    await close(w, IDS.sprint2, 'Sprint 2');
    expect(await show(ctx, plan.id)).toMatchObject([{ reason: 'archived', name: 'Sprint 2' }]);
    await theirs(w).versions.remove(IDS.demo, IDS.sprint2);
    expect(await show(ctx, plan.id)).toMatchObject([{ reason: 'gone', name: 'Sprint 2' }]);
    const renewed = await plansRefresh.run({ ctx, input: { planId: plan.id } });
    expect(renewed.counts.blocked).toBe(2);
    expect(await show(ctx, renewed.id)).toEqual([]);
  });

  it('names what somebody has created meanwhile under a name that the plan wants', async () => {
    const { w, ctx } = await setUp();
    const plan = await draft(ctx, { report });
    await theirs(w).versions.create(IDS.demo, { name: 'Sprint 3', startDate: null, releaseDueDate: null });
    await theirs(w).wikis.create(IDS.demo, { name: 'Sprint 1 の記録', content: '先に書いた記録' });
    expect(await show(ctx, plan.id)).toEqual([
      { issueId: -1, what: 'milestone', reason: 'nameTaken', name: 'Sprint 3' },
      { issueId: -2, what: 'wiki', reason: 'nameTaken', name: 'Sprint 1 の記録' },
    ]);
  });

  it('of an undo: names a page that was edited and a milestone that was renamed', async () => {
    const { w, ctx } = await setUp();
    const { run, items } = await carryOutPlan(w, await readyPlan(w, wholeClosure(w)));
    const plan = await everythingIncluded(w, await undoPlan(w, run.id));
    expect(await show(ctx, plan.id)).toEqual([]);
    const [created, page] = [items[0]?.createdId ?? 0, items[3]?.createdId ?? 0];
    await theirs(w).versions.update(IDS.demo, created, { name: 'リリース前' });
    const request = new Request(`http://${SPACE}/api/v2/wikis/${page}`, {
      method: 'PATCH',
      headers: { 'Backlog-API-Key': `key-${IDS.english}` },
      body: new URLSearchParams({ content: '追記' }),
    });
    await w.space.handle(request);
    expect(await show(ctx, plan.id)).toMatchObject([
      { issueId: -2, what: 'wiki', reason: 'changed' },
      { issueId: -1, what: 'milestone', reason: 'changed', name: 'Sprint 3' },
    ]);
  });

  it('of an ordinary plan: names a status, a category and an assignee that its project has no more', async () => {
    const { w, ctx } = await setUp();
    const selection = { kind: 'ids' as const, ids: w.ids, projectIds: [IDS.demo] };
    const demo = (label: string, id: number) => ({ label, byProject: { [String(IDS.demo)]: id } });
    const jiro = { id: IDS.reporter, label: '報告 次郎' };
    const made = await byHand(w, 'POST', '/projects/DEMO/statuses', { name: '遅延', color: '#ea2c00' });
    const { id: late } = z.object({ id: z.number() }).parse(made);
    const changes: Change[] = [
      { field: 'status', verb: 'set', to: demo('遅延', late) },
      { field: 'category', verb: 'add', values: [demo('開発', IDS.code)] },
      { field: 'assignee', verb: 'set', to: jiro },
    ];
    const plan = await plansDraftBulkUpdate.run({ ctx, input: { selection, changes } });
    expect(await show(ctx, plan.id)).toEqual([]);
    await byHand(w, 'DELETE', `/projects/DEMO/statuses/${late}`, { substituteStatusId: '1' });
    await byHand(w, 'DELETE', `/projects/DEMO/categories/${IDS.code}`);
    await byHand(w, 'DELETE', '/projects/DEMO/users', { userId: String(jiro.id) });
    const gone = { issueId: w.ids[0], what: 'value', project: 'DEMO', count: 2 };
    expect(await show(ctx, plan.id)).toEqual([
      { ...gone, field: 'status', name: '遅延' },
      { ...gone, field: 'category', name: '開発' },
      { ...gone, field: 'assignee', name: jiro.label },
    ]);
    const renewed = await plansRefresh.run({ ctx, input: { planId: plan.id } });
    expect(renewed.counts).toMatchObject({ blocked: 2 });
    expect(await show(ctx, renewed.id)).toEqual([]);
  });

  it('of an ordinary plan: asks once per project, and not at all without milestones', async () => {
    const { w, ctx } = await setUp();
    const selection = { kind: 'ids' as const, ids: w.ids, projectIds: [IDS.demo] };
    const byProject = { [String(IDS.demo)]: IDS.sprint2 };
    const versionReads = async () =>
      (await w.log()).filter(({ method, path }) => method === 'GET' && path.endsWith('/versions')).length;
    const due = await plansDraftBulkUpdate.run({
      ctx,
      input: { selection, changes: [{ field: 'dueDate', verb: 'set', to: '2026-12-25' }] },
    });
    const before = await versionReads();
    expect(await show(ctx, due.id)).toEqual([]);
    expect(await versionReads()).toBe(before);

    const plan = await plansDraftBulkUpdate.run({
      ctx,
      input: {
        selection,
        changes: [{ field: 'milestone', verb: 'add', values: [{ label: 'Sprint 2', byProject }] }],
      },
    });
    const drafted = await versionReads();
    await theirs(w).versions.remove(IDS.demo, IDS.sprint2);
    expect(await show(ctx, plan.id)).toEqual([
      { issueId: w.ids[0], what: 'milestone', reason: 'gone', name: 'Sprint 2' },
    ]);
    expect(await versionReads()).toBe(drafted + 1);
  });
});
