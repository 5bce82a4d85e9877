import { describe, expect, it } from 'vitest';
import type { ClosureInput } from '@/lib/bulk';
import { plans, runs } from '@/lib/db/schema';
import { IDS } from '@/lib/demo-space/testing';
import { FIRST } from '@/lib/runs/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { plansApprove } from '../plans/approve';
import { plansRefresh } from '../plans/refresh';
import { plansShow } from '../plans/show';
import { codeOf, contextOf, type TestContext } from '../testing';
import { closuresOfTests } from './testing';

describe.each(databaseKinds)('what stands against a closure on %s', (kind) => {
  const { setUp, draft, get, record, approve, carryOut, held } = closuresOfTests(kind);

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

    it('of two plans that were made before, one is approved', async () => {
      const { w, ctx } = await setUp();
      const other = contextOf(w, lead);
      const theirs = await draft(other, { next: fresh('Sprint 4') });
      const again = await draft(ctx, { next: fresh('Sprint 5') });
      const { ticketId } = await plansShow.run({ ctx: other, input: { planId: theirs.id } });
      const input = { planId: theirs.id, digest: theirs.digest ?? '', ticketId, pace: 'limit' as const };
      const { runId } = await approve(ctx, await draft(ctx));
      const underWay = { code: 'CLOSURE_UNDER_WAY', details: { milestone: 'Sprint 1' } };
      await expect(plansApprove.run({ ctx: other, input })).rejects.toMatchObject({
        ...underWay,
        details: { runId: null },
      });
      await expect(approve(ctx, again)).rejects.toMatchObject({ ...underWay, details: { runId } });
      // What was refused has cost nothing: the same ticket is good when the run has been left behind.
      await w.db.update(runs).set({ state: 'paused', waitReason: 'person' });
      expect(await codeOf(plansApprove.run({ ctx: other, input }))).toBeNull();
    });

    it('both approved: the second takes nothing out of the hands of the first', async () => {
      const { w, ctx } = await setUp();
      const other = contextOf(w, lead);
      const mine = await draft(ctx, { next: existing(IDS.sprint2, 'Sprint 2'), archive: false });
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

  it('what the milestones have become is found when a plan is approved, before its ticket is spent', async () => {
    const { w, ctx } = await setUp();
    const rename = (id: number, name: string, archived: boolean) =>
      w.client.versions.update(IDS.demo, id, { name, archived });
    const toNext = await draft(ctx, { next: existing(IDS.sprint2, 'Sprint 2') });
    const toNew = await draft(ctx);
    const { ticketId } = await plansShow.run({ ctx, input: { planId: toNext.id } });
    const input = { planId: toNext.id, digest: toNext.digest ?? '', ticketId, pace: 'limit' as const };

    await rename(IDS.sprint2, 'Sprint 2', true);
    await expect(plansApprove.run({ ctx, input })).rejects.toMatchObject({
      code: 'MILESTONE_ARCHIVED',
      details: { milestone: 'Sprint 2' },
    });
    await rename(IDS.sprint2, 'Sprint 3', false);
    expect(await codeOf(approve(ctx, toNew))).toBe('MILESTONE_NAME_TAKEN');
    await rename(IDS.sprint2, 'Sprint 2', false);
    await rename(IDS.sprint1, 'Sprint 1', true);
    expect(await codeOf(approve(ctx, toNew))).toBe('MILESTONE_ARCHIVED');
    // Made anew, the plan says so itself.
    const anew = await plansRefresh.run({ ctx, input: { planId: toNew.id } });
    await rename(IDS.sprint1, 'Sprint 1', false);
    const { runId } = await plansApprove.run({ ctx, input });
    expect(await plansApprove.run({ ctx, input })).toEqual({ runId });

    await w.db.update(runs).set({ state: 'cancelled' });
    const other = contextOf(w, { userId: IDS.normal, roleType: 2 });
    const theirs = await draft(other);
    await w.client.versions.remove(IDS.demo, IDS.sprint1);
    expect(await codeOf(approve(other, theirs))).toBe('MILESTONE_GONE');
    // Nothing is left to approve then.
    const gone = await plansRefresh.run({ ctx: other, input: { planId: theirs.id } });
    expect(gone).toMatchObject({ includedCount: 0, counts: { change: 0, blocked: 2 } });
    expect(anew.counts).toMatchObject({ change: 4, unchanged: 1 });
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
});
