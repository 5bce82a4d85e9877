import { describe, expect, it } from 'vitest';
import { databaseKinds } from '@/lib/testing/test-database';
import { patchOf, states, verdict, worldsOfTests } from './fault-matrix/testing';
import { systemRunClock } from './run-clock';
import type { StepName } from './step-observer';
import { FIRST, testTimings, toEnglish, until, untilState } from './testing';

const { world } = worldsOfTests();

describe.each(databaseKinds)('a worker that was frozen for longer than its claim on %s', (kind) => {
  it.each(['monotonic', 'now'] as const)(
    'row 33: sends nothing when it wakes right before the socket, by its %s clock alone',
    async (which) => {
      const w = await world(kind, 3);
      const run = await w.approve(await w.plan(toEnglish));
      let frozenMs = 0;
      const clock = {
        ...systemRunClock,
        [which]: () => systemRunClock[which]() + frozenMs,
      };
      const seen: StepName[] = [];
      w.worker({
        clock,
        observer: (step, { position }) => {
          if (position !== 0) return;
          seen.push(step);
          // Nothing but the clock tells that time has passed: the claim in the database still stands.
          if (step === 'item.beforeSend') frozenMs = testTimings.leaseMs;
        },
      });
      await untilState(w, run.id, 'done');
      const begun = ['item.beforeIntent', 'item.afterIntent', 'item.beforeSend'];
      expect(seen.slice(0, 7)).toEqual([...begun, ...begun, 'item.afterSend']);
      expect((await w.patches()).map((patch) => patch.path)).toEqual(w.ids.map((id) => patchOf(id).path));
      expect((await w.items(run.id)).map((item) => item.attempt)).toEqual([1, 1, 1]);
      expect(await verdict(w)).toEqual([]);
    },
  );

  it('row 32: whose run goes on elsewhere sends nothing and records nothing any more', async () => {
    const w = await world(kind, 3);
    const run = await w.approve(await w.plan(toEnglish));
    let wake: () => void = () => undefined;
    const asleep = new Promise<void>((resolve) => {
      wake = resolve;
    });
    let frozenMs = 0;
    let slept = false;
    const frozen = w.worker({
      // Frozen as a whole: it renews nothing while it sleeps.
      clock: {
        ...systemRunClock,
        monotonic: () => systemRunClock.monotonic() + frozenMs,
        sleep: async (ms, signal) => {
          if (slept) await asleep;
          return systemRunClock.sleep(ms, signal);
        },
      },
      observer: async (step, { position }) => {
        if (slept || step !== 'item.beforeSend' || position !== 1) return;
        slept = true;
        await asleep;
      },
    });
    await until(async () => (slept ? true : null));
    w.worker();
    await untilState(w, run.id, 'done');
    const atEnd = await w.patches();
    frozenMs = 10 * testTimings.leaseMs;
    wake();
    await frozen.stop();
    expect(await w.patches()).toEqual(atEnd);
    expect(atEnd.map((patch) => patch.path)).toEqual(w.ids.map((id) => patchOf(id).path));
    expect(states(await w.items(run.id))).toEqual(Array(3).fill('applied'));
    expect(await verdict(w)).toEqual([]);
  });
});

describe('the step after the request has left', () => {
  it('comes when Backlog has the request and before its answer counts; death there sends nothing twice', async () => {
    const w = await world('pglite', 2);
    const run = await w.approve(await w.plan(toEnglish));
    const seen: StepName[] = [];
    let dead = false;
    w.worker({
      async observer(step, { position }) {
        if (position !== 0 || dead) return;
        seen.push(step);
        if (step !== 'item.afterSend') return;
        await until(async () => ((await w.patches()).length > 0 ? true : null));
        dead = true;
        throw new Error('died');
      },
    });
    await untilState(w, run.id, 'done');
    expect(seen.slice(-2)).toEqual(['item.beforeSend', 'item.afterSend']);
    expect((await w.patches()).filter((patch) => patch.path === patchOf(FIRST).path)).toHaveLength(1);
    expect(states(await w.items(run.id))).toEqual(['applied', 'applied']);
  });
});
