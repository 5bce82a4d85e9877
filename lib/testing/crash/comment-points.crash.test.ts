import { describe, expect, test } from 'vitest';
import type { Change } from '@/lib/bulk/changes';
import type { DatabaseKind } from '@/lib/db';
import { toEnglish } from '@/lib/runs/testing';
import { createCrashWorld } from './crash-world';
import { embedded, type Kill, killAt, killWithWriteAtBacklog, onServer } from './kills';

const changes: Change[] = [...toEnglish, { field: 'comment', verb: 'add', text: '担当を変えました' }];

/** Kills servers over a run that comments and lets another one end it. @returns how many issues ended as what */
async function killed(kind: DatabaseKind, issues: number, kills: readonly Kill[]) {
  const world = await createCrashWorld(kind, { issues, timingsScale: 0.25, latencyMs: 60 });
  try {
    await world.approved({ changes });
    for (const kill of kills) await kill(world);
    await world.untilRunsEnd(await world.start());
    const { violations, runs, items } = await world.verdict();
    expect(violations).toEqual([]);
    expect(runs.map((run) => run.state)).toEqual(['done']);
    const ended = (outcome: string) => items.filter(({ state }) => state === outcome).length;
    const comments = world.space.state.comments.all().filter(({ content }) => content !== null);
    expect(comments).toHaveLength(ended('applied'));
    expect(ended('applied') + ended('unknown')).toBe(issues);
    return { unknown: ended('unknown') };
  } finally {
    await world.close();
  }
}

// What was never sent cannot be told from what Backlog has lost, and a comment is not sent twice to find out.
const unsent: [string, Kill][] = [
  ['item.afterIntent', killAt('item.afterIntent')],
  ['item.beforeSend', killAt('item.beforeSend')],
];
const arrived: [string, Kill][] = [
  ['the comment at Backlog, unanswered', killWithWriteAtBacklog],
  ['item.afterAnswer', killAt('item.afterAnswer')],
];
// A result is recorded while the next request leaves: whether that one arrives is left to chance.
const leaving: [string, Kill][] = [
  ['item.afterSend', killAt('item.afterSend')],
  ['item.beforeRecord', killAt('item.beforeRecord')],
];

describe.each(onServer)('a server killed while it comments, on %s', (kind) => {
  test.concurrent.each(unsent)('at %s: the issue ends as unknown and is not commented', async (_, kill) => {
    expect(await killed(kind, 3, [kill])).toEqual({ unknown: 1 });
  });

  test.concurrent.each(arrived)('at %s: the comment is found again', async (_, kill) => {
    expect(await killed(kind, 3, [kill])).toEqual({ unknown: 0 });
  });

  test.concurrent.each(leaving)('at %s: found again if Backlog got it, else unknown', async (_, kill) => {
    expect((await killed(kind, 3, [kill])).unknown).toBeLessThanOrEqual(1);
  });
});

describe.each(embedded)('servers killed while they comment, on %s', (kind) => {
  test('at every point in turn: no comment twice, and what nobody knows ends as unknown', async () => {
    const kills = [...unsent, ...arrived, ...leaving].map(([, kill]) => kill);
    const { unknown } = await killed(kind, 2 * kills.length, kills);
    expect(unknown).toBeGreaterThanOrEqual(unsent.length);
    expect(unknown).toBeLessThanOrEqual(unsent.length + leaving.length);
  });
});
