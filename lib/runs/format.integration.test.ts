import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { PLAN_FORMAT } from '@/lib/bulk/plan';
import { plans } from '@/lib/db/schema';
import { databaseKinds } from '@/lib/testing/test-database';
import { states, verdict, worldsOfTests } from './fault-matrix/testing';
import { toEnglish, untilState } from './testing';

const { world } = worldsOfTests();

describe.each(databaseKinds)('a plan stored by another version on %s', (kind) => {
  it('row 48: that is newer than this one is not guessed at: the run stops before anything is asked or sent', async () => {
    const w = await world(kind, 2);
    const plan = await w.plan(toEnglish);
    await w.db
      .update(plans)
      .set({ format: PLAN_FORMAT + 1 })
      .where(eq(plans.id, plan.id));
    const run = await w.approve(plan);
    const before = (await w.log()).length;
    w.worker();
    const paused = await untilState(w, run.id, 'paused');
    expect(paused).toMatchObject({ waitReason: 'format', leaseOwner: null, waitUntil: null });
    expect(await w.log()).toHaveLength(before);
    expect(states(await w.items(run.id))).toEqual(['planned', 'planned']);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 48: that is older is carried out', async () => {
    const w = await world(kind, 2);
    const plan = await w.plan(toEnglish);
    await w.db.update(plans).set({ format: 1 }).where(eq(plans.id, plan.id));
    const run = await w.approve(plan);
    w.worker();
    await untilState(w, run.id, 'done');
    expect(states(await w.items(run.id))).toEqual(['applied', 'applied']);
    expect(await verdict(w)).toEqual([]);
  });
});
