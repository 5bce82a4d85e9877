import { eq, sql } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { planItems, plans } from '@/lib/db/schema';
import { databaseKinds } from '@/lib/testing/test-database';
import type { PlanRow } from './claim';
import { prunePlanItems } from './prune-plans';
import { createWorld, toEnglish, type World } from './testing';

const worlds: World[] = [];
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

describe.each(databaseKinds)('rows of old plans on %s', (kind) => {
  it('go a week after the plan expired, if it was superseded or discarded and nothing needs them', async () => {
    const w = await createWorld(kind, { issues: 2 });
    worlds.push(w);
    const change = (plan: PlanRow, set: Partial<PlanRow>, expiredDaysAgo: number) =>
      w.db
        .update(plans)
        .set({ ...set, expiresAt: sql`now() - ${expiredDaysAgo}::int * interval '1 day'` })
        .where(eq(plans.id, plan.id));
    const made = async (set: Partial<PlanRow>, expiredDaysAgo: number) => {
      const plan = await w.plan(toEnglish);
      await change(plan, set, expiredDaysAgo);
      return plan;
    };
    const gone = [await made({ state: 'superseded' }, 8), await made({ state: 'discarded' }, 8)];
    const revised = await made({ state: 'superseded' }, 8);
    const ofRun = await made({ state: 'superseded' }, 8);
    await w.approve(ofRun);
    const kept = [
      await made({ state: 'superseded' }, 6),
      await made({ state: 'ready' }, 8),
      await made({ state: 'approved' }, 8),
      revised,
      await made({ state: 'drafting', revisionOf: revised.id }, 8),
      ofRun,
    ];

    expect(await prunePlanItems(w.db)).toBe(4);
    const left = await w.db.selectDistinct({ id: planItems.planId }).from(planItems);
    expect(left.map(({ id }) => id).sort()).toEqual(kept.map(({ id }) => id).sort());
    const rows = await w.db.select({ id: plans.id }).from(plans);
    expect(rows).toHaveLength(gone.length + kept.length);
    expect(await prunePlanItems(w.db)).toBe(0);
  });
});
