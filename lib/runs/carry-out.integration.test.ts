import { afterEach, describe, expect, it } from 'vitest';
import { IDS } from '@/lib/demo-space/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { pauseRun, resumeRun, setRunPace } from './control';
import { createWorld, SPACE, toEnglish, until, untilState, type World } from './testing';

const worlds: World[] = [];
async function world(kind: (typeof databaseKinds)[number], issues: number, space = {}): Promise<World> {
  const made = await createWorld(kind, { issues, space });
  worlds.push(made);
  return made;
}
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

const states = (items: { state: string }[]) => items.map((item) => item.state);

describe.each(databaseKinds)('a run on %s', (kind) => {
  it('sends nothing before it is approved, then exactly one form-encoded PATCH per issue', async () => {
    const w = await world(kind, 20);
    w.worker();
    const plan = await w.plan(toEnglish);
    expect(await w.patches()).toEqual([]);
    const run = await w.approve(plan);
    await untilState(w, run.id, 'done');
    const patches = await w.patches();
    expect(patches.map((patch) => patch.path)).toEqual(w.ids.map((id) => `/api/v2/issues/${id}`));
    expect(new Set(patches.map((patch) => patch.body))).toEqual(new Set([`assigneeId=${IDS.english}`]));
    expect(new Set(patches.map((patch) => patch.contentType))).toEqual(
      new Set(['application/x-www-form-urlencoded']),
    );
    const items = await w.items(run.id);
    expect(new Set(states(items))).toEqual(new Set(['applied']));
    expect(items[0]).toMatchObject({
      attempt: 1,
      beforeImage: { assignee: { id: IDS.normal } },
      afterImage: { assignee: { id: IDS.english } },
      differs: [],
    });
  });

  it('reads each issue again before its write, with one engine read at most beside a write', async () => {
    const w = await world(kind, 5);
    const plan = await w.plan(toEnglish);
    const before = (await w.log()).length;
    const run = await w.approve(plan);
    w.worker();
    await untilState(w, run.id, 'done');
    const entries = (await w.log()).slice(before);
    for (const id of w.ids) {
      const path = `/api/v2/issues/${id}`;
      const read = entries.findIndex((entry) => entry.method === 'GET' && entry.path === path);
      const write = entries.findIndex((entry) => entry.method === 'PATCH' && entry.path === path);
      expect(read).toBeGreaterThanOrEqual(0);
      expect(read).toBeLessThan(write);
    }
    expect(entries).toHaveLength(2 * w.ids.length);
  });

  it('pauses after the item in flight, resumes where it stood, and writes nothing twice', async () => {
    const w = await world(kind, 12, { latencyMs: 10 });
    const run = await w.approve(await w.plan(toEnglish), 'gentle');
    const worker = w.worker();
    const key = { runId: run.id, spaceHost: SPACE, userId: IDS.admin };
    await until(async () => ((await w.patches()).length >= 3 ? true : null));
    expect(await pauseRun(w.db, key)).toBe(true);
    worker.wake();
    await until(async () => ((await w.run(run.id)).leaseOwner === null ? true : null));
    const atPause = (await w.patches()).length;
    expect(atPause).toBeLessThan(12);
    expect(await w.run(run.id)).toMatchObject({ state: 'paused', waitReason: 'person', waitUntil: null });
    expect(states(await w.items(run.id)).filter((state) => state === 'intent')).toEqual([]);
    expect(await setRunPace(w.db, key, 'limit')).toBe(true);
    expect(await resumeRun(w.db, key)).toBe(true);
    worker.wake();
    await untilState(w, run.id, 'done');
    const patches = await w.patches();
    expect(patches).toHaveLength(12);
    expect(new Set(patches.map((patch) => patch.path)).size).toBe(12);
  });

  it('carries out the runs of one person one after another, those of two people side by side', async () => {
    const w = await world(kind, 6, { latencyMs: 5 });
    const first = await w.approve(await w.plan(toEnglish));
    const priority = [{ field: 'priority', verb: 'set', to: { id: 2, label: '高' } }] as const;
    const second = await w.approve(await w.plan([...priority]));
    const other = await w.approve(
      await w.plan([{ field: 'startDate', verb: 'set', to: '2026-12-01' }], { userId: IDS.normal }),
    );
    w.worker();
    await untilState(w, first.id, 'done');
    await untilState(w, second.id, 'done');
    await untilState(w, other.id, 'done');
    const mine = (await w.patches()).filter((patch) => patch.userId === IDS.admin);
    const fields = mine.map((patch) => patch.body?.split('=')[0]);
    expect(fields).toEqual([...Array(6).fill('assigneeId'), ...Array(6).fill('priorityId')]);
    expect((await w.patches()).filter((patch) => patch.userId === IDS.normal)).toHaveLength(6);
  });
});
