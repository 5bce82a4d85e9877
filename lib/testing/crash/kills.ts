import type { StepName } from '@/lib/runs/step-observer';
import { databaseKinds } from '../test-database';
import type { CrashWorld } from './crash-world';

/** Starts a server and sees it die in the middle of the run. */
export type Kill = (world: CrashWorld) => Promise<void>;

/** At the nth passing of a step, counted from the start of the server. */
export const killAt =
  (step: StepName, nth = 2): Kill =>
  async (world) =>
    world.untilKilled(await world.start({ failpoint: `${step}:${nth}` }));

/** With its second write at Backlog, which carries it out and finds nobody to answer. */
export const killWithWriteAtBacklog: Kill = async (world) => {
  await world.holdPatch(2);
  const server = await world.start();
  await world.untilHeld();
  await server.kill();
  world.release();
};

// The embedded database takes a server twice as long to start: there one run is killed at every point in turn, on
// PostgreSQL every point has a run of its own.
export const embedded = databaseKinds.filter((kind) => kind === 'pglite');
export const onServer = databaseKinds.filter((kind) => kind === 'postgres');
