import { describe, expect, test } from 'vitest';
import type { DatabaseKind } from '@/lib/db';
import { toEnglish } from '@/lib/runs/testing';
import { createCrashWorld } from './crash-world';
import { embedded, type Kill, killAt, killWithWriteAtBacklog, onServer } from './kills';

/** Rows 34 and 35: kills servers over a run, lets another one end it, and expects every issue written exactly once. */
async function expectWrittenOnce(kind: DatabaseKind, issues: number, kills: readonly Kill[]): Promise<void> {
  const world = await createCrashWorld(kind, { issues, latencyMs: 60 });
  try {
    await world.approved({ changes: toEnglish });
    for (const kill of kills) await kill(world);
    await world.untilRunsEnd(await world.start());
    const { violations, runs, items, patches } = await world.verdict();
    expect(violations).toEqual([]);
    expect(runs.map((run) => run.state)).toEqual(['done']);
    expect(items.map((item) => item.state)).toEqual(world.ids.map(() => 'applied'));
    expect(patches).toHaveLength(issues);
  } finally {
    await world.close();
  }
}

const kills: [string, Kill][] = [
  ['item.beforeIntent', killAt('item.beforeIntent')],
  ['item.afterIntent', killAt('item.afterIntent')],
  ['item.beforeSend', killAt('item.beforeSend')],
  ['item.afterSend', killAt('item.afterSend')],
  ['the write at Backlog, unanswered', killWithWriteAtBacklog],
  ['item.afterAnswer', killAt('item.afterAnswer')],
  ['item.beforeRecord', killAt('item.beforeRecord')],
  ['item.afterRecord', killAt('item.afterRecord')],
  ['run.beforeEnd', killAt('run.beforeEnd', 1)],
];

describe.each(onServer)('rows 34 and 35: a server killed over a write, on %s', (kind) => {
  test.concurrent.each(kills)('at %s: every issue is written exactly once', (_point, kill) =>
    expectWrittenOnce(kind, 4, [kill]),
  );
});

describe.each(embedded)('rows 34 and 35: servers killed over one run, on %s', (kind) => {
  test('at every point in turn: every issue is written exactly once', () =>
    expectWrittenOnce(
      kind,
      2 * kills.length,
      kills.map(([, kill]) => kill),
    ));
});
