import { afterEach, describe, expect, it } from 'vitest';
import { IDS } from '@/lib/demo-space/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { cancelRun, pauseRun, resumeRun, setRunPace } from './control';
import { createWorld, FIRST, SPACE, toEnglish, until, untilState, type World } from './testing';

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

  it('writes nothing where somebody changed a touched field, and merges into the list it finds', async () => {
    const w = await world(kind, 3);
    const category = { label: 'デザイン', byProject: { [IDS.demo]: IDS.design } };
    const plan = await w.plan([...toEnglish, { field: 'category', verb: 'add', values: [category] }]);
    await w.edit(FIRST, { assigneeId: IDS.admin });
    await w.edit(FIRST + 1, { categoryId: [IDS.code] });
    await w.edit(FIRST + 2, { assigneeId: IDS.english, categoryId: [IDS.design] });
    const run = await w.approve(plan);
    w.worker();
    await untilState(w, run.id, 'done');
    const items = await w.items(run.id);
    expect(states(items)).toEqual(['conflict', 'applied', 'unchanged']);
    expect(items[0]?.reason).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      fields: [{ field: 'assignee', planned: { id: IDS.normal }, now: { id: IDS.admin } }],
      by: { name: 'Emma' },
    });
    const patches = await w.patches();
    expect(patches).toHaveLength(1);
    const sent = new URLSearchParams(patches[0]?.body ?? '');
    expect(sent.getAll('categoryId[]').map(Number).sort()).toEqual([IDS.design, IDS.code].sort());
  });

  it('keeps Backlog’s own reason of a refusal and goes on with the rest', async () => {
    const w = await world(kind, 3);
    const plan = await w.plan(toEnglish);
    const body = { errors: [{ message: '担当者が不正です。', code: 7, moreInfo: '' }] };
    const path = `/api/v2/issues/${FIRST + 1}`;
    await w.fault({ match: { method: 'PATCH', path }, effect: { kind: 'status', status: 400, body } });
    const run = await w.approve(plan);
    w.worker();
    await untilState(w, run.id, 'done');
    const items = await w.items(run.id);
    expect(states(items)).toEqual(['applied', 'rejected', 'applied']);
    expect(items[1]?.reason).toMatchObject({
      code: 'REFUSED',
      message: '担当者が不正です。',
      backlogCode: 7,
      status: 400,
    });
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

  it('cancels after the item in flight: what was begun is recorded, the rest is never sent', async () => {
    const w = await world(kind, 12, { latencyMs: 10 });
    const run = await w.approve(await w.plan(toEnglish), 'gentle');
    const worker = w.worker();
    await until(async () => ((await w.patches()).length >= 2 ? true : null));
    const key = { runId: run.id, spaceHost: SPACE, userId: IDS.admin };
    expect(await cancelRun(w.db, key)).toBe(true);
    worker.wake();
    await untilState(w, run.id, 'cancelled');
    const items = await w.items(run.id);
    const applied = items.filter((item) => item.state === 'applied').length;
    expect((await w.patches()).length).toBe(applied);
    expect(items.filter((item) => item.state === 'cancelled').length).toBe(12 - applied);
    expect(await pauseRun(w.db, key)).toBe(false);
    expect(await resumeRun(w.db, key)).toBe(false);
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
