import { beforeEach, describe, expect, test } from 'vitest';
import { IDS, testSpace } from '@/lib/demo-space/testing';
import { type BacklogClient, createBacklogClient } from './create-backlog-client';
import { createRateBudget } from './rate-budget';

interface LogLine {
  method: string;
  path: string;
  body: string | null;
  contentType: string | null;
}

let client: BacklogClient;
let log: () => Promise<LogLine[]>;

beforeEach(() => {
  const { space } = testSpace();
  const origin = 'http://127.0.0.1:4010';
  const clock = { now: () => Date.now() };
  client = createBacklogClient({
    origin,
    credential: async () => ({ kind: 'apiKey', apiKey: `key-${IDS.admin}` }),
    fetch: (input, init) => space.handle(new Request(input, init)),
    clock,
    sleep: async () => undefined,
    budget: createRateBudget({ clock }),
  });
  log = async () => (await space.handle(new Request(`${origin}/_demo/log`))).json();
});

const named = async (name: string) =>
  (await client.projects.versions(IDS.demo)).find((version) => version.name === name);

describe('versions', () => {
  test('a new one is one form-encoded POST; a day that is not given stays empty', async () => {
    const made = await client.versions.create(IDS.demo, {
      name: 'Sprint 3 (仮)',
      startDate: null,
      releaseDueDate: '2026-12-18',
    });
    expect(made).toMatchObject({ name: 'Sprint 3 (仮)', startDate: null, archived: false });
    expect(await named('Sprint 3 (仮)')).toMatchObject({ id: made.id });
    const [sent] = (await log()).filter((line) => line.method === 'POST');
    expect(sent).toMatchObject({
      path: `/api/v2/projects/${IDS.demo}/versions`,
      contentType: 'application/x-www-form-urlencoded',
    });
    expect([...new URLSearchParams(sent?.body ?? '')]).toEqual([
      ['name', 'Sprint 3 (仮)'],
      ['releaseDueDate', '2026-12-18'],
    ]);
  });

  test('a name that exists is refused in Backlog’s words', async () => {
    const again = { name: 'Sprint 1', startDate: null, releaseDueDate: null };
    await expect(client.versions.create(IDS.demo, again)).rejects.toMatchObject({
      code: 'BACKLOG_REFUSED',
      mayHaveApplied: false,
    });
  });

  test('archiving sends the name too, and leaves days and description alone', async () => {
    const done = await client.versions.update(IDS.demo, IDS.sprint1, { name: 'Sprint 1', archived: true });
    expect(done).toMatchObject({ archived: true, releaseDueDate: '2026-12-01T00:00:00Z' });
    const [sent] = (await log()).filter((line) => line.method === 'PATCH');
    expect(sent?.body).toBe('name=Sprint%201&archived=true');
    const back = await client.versions.update(IDS.demo, IDS.sprint1, { name: 'Sprint 1', archived: false });
    expect(back.archived).toBe(false);
  });

  test('a deletion has no body and answers with what was deleted; after it there is nothing to find', async () => {
    expect(await client.versions.remove(IDS.demo, IDS.sprint2)).toMatchObject({ id: IDS.sprint2 });
    expect(await named('Sprint 2')).toBeUndefined();
    await expect(client.versions.remove(IDS.demo, IDS.sprint2)).rejects.toMatchObject({
      code: 'BACKLOG_NOT_FOUND',
    });
  });

  test('whether issues hold one is asked by milestone and by version', async () => {
    await client.issues.update(IDS.issue, { milestoneId: [IDS.sprint1] });
    await client.issues.update(IDS.second, { versionId: [IDS.sprint2] });
    const projectIds = [IDS.demo];
    expect(await client.issues.count({ projectIds, milestoneIds: [IDS.sprint1] })).toBe(1);
    expect(await client.issues.count({ projectIds, milestoneIds: [IDS.sprint2] })).toBe(0);
    expect(await client.issues.count({ projectIds, versionIds: [IDS.sprint2] })).toBe(1);
  });
});
