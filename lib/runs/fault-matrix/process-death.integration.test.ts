import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { audit, plans } from '@/lib/db/schema';
import { IDS } from '@/lib/demo-space/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { cancelRun } from '../control';
import type { StepName } from '../step-observer';
import { FIRST, SPACE, toEnglish, untilIn, untilState, type World } from '../testing';
import { patchOf, states, verdict, withComment, worldsOfTests } from './testing';

// The process dies in earnest in lib/testing/crash; here each point is met to the statement, on a virtual clock.
const { virtualWorld } = worldsOfTests();

/** A worker whose process dies the first time it comes to `step` with the item at `position`. */
function dieAt(step: StepName, position: number | null = 1) {
  let dead = false;
  return (now: StepName, subject: { position: number | null }) => {
    if (dead || now !== step || subject.position !== position) return;
    dead = true;
    throw new Error(`died at ${step}`);
  };
}

/** The process dies for good when the first item's request has left; Backlog carries it out 20 s later. */
async function dieWithLateWrite(w: World, runId: string): Promise<void> {
  await w.fault({ match: patchOf(FIRST), effect: { kind: 'late-apply', ms: 20_000 }, times: 1 });
  const died = w.worker({ observer: dieAt('item.afterSend', 0) });
  await untilIn(w, async () => (states(await w.items(runId))[0] === 'intent' ? true : null));
  await died.stop();
}

describe.each(databaseKinds)('a process that dies on %s', (kind) => {
  it.each([
    [34, 'item.beforeIntent'],
    [34, 'item.afterIntent'],
    [34, 'item.beforeSend'],
    [35, 'item.afterSend'],
    [35, 'item.afterAnswer'],
    [35, 'item.beforeRecord'],
    [35, 'item.afterRecord'],
  ] as const)(
    'row %i: death at %s → the next owner goes on, every issue gets exactly one PATCH',
    async (_, step) => {
      const { w } = await virtualWorld(kind, 4);
      const run = await w.approve(await w.plan(toEnglish));
      w.worker({ observer: dieAt(step) });
      await untilState(w, run.id, 'done');
      expect(new Set(states(await w.items(run.id)))).toEqual(new Set(['applied']));
      expect((await w.patches()).map((patch) => patch.path)).toEqual(w.ids.map((id) => patchOf(id).path));
      expect((await w.run(run.id)).leaseEpoch).toBeGreaterThan(1);
      const record = await w.db.select().from(audit).where(eq(audit.subjectId, run.id));
      expect(record.filter((row) => row.event === 'run.item')).toHaveLength(4);
      expect(await verdict(w)).toEqual([]);
    },
  );

  it('row 34: death before a PATCH with a comment → never sent, unknown', async () => {
    const { w } = await virtualWorld(kind, 3);
    const run = await w.approve(await w.plan(withComment));
    w.worker({ observer: dieAt('item.beforeSend') });
    await untilState(w, run.id, 'done');
    const items = await w.items(run.id);
    expect(states(items)).toEqual(['applied', 'unknown', 'applied']);
    expect(items[1]?.reason).toMatchObject({ code: 'ANSWER_LOST' });
    expect(await w.patches()).toHaveLength(2);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 35: death after a PATCH with a comment → our comment is found, nothing is sent again', async () => {
    const { w } = await virtualWorld(kind, 3);
    const run = await w.approve(await w.plan(withComment));
    w.worker({ observer: dieAt('item.afterAnswer') });
    await untilState(w, run.id, 'done');
    expect(new Set(states(await w.items(run.id)))).toEqual(new Set(['applied']));
    expect(await w.patches()).toHaveLength(3);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 35: stopped right after the death → a write that Backlog still carries out is not called cancelled', async () => {
    const { w } = await virtualWorld(kind, 2);
    const run = await w.approve(await w.plan(toEnglish));
    await dieWithLateWrite(w, run.id);
    expect(await cancelRun(w.db, { runId: run.id, spaceHost: SPACE, userId: IDS.admin })).toBe(true);
    w.worker();
    await untilState(w, run.id, 'cancelled');
    expect(states(await w.items(run.id))).toEqual(['applied', 'cancelled']);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 35: somebody else’s value right after the death → no conflict before our write has had its time', async () => {
    const { w } = await virtualWorld(kind, 1);
    const run = await w.approve(await w.plan(toEnglish));
    await dieWithLateWrite(w, run.id);
    await w.edit(FIRST, { assigneeId: IDS.admin });
    w.worker();
    await untilState(w, run.id, 'done');
    expect(states(await w.items(run.id))).toEqual(['applied']);
    expect(await verdict(w)).toEqual([]);
  });

  it.each(['draft.beforeCommit', 'draft.afterCommit'] as const)(
    'row 36: death at %s of a plan → no half plan to be seen, the next owner makes it whole',
    async (step) => {
      const { w } = await virtualWorld(kind, 5);
      const draft = await w.plan(toEnglish, { inBackground: true });
      const died = w.worker({ observer: dieAt(step, null) });
      await untilIn(w, async () => {
        const [plan] = await w.db.select().from(plans).where(eq(plans.id, draft.id));
        return plan !== undefined && plan.draftAttempts > 0 ? true : null;
      });
      await died.stop();
      w.worker();
      const ready = await untilIn(w, async () => {
        const [plan] = await w.db.select().from(plans).where(eq(plans.id, draft.id));
        return plan?.state === 'ready' ? plan : null;
      });
      expect(ready).toMatchObject({ includedCount: 5, failureCode: null });
      const run = await w.approve(ready);
      await untilState(w, run.id, 'done');
      expect(await w.patches()).toHaveLength(5);
      expect(await verdict(w)).toEqual([]);
    },
  );

  it('row 37: told to end → the item in flight is finished and recorded, the claim given back, another goes on', async () => {
    const { w } = await virtualWorld(kind, 8, { space: { latencyMs: 200 } });
    const run = await w.approve(await w.plan(toEnglish));
    const first = w.worker();
    await untilIn(w, async () => ((await w.patches()).length >= 2 ? true : null), 20);
    await first.stop();
    const between = await w.items(run.id);
    expect(states(between)).not.toContain('intent');
    expect((await w.patches()).length).toBe(between.filter((item) => item.state === 'applied').length);
    expect(await w.run(run.id)).toMatchObject({ state: 'running', leaseOwner: null });
    w.worker();
    await untilState(w, run.id, 'done');
    expect(await w.patches()).toHaveLength(8);
    expect(await verdict(w)).toEqual([]);
  });
});
