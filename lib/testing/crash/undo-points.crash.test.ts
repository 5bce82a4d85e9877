import { describe, expect, test } from 'vitest';
import type { DatabaseKind } from '@/lib/db';
import { IDS } from '@/lib/demo-space/testing';
import { toEnglish } from '@/lib/runs/testing';
import { createCrashWorld } from './crash-world';
import { embedded, type Kill, killAt, onServer } from './kills';
import { approvePlan, carryOutHere, personsKey } from './stored-plans';

/** Kills servers over the undo of a run, and expects every issue to have been put back exactly once. */
async function expectPutBackOnce(kind: DatabaseKind, issues: number, kills: readonly Kill[]): Promise<void> {
  const world = await createCrashWorld(kind, { issues, latencyMs: 60 });
  try {
    await world.withDatabase(async (db) => {
      await world.signIn(db, personsKey);
      const run = await approvePlan(db, await world.draft(db, { changes: toEnglish }, { filled: true }));
      await carryOutHere(db, world.origin, run);
      await approvePlan(db, await world.draft(db, { undoOf: run }, { filled: true }));
    });
    for (const kill of kills) await kill(world);
    await world.untilRunsEnd(await world.start());

    const { violations, runs, items, patches } = await world.verdict();
    expect(violations).toEqual([]);
    expect(runs.map((run) => run.state)).toEqual(['done', 'done']);
    expect(items.map((item) => item.state)).toEqual([...world.ids, ...world.ids].map(() => 'applied'));
    expect(patches).toHaveLength(2 * issues);
    const assignees = world.ids.map((id) => world.space.state.issues.get(id)?.assigneeId);
    expect(assignees).toEqual(world.ids.map(() => IDS.normal));
  } finally {
    await world.close();
  }
}

const kills: [string, Kill][] = [
  ['item.afterIntent', killAt('item.afterIntent')],
  ['item.afterSend', killAt('item.afterSend')],
  ['item.beforeRecord', killAt('item.beforeRecord')],
];

describe.each(onServer)('row 36: a server killed while it takes a run back, on %s', (kind) => {
  test.concurrent.each(kills)('at %s: every issue is put back exactly once', (_, kill) =>
    expectPutBackOnce(kind, 3, [kill]),
  );
});

describe.each(embedded)('row 36: servers killed while they take a run back, on %s', (kind) => {
  test('at every point in turn: every issue is put back exactly once', () =>
    expectPutBackOnce(
      kind,
      2 * kills.length,
      kills.map(([, kill]) => kill),
    ));
});
