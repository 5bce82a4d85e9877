import { describe, expect, test } from 'vitest';
import { toEnglish } from '@/lib/runs/testing';
import { databaseKinds } from '../test-database';
import { type CrashWorld, createCrashWorld, eventually } from './crash-world';
import { expiredTokens, tokenRequests } from './oauth-person';
import { approvePlan } from './stored-plans';

const issues = 3;

/** A person whose token has to be refreshed before the run can write. */
async function worldWithExpiredToken(kind: (typeof databaseKinds)[number]): Promise<CrashWorld> {
  const world = await createCrashWorld(kind, { issues });
  const secret = await expiredTokens(world);
  await world.withDatabase(async (db) => {
    await world.signIn(db, secret);
    await approvePlan(db, await world.draft(db, { changes: toEnglish }, { filled: true }));
  });
  return world;
}

async function expectAllWritten(world: CrashWorld): Promise<void> {
  const { violations, runs, items } = await world.verdict();
  expect(violations).toEqual([]);
  expect(runs.map((run) => run.state)).toEqual(['done']);
  expect(items.map((item) => item.state)).toEqual(world.ids.map(() => 'applied'));
}

describe.each(databaseKinds)('a server killed while it refreshes a token, on %s', (kind) => {
  test.concurrent('row 21: before it asks: it asks after the restart, once', async () => {
    const world = await worldWithExpiredToken(kind);
    try {
      await world.untilKilled(await world.start({ failpoint: 'token.beforeRefresh:1' }));
      expect(await tokenRequests(world)).toEqual([]);
      await world.untilRunsEnd(await world.start());
      await expectAllWritten(world);
      expect(await tokenRequests(world)).toEqual([200]);
    } finally {
      await world.close();
    }
  });

  test.concurrent('row 21: with the new token not yet kept: the run waits for its person, nothing is lost', async () => {
    const world = await worldWithExpiredToken(kind);
    try {
      await world.untilKilled(await world.start({ failpoint: 'token.afterAnswer:1' }));
      const restarted = await world.start();
      await eventually(async () => (await tokenRequests(world)).includes(400));
      expect(await restarted.stop()).toBe(0);
      const waiting = await world.rows();
      expect(waiting.runs).toMatchObject([{ state: 'running', waitReason: 'needsSignIn', leaseOwner: null }]);
      expect(waiting.items.map((item) => item.state)).toEqual(world.ids.map(() => 'planned'));
      expect(await world.patches()).toEqual([]);

      const again = await expiredTokens(world);
      await world.withDatabase((db) => world.signIn(db, again));
      await world.untilRunsEnd(await world.start());
      await expectAllWritten(world);
      expect(await tokenRequests(world)).toEqual([200, 400, 200]);
    } finally {
      await world.close();
    }
  });

  test.concurrent('row 21: with the new token kept: it goes on without asking again', async () => {
    const world = await worldWithExpiredToken(kind);
    try {
      await world.untilKilled(await world.start({ failpoint: 'token.afterSave:1' }));
      await world.untilRunsEnd(await world.start());
      await expectAllWritten(world);
      expect(await tokenRequests(world)).toEqual([200]);
    } finally {
      await world.close();
    }
  });
});
