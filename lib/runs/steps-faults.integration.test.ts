import { afterEach, describe, expect, it } from 'vitest';
import { stepItem } from '@/lib/bulk';
import { IDS } from '@/lib/demo-space/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { createVirtualClock } from '@/lib/testing/virtual-clock';
import { lookAgain } from './settle';
import type { StepName } from './step-observer';
import { archive, create, milestones, readyPlan, remove, writes } from './steps-fixtures';
import { createWorld, SPACE, untilState, type World } from './testing';

const worlds: World[] = [];
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

const sent = {
  create: 'POST /versions',
  archive: `PATCH /versions/${IDS.sprint1}`,
  remove: `DELETE /versions/${IDS.sprint2}`,
};

/** A run of one side step of each kind. */
async function runOfSteps(kind: (typeof databaseKinds)[number]) {
  const w = await createWorld(kind, { issues: 0, clock: createVirtualClock(), space: { latencyMs: 128 } });
  worlds.push(w);
  const rows = [create, archive, remove].map((step, index) =>
    stepItem(step, { number: index + 1, stage: 0 }),
  );
  return { w, run: await w.approve(await readyPlan(w, rows)) };
}

/** A worker whose process dies the first time that each item comes to `step`. */
function dieAt(step: StepName) {
  const died = new Set<number | null>();
  return (now: StepName, { position }: { position: number | null }) => {
    if (now !== step || died.has(position)) return;
    died.add(position);
    throw new Error(`died at ${step}`);
  };
}

describe.each(databaseKinds)('process death in side steps on %s', (kind) => {
  it.each(['item.afterIntent', 'item.beforeSend'] as const)(
    'at %s: only the absolute value is sent again, the others are never sent blindly',
    async (at) => {
      const { w, run } = await runOfSteps(kind);
      w.worker({ observer: dieAt(at) });
      await untilState(w, run.id, 'done');
      expect(await w.items(run.id)).toMatchObject([
        { state: 'unknown', reason: { code: 'ANSWER_LOST' } },
        { state: 'applied' },
        { state: 'rejected', reason: { code: 'NOT_CARRIED_OUT' } },
      ]);
      expect(await writes(w)).toEqual([sent.archive]);
    },
  );

  it.each([
    'item.beforeIntent',
    'item.afterSend',
    'item.afterAnswer',
    'item.beforeRecord',
    'item.afterRecord',
  ] as const)('at %s: each is sent exactly once', async (at) => {
    const { w, run } = await runOfSteps(kind);
    w.worker({ observer: dieAt(at) });
    await untilState(w, run.id, 'done');
    const after = await milestones(w);
    expect(await w.items(run.id)).toMatchObject([
      { state: 'applied', createdId: after.get('Sprint 3')?.id },
      { state: 'applied' },
      { state: 'applied' },
    ]);
    expect(await writes(w)).toEqual([sent.create, sent.archive, sent.remove]);
    expect(after.get('Sprint 1')?.archived).toBe(true);
    expect(after.has('Sprint 2')).toBe(false);
  });
});

describe.each(databaseKinds)('lost answers to side steps on %s', (kind) => {
  async function loseAll(effect: 'reset-before' | 'reset-after') {
    const { w, run } = await runOfSteps(kind);
    for (const method of ['POST', 'PATCH', 'DELETE']) {
      await w.fault({ match: { method }, effect: { kind: effect }, times: 1 });
    }
    w.worker();
    await untilState(w, run.id, 'done');
    const states = (await w.items(run.id)).map((item) => item.state);
    return { states, sent: (await writes(w)).toSorted() };
  }

  it('carried out: read back, applied, each sent once', async () => {
    expect(await loseAll('reset-after')).toEqual({
      states: ['applied', 'applied', 'applied'],
      sent: [sent.remove, sent.archive, sent.create],
    });
  });

  it('created after we had given up: looking again finds it, with its id', async () => {
    const { w, run } = await runOfSteps(kind);
    await w.fault({ match: { method: 'POST' }, effect: { kind: 'reset-before' }, times: 1 });
    w.worker();
    await untilState(w, run.id, 'done');
    const key = { runId: run.id, spaceHost: SPACE, userId: IDS.admin };
    expect(await lookAgain(w.db, w.client, key, 0)).toBe('unknown');
    const { name, startDate, dueDate } = create;
    const made = await w.client.versions.create(IDS.demo, { name, startDate, releaseDueDate: dueDate });
    expect(await lookAgain(w.db, w.client, key, 0)).toBe('applied');
    expect((await w.items(run.id))[0]).toMatchObject({ state: 'applied', createdId: made.id });
  });

  it('vanished: after their time only the absolute value is sent again', async () => {
    expect(await loseAll('reset-before')).toEqual({
      states: ['unknown', 'applied', 'rejected'],
      sent: [sent.remove, sent.archive, sent.archive, sent.create],
    });
  });
});
