import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { plans } from '@/lib/db/schema';
import { IDS } from '@/lib/demo-space/testing';
import { createWorld, FIRST, toEnglish, untilState, type World } from '@/lib/runs/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { plansDraftAgain } from '../plans/draft-again';
import { plansGet } from '../plans/get';
import { plansRefresh } from '../plans/refresh';
import { codeOf, contextOf, type TestContext } from '../testing';
import { runsConflicts } from './conflicts';

const worlds: World[] = [];
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

describe.each(databaseKinds)('conflicts looked at again on %s', (kind) => {
  /** A run of three; somebody else had changed the assignee of the first two. */
  async function conflicting(): Promise<{ w: World; ctx: TestContext; runId: string; planId: string }> {
    const w = await createWorld(kind, { issues: 3 });
    worlds.push(w);
    const plan = await w.plan(toEnglish);
    await w.edit(FIRST, { assigneeId: IDS.admin });
    await w.edit(FIRST + 1, { assigneeId: IDS.admin });
    const run = await w.approve(plan);
    w.worker();
    await untilState(w, run.id, 'done');
    return { w, ctx: contextOf(w), runId: run.id, planId: plan.id };
  }
  const conflictsOf = async (ctx: TestContext, runId: string) => {
    const answer = await runsConflicts.run({ ctx, input: { runId } });
    expect(runsConflicts.output.parse(answer)).toEqual(answer);
    return answer.conflicts;
  };
  const again = (ctx: TestContext, runId: string, issueIds: number[]) =>
    plansDraftAgain.run({ ctx, input: { runId, issueIds } });

  it('show three values per field; the present one is read at this moment, with who changed it', async () => {
    const { w, ctx, runId } = await conflicting();
    await w.edit(FIRST, { assigneeId: IDS.normal });
    await w.edit(FIRST + 1, { priorityId: 2 });
    const [first, second, ...more] = await conflictsOf(ctx, runId);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ issueId: FIRST, state: 'asPlanned', fields: [{ inConflict: false }] });
    expect(second).toMatchObject({
      issueId: FIRST + 1,
      state: 'changed',
      by: { name: 'Emma' },
      fields: [
        {
          field: 'assignee',
          planned: { id: IDS.normal },
          now: { id: IDS.admin },
          yours: { id: IDS.english },
          inConflict: true,
        },
      ],
    });
  });

  it('say so when the value is there already or the issue is gone', async () => {
    const { w, ctx, runId } = await conflicting();
    await w.edit(FIRST, { assigneeId: IDS.english });
    const found = await conflictsOf(ctx, runId);
    expect(found.map(({ state }) => state)).toEqual(['atTarget', 'changed']);
    const nothing = { kind: 'status' as const, status: 200, body: [] };
    await w.fault({ match: { method: 'GET', path: '/api/v2/issues' }, effect: nothing, times: 1 });
    const gone = await conflictsOf(ctx, runId);
    expect(gone).toMatchObject([
      { state: 'gone', fields: [] },
      { state: 'gone', fields: [] },
    ]);
  });

  it('become a new plan of the same changes for the chosen issues; nothing is written before it is approved', async () => {
    const { w, ctx, runId } = await conflicting();
    const sent = (await w.patches()).length;
    const plan = await again(ctx, runId, [FIRST + 1]);
    expect(plan).toMatchObject({ number: 2, revision: 1, state: 'ready', includedCount: 1 });
    const detail = await plansGet.run({ ctx, input: { planId: plan.id } });
    expect(detail.items).toMatchObject([
      {
        issueId: FIRST + 1,
        diffs: [{ field: 'assignee', before: { id: IDS.admin }, after: { id: IDS.english } }],
      },
    ]);
    const sourceOf = async (id: string) =>
      (await w.db.select({ id: plans.sourceRunId }).from(plans).where(eq(plans.id, id)))[0]?.id;
    expect(await sourceOf(plan.id)).toBe(runId);
    const renewed = await plansRefresh.run({ ctx, input: { planId: plan.id } });
    expect(await sourceOf(renewed.id)).toBe(runId);
    expect(await w.patches()).toHaveLength(sent);
  });

  it('are planned again only for issues that the run did not update, and never out of an undo', async () => {
    const { w, ctx, runId, planId } = await conflicting();
    expect(await codeOf(again(ctx, runId, [FIRST, FIRST + 2]))).toBe('BAD_INPUT');
    expect(await codeOf(again(ctx, runId, [IDS.second]))).toBe('BAD_INPUT');
    await w.db.update(plans).set({ kind: 'undo' }).where(eq(plans.id, planId));
    expect(await codeOf(again(ctx, runId, [FIRST]))).toBe('PLAN_KIND');
  });
});
