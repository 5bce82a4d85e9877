import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { runs } from '@/lib/db/schema';
import { IDS } from '@/lib/demo-space/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import type { RunRow } from './claim';
import { cancelRun, resumeRun } from './control';
import { patchOf, states, verdict, worldsOfTests } from './fault-matrix/testing';
import { FIRST, SPACE, testTimings, toEnglish, untilState, type World } from './testing';

const { world } = worldsOfTests();
const key = (run: RunRow) => ({ runId: run.id, spaceHost: SPACE, userId: IDS.admin });
const refuseAll = { match: { method: 'PATCH' }, effect: { kind: 'status', status: 400 } } as const;

async function approveWith(w: World, stopAfter: number | null): Promise<RunRow> {
  const run = await w.approve(await w.plan(toEnglish));
  await w.db.update(runs).set({ stopAfter }).where(eq(runs.id, run.id));
  return run;
}

describe.each(databaseKinds)('the stop after failures on %s', (kind) => {
  it('row 52: stops for the person, says how many failed, and goes on from there when they say so', async () => {
    const w = await world(kind, 8);
    const run = await approveWith(w, 3);
    await w.fault(refuseAll);
    w.worker();
    const stopped = await untilState(w, run.id, 'paused');
    expect(stopped).toMatchObject({ waitReason: 'failures', waitDetail: { failures: 3 }, leaseOwner: null });
    expect(await w.patches()).toHaveLength(3);

    expect(await resumeRun(w.db, key(run))).toBe(true);
    await untilState(w, run.id, 'running', 'paused');
    const again = await untilState(w, run.id, 'paused');
    expect(again).toMatchObject({ failuresAccepted: 3, waitDetail: { failures: 6 } });

    await w.clearFaults();
    expect(await resumeRun(w.db, key(run))).toBe(true);
    const done = await untilState(w, run.id, 'done');
    expect(done).toMatchObject({ failuresAccepted: 6, waitReason: null, waitDetail: null });
    expect(done.counts).toEqual({
      applied: 2,
      unchanged: 0,
      conflict: 0,
      rejected: 6,
      cancelled: 0,
      unknown: 0,
    });
    expect(await verdict(w)).toEqual([]);
  });

  it('row 52: stopped for the person, who cancels: the rest is cancelled without a request', async () => {
    const w = await world(kind, 5);
    const run = await approveWith(w, 2);
    await w.fault(refuseAll);
    w.worker();
    await untilState(w, run.id, 'paused');
    expect(await cancelRun(w.db, key(run))).toBe(true);
    const ended = await untilState(w, run.id, 'cancelled');
    expect(ended.counts).toMatchObject({ rejected: 2, cancelled: 3, applied: 0 });
    expect(await w.patches()).toHaveLength(2);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 52: counts neither conflicts nor what needed no change, but what is unknown', async () => {
    const w = await world(kind, 5);
    const plan = await w.plan([...toEnglish, { field: 'comment', verb: 'add', text: '担当を替えます' }]);
    const run = await w.approve(plan);
    await w.db.update(runs).set({ stopAfter: 2 }).where(eq(runs.id, run.id));
    await w.edit(FIRST, { assigneeId: IDS.admin });
    await w.edit(FIRST + 1, { assigneeId: IDS.admin });
    await w.fault({ match: patchOf(FIRST + 2), effect: { kind: 'status', status: 500 } });
    await w.fault({ match: patchOf(FIRST + 3), effect: { kind: 'status', status: 400 } });
    // Decided before the last item has its turn: one millisecond passes with every statement.
    w.worker({ timings: { ...testTimings, settleMs: 1 } });
    expect(await untilState(w, run.id, 'paused')).toMatchObject({ waitDetail: { failures: 2 } });
    expect(states(await w.items(run.id)).sort()).toEqual([
      'conflict',
      'conflict',
      'planned',
      'rejected',
      'unknown',
    ]);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 52: goes on to the end when the person wants no stop, and stops nothing that is over', async () => {
    const w = await world(kind, 4);
    const never = await approveWith(w, null);
    await w.fault(refuseAll);
    w.worker();
    await untilState(w, never.id, 'done');
    const last = await approveWith(w, 4);
    await untilState(w, last.id, 'done');
    expect(states(await w.items(last.id))).toEqual(Array(4).fill('rejected'));
    expect(await verdict(w)).toEqual([]);
  });

  it('row 52: counts what failed before the process died', async () => {
    const w = await world(kind, 6);
    const run = await approveWith(w, 3);
    await w.fault(refuseAll);
    let dead = false;
    w.worker({
      observer: (step, { position }) => {
        if (dead || step !== 'item.beforeIntent' || position !== 2) return;
        dead = true;
        throw new Error('died');
      },
    });
    expect(await untilState(w, run.id, 'paused')).toMatchObject({ waitDetail: { failures: 3 } });
    expect((await w.run(run.id)).leaseEpoch).toBe(2);
    expect(await w.patches()).toHaveLength(3);
    expect(await verdict(w)).toEqual([]);
  });
});
