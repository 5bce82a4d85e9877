import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { plans } from '@/lib/db/schema';
import { IDS } from '@/lib/demo-space/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import type { PlanRow } from './claim';
import { loadPlanItems } from './plan-items';
import { createWorld, FIRST, testTimings, toEnglish, until, type World } from './testing';

const worlds: World[] = [];
async function world(kind: (typeof databaseKinds)[number], issues: number): Promise<World> {
  const made = await createWorld(kind, { issues });
  worlds.push(made);
  return made;
}
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

function untilPlan(w: World, id: string, ...states: PlanRow['state'][]): Promise<PlanRow> {
  return until(async () => {
    const [plan] = await w.db.select().from(plans).where(eq(plans.id, id));
    return plan !== undefined && states.includes(plan.state) ? plan : null;
  });
}

describe.each(databaseKinds)('a draft on %s', (kind) => {
  it('of many issues is filled by the worker, 100 ids per call, in the order of the selection', async () => {
    const w = await world(kind, 450);
    const ids = [...w.ids].reverse();
    const plan = await w.plan(toEnglish, {
      inBackground: true,
      selection: { kind: 'ids', ids: [...ids, 99], projectIds: [IDS.demo] },
    });
    w.worker();
    const ready = await untilPlan(w, plan.id, 'ready');
    expect(ready).toMatchObject({
      includedCount: 450,
      readCount: 451,
      counts: { change: 450, unchanged: 0, needsReview: 0, blocked: 1 },
      fieldCounts: { assignee: 450 },
      leaseOwner: null,
    });
    expect(ready.digest).toMatch(/^[0-9a-f]{64}$/);
    const items = await loadPlanItems(w.db, plan.id);
    expect(items.map((item) => item.issueId)).toEqual([...ids, 99]);
    expect(items.at(-1)).toMatchObject({ pile: 'blocked', blocks: [{ code: 'ISSUE_GONE' }] });
    const lists = (await w.log()).filter((entry) => entry.path === '/api/v2/issues');
    expect(lists).toHaveLength(5);
  });

  it('of everything that matches walks the filter on the server', async () => {
    const w = await world(kind, 230);
    const query = { projectIds: [IDS.demo], assigneeIds: [IDS.normal] };
    const plan = await w.plan(toEnglish, {
      inBackground: true,
      selection: { kind: 'allMatching', filter: {}, countSeen: 231, query },
    });
    w.worker();
    const ready = await untilPlan(w, plan.id, 'ready');
    // The small space has one more issue of this person.
    expect(ready.includedCount).toBe(231);
  });

  it('that fails keeps the code a person is shown', async () => {
    const w = await world(kind, 3);
    await w.fault({ match: { path: '/api/v2/issues' }, effect: { kind: 'status', status: 403 }, times: 50 });
    const plan = await w.plan(toEnglish, { inBackground: true });
    w.worker();
    const failed = await untilPlan(w, plan.id, 'failed');
    expect(failed.failureCode).toBe('BACKLOG_FORBIDDEN');
  });

  it('whose process dies is begun again by the next, and never half visible', async () => {
    const w = await world(kind, 3);
    const plan = await w.plan(toEnglish, { inBackground: true });
    const die = () => {
      throw new Error('process died');
    };
    const dying = w.worker({ observer: (step) => (step === 'draft.beforeCommit' ? die() : undefined) });
    await until(async () => {
      const [row] = await w.db.select().from(plans).where(eq(plans.id, plan.id));
      return row?.readCount === 3 ? true : null;
    });
    await dying.stop();
    expect(await loadPlanItems(w.db, plan.id)).toEqual([]);
    w.worker();
    expect((await untilPlan(w, plan.id, 'ready')).draftAttempts).toBeGreaterThan(1);
    expect((await loadPlanItems(w.db, plan.id)).map((item) => item.issueId)).toEqual([
      FIRST,
      FIRST + 1,
      FIRST + 2,
    ]);
  });

  it('that was discarded while it was being filled stays discarded', async () => {
    const w = await world(kind, 3);
    const plan = await w.plan(toEnglish, { inBackground: true });
    w.worker({
      timings: testTimings,
      observer: async (step) => {
        if (step === 'draft.beforeCommit') {
          await w.db.update(plans).set({ state: 'discarded', leaseOwner: null }).where(eq(plans.id, plan.id));
        }
      },
    });
    await untilPlan(w, plan.id, 'discarded');
    await until(async () => ((await w.log()).length > 0 ? true : null));
    expect(await loadPlanItems(w.db, plan.id)).toEqual([]);
  });
});
