import { describe, expect, test } from 'vitest';
import { toEnglish } from '@/lib/runs/testing';
import { databaseKinds } from '../test-database';
import { createCrashWorld } from './crash-world';

const issues = 6;

describe.each(databaseKinds)('SIGTERM during a run, on %s', (kind) => {
  test.concurrent('row 37: the item in flight is finished, the claim given back, and the next process goes on', async () => {
    const world = await createCrashWorld(kind, { issues, latencyMs: 40 });
    try {
      await world.approved({ changes: toEnglish });
      await world.holdPatch(2);
      const server = await world.start();
      await world.untilHeld();
      const ended = server.stop();
      world.release();
      expect(await ended, server.output()).toBe(0);

      const sent = await world.patches();
      expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 200));
      expect(sent.length).toBeLessThan(issues);
      const left = await world.rows();
      expect(left.runs).toMatchObject([{ state: 'running', leaseOwner: null, leaseUntil: null }]);
      const states = left.items.map(({ state }) => state);
      expect(states.filter((state) => state === 'applied')).toHaveLength(sent.length);
      expect(states.filter((state) => state === 'planned')).toHaveLength(issues - sent.length);

      const began = performance.now();
      const next = await world.start();
      await world.untilAccepted(sent.length + 1);
      console.log(`${kind}: from start to the next write ${Math.round(performance.now() - began)} ms`);
      await world.untilRunsEnd(next);
      const { violations, runs, items, patches } = await world.verdict();
      expect(violations).toEqual([]);
      expect(runs.map((run) => run.state)).toEqual(['done']);
      expect(items.map(({ state }) => state)).toEqual(world.ids.map(() => 'applied'));
      expect(patches).toHaveLength(issues);
    } finally {
      await world.close();
    }
  });
});
