import { describe, expect, it } from 'vitest';
import type { Change } from '@/lib/bulk/changes';
import { IDS } from '@/lib/demo-space/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { states, verdict, worldsOfTests } from './fault-matrix/testing';
import { createReferenceCheck } from './reference-check';
import { systemRunClock } from './run-clock';
import { toEnglish, untilState, type World } from './testing';

const { world } = worldsOfTests();
const toSprint2: Change[] = [
  {
    field: 'milestone',
    verb: 'set',
    to: [{ label: 'Sprint 2', byProject: { [IDS.demo]: IDS.sprint2 } }],
  },
];
const listReads = async (w: World, since: number) =>
  (await w.log())
    .slice(since)
    .filter((entry) => entry.method === 'GET' && entry.path.startsWith('/api/v2/projects/'))
    .map((entry) => entry.path);

describe.each(databaseKinds)('a value deleted after the plan was made on %s', (kind) => {
  it('row 29: costs one refused write and one read of its list, not one refusal per item', async () => {
    const w = await world(kind, 12);
    const run = await w.approve(await w.plan([...toEnglish, ...toSprint2]));
    await w.client.versions.remove(IDS.demo, IDS.sprint2);
    const since = (await w.log()).length;
    w.worker();
    await untilState(w, run.id, 'done');
    const items = await w.items(run.id);
    expect(states(items)).toEqual(Array(12).fill('rejected'));
    const values = { field: 'milestone', label: 'Sprint 2' };
    expect(items[0]?.reason).toMatchObject({ code: 'REFUSED', backlogCode: 7, values });
    for (const item of items.slice(1)) {
      expect(item).toMatchObject({ attempt: 0, reason: { code: 'VALUE_GONE', values } });
    }
    expect(await w.patches()).toHaveLength(1);
    const project = `/api/v2/projects/${IDS.demo}`;
    expect(await listReads(w, since)).toEqual([`${project}/users`, `${project}/versions`]);
    // The deletion is a person's, by Backlog's own pages.
    expect(await verdict(w, { foreign: ({ method }) => method === 'DELETE' })).toEqual([]);
  });

  it('row 29: a refusal for another reason holds nothing back', async () => {
    const w = await world(kind, 4);
    const run = await w.approve(await w.plan(toEnglish));
    const since = (await w.log()).length;
    await w.fault({ match: { method: 'PATCH' }, effect: { kind: 'status', status: 400 }, times: 1 });
    w.worker();
    await untilState(w, run.id, 'done');
    expect(states(await w.items(run.id))).toEqual(['rejected', 'applied', 'applied', 'applied']);
    expect(await listReads(w, since)).toEqual([`/api/v2/projects/${IDS.demo}/users`]);
    expect(await verdict(w)).toEqual([]);
  });
});

describe('lists read after a refusal', () => {
  const status = (id: number) =>
    [{ field: 'status', before: null, after: { id, name: 'なくなった状態' } }] as const;

  it('hold for their time and are read again only while something was found gone', async () => {
    const w = await world('pglite', 0);
    let now = 0;
    const clock = { ...systemRunClock, monotonic: () => now };
    const check = createReferenceCheck(w.client, clock, 60_000);
    const nothing = { gone: null, asked: false };
    const gone = { field: 'status', label: 'なくなった状態' };
    expect(await check.check(IDS.demo, status(99))).toEqual(nothing);
    check.refused(IDS.demo);
    expect(await check.check(IDS.demo, status(99))).toEqual({ gone, asked: true });
    now = 59_999;
    check.refused(IDS.demo);
    expect(await check.check(IDS.demo, status(99))).toEqual({ gone, asked: false });
    now = 60_000;
    expect(await check.check(IDS.demo, status(4))).toEqual({ gone: null, asked: true });
    now = 120_000;
    expect(await check.check(IDS.demo, status(99))).toEqual(nothing);
    expect(await check.check(IDS.other, status(99))).toEqual(nothing);
  });

  it('prove nothing when they cannot be read', async () => {
    const w = await world('pglite', 0);
    const path = `/api/v2/projects/${IDS.demo}/statuses`;
    await w.fault({ match: { path }, effect: { kind: 'status', status: 403 } });
    const check = createReferenceCheck(w.client, systemRunClock, 60_000);
    check.refused(IDS.demo);
    expect(await check.check(IDS.demo, status(99))).toEqual({ gone: null, asked: true });
    expect(await check.check(IDS.demo, status(99))).toEqual({ gone: null, asked: false });
  });
});
