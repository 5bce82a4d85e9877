import { and, eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { audit, planItems, runs } from '@/lib/db/schema';
import { IDS } from '@/lib/demo-space/testing';
import { createWorld, toEnglish, type World } from '@/lib/runs/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { plansApprove } from '../plans/approve';
import { plansShow } from '../plans/show';
import { runsGet } from '../runs/get';
import { codeOf, contextOf, type TestContext } from '../testing';
import { settingsGet } from './get';
import { settingsSave } from './save';

const worlds: World[] = [];
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

describe.each(databaseKinds)('settings on %s', (kind) => {
  async function setUp(): Promise<{ w: World; ctx: TestContext }> {
    const w = await createWorld(kind, { issues: 1 });
    worlds.push(w);
    return { w, ctx: contextOf(w) };
  }
  const read = (ctx: TestContext) => settingsGet.run({ ctx, input: {} });
  const save = (ctx: TestContext, stopAfterFailures: number | null) =>
    settingsSave.run({ ctx, input: { stopAfterFailures } });
  async function approvalOf(w: World, ctx: TestContext) {
    const { id: planId } = await w.plan(toEnglish);
    const { ticketId } = await plansShow.run({ ctx, input: { planId } });
    const [plan] = await w.db.query.plans.findMany({ where: (table) => eq(table.id, planId) });
    return { planId, digest: plan?.digest ?? '', ticketId, pace: 'limit' as const };
  }

  it('stop runs after 20 failures until the person chooses, and belong to one person at one space', async () => {
    const { w, ctx } = await setUp();
    expect(await read(ctx)).toEqual({ stopAfterFailures: 20 });
    await save(ctx, 5);
    await save(ctx, null);
    expect(await read(ctx)).toEqual({ stopAfterFailures: null });
    expect(await read(contextOf(w, { userId: IDS.normal }))).toEqual({ stopAfterFailures: 20 });
    expect(await read(contextOf(w, { spaceHost: 'mikazuki.backlog.com' }))).toEqual({
      stopAfterFailures: 20,
    });
    const record = await w.db.select().from(audit).where(eq(audit.event, 'settings.saved'));
    expect(record.map(({ data }) => data)).toEqual(
      expect.arrayContaining([{ stopAfterFailures: 5 }, { stopAfterFailures: null }]),
    );
  });

  it('hold numbers from 1 to 1,000 or "never"', () => {
    for (const odd of [0, 1001, 2.5, -1, '20', undefined]) {
      expect(settingsSave.input.safeParse({ stopAfterFailures: odd }).success).toBe(false);
    }
    for (const good of [1, 1000, null]) {
      expect(settingsSave.input.safeParse({ stopAfterFailures: good }).success).toBe(true);
    }
  });

  it('apply to runs approved from then on, not to earlier ones', async () => {
    const { w, ctx } = await setUp();
    const first = await plansApprove.run({ ctx, input: await approvalOf(w, ctx) });
    await save(ctx, 3);
    const second = await plansApprove.run({ ctx, input: await approvalOf(w, ctx) });
    const stopOf = async ({ runId }: { runId: string }) =>
      (await runsGet.run({ ctx, input: { runId } })).stopAfter;
    expect([await stopOf(first), await stopOf(second)]).toEqual([20, 3]);
  });

  it('a plan that deletes a milestone is approved only with a word of its own', async () => {
    const { w, ctx } = await setUp();
    const input = await approvalOf(w, ctx);
    const step = { kind: 'deleteMilestone', projectId: IDS.demo, milestoneId: 1, name: 'Sprint 25' };
    const [row] = await w.db.select().from(planItems).where(eq(planItems.planId, input.planId));
    const put = (included: boolean) =>
      w.db
        .update(planItems)
        .set({ included, item: { ...Object(row?.item), step } })
        .where(and(eq(planItems.planId, input.planId), eq(planItems.position, 0)));
    await put(true);
    expect(await codeOf(plansApprove.run({ ctx, input }))).toBe('CONFIRM_NEEDED');
    expect(await w.db.select().from(runs)).toEqual([]);
    expect(
      await codeOf(plansApprove.run({ ctx, input: { ...input, confirmed: ['deleteMilestone'] } })),
    ).toBeNull();
  });
});
