import { describe, expect, test } from 'vitest';
import { toEnglish } from '@/lib/runs/testing';
import type { ServerProcess } from '../server-process';
import { databaseKinds } from '../test-database';
import { type CrashWorld, createCrashWorld, eventually } from './crash-world';

const issues = 5;
const instances = databaseKinds.filter((kind) => kind === 'postgres');

async function startReady(world: CrashWorld, failpoint?: string): Promise<ServerProcess> {
  const server = await world.start({ failpoint });
  await server.ready();
  return server;
}

/** Two servers, and a run that one of them has taken: its second write is held at the space. */
async function startTwo(world: CrashWorld): Promise<{ owner: ServerProcess; other: ServerProcess }> {
  const first = await startReady(world);
  const second = await startReady(world);
  await world.holdPatch(2);
  await world.approved({ changes: toEnglish });
  await world.untilHeld();
  const owner = await world.ownerAmong([first, second]);
  return { owner, other: owner === first ? second : first };
}

/** A server that takes the run and stops itself at a step, for as long as the test likes. */
async function startFreezing(world: CrashWorld, failpoint: string): Promise<ServerProcess> {
  const server = await world.start({ failpoint: `${failpoint}:freeze` });
  await eventually(async () => server.isFrozen(), 100);
  return server;
}

/** The run ended by itself: every issue written once, by one instance at a time. */
async function expectOneHand(world: CrashWorld): Promise<void> {
  const { violations, runs, items, patches } = await world.verdict();
  expect(violations).toEqual([]);
  expect(runs.map((run) => run.state)).toEqual(['done']);
  expect(items.map((item) => item.state)).toEqual(world.ids.map(() => 'applied'));
  expect(patches).toHaveLength(issues);
}

const inWorld = (work: (world: CrashWorld) => Promise<void>) => async () => {
  const world = await createCrashWorld('postgres', { issues, latencyMs: 40 });
  try {
    await work(world);
  } finally {
    await world.close();
  }
};

describe.each(instances)('several instances on one %s', () => {
  test.concurrent(
    'row 32: the owner is killed with a write in flight: another one ends the run',
    inWorld(async (world) => {
      const { owner, other } = await startTwo(world);
      await owner.kill();
      world.release();
      await world.untilRunsEnd(other);
      await expectOneHand(world);
    }),
  );

  test.concurrent(
    'row 33: the owner is frozen with a write in flight and wakes while another one writes',
    inWorld(async (world) => {
      const { owner, other } = await startTwo(world);
      owner.freeze();
      await world.holdPatch(2);
      world.release();
      await world.untilHeld();
      owner.thaw();
      await owner.ready();
      world.release();
      await world.untilRunsEnd(other);
      await expectOneHand(world);
    }),
  );

  test.concurrent(
    'row 33: the owner is frozen right before it sends: what it held back is never sent',
    inWorld(async (world) => {
      await world.approved({ changes: toEnglish });
      const owner = await startFreezing(world, 'item.beforeSend:2');
      await world.holdPatch(2);
      const other = await startReady(world);
      await world.untilHeld();
      owner.thaw();
      await owner.ready();
      world.release();
      await world.untilRunsEnd(other);
      await expectOneHand(world);
    }),
  );

  test.concurrent(
    'of three, one is killed and one frozen while each owns the run: the third ends it',
    inWorld(async (world) => {
      await world.approved({ changes: toEnglish });
      await world.untilKilled(await world.start({ failpoint: 'item.afterSend:2' }));
      const frozen = await startFreezing(world, 'item.beforeSend:2');
      await world.holdPatch(2);
      const third = await startReady(world);
      await world.untilHeld();
      frozen.thaw();
      await frozen.ready();
      world.release();
      await world.untilRunsEnd(third);
      await expectOneHand(world);
    }),
  );

  test.concurrent(
    'the owner is told to end: it finishes the item in flight and another one goes on',
    inWorld(async (world) => {
      const { owner, other } = await startTwo(world);
      const ended = owner.stop();
      world.release();
      expect(await ended).toBe(0);
      await world.untilRunsEnd(other);
      await expectOneHand(world);
    }),
  );
});
