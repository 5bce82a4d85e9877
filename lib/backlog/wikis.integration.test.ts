import { beforeEach, describe, expect, test } from 'vitest';
import { IDS, testSpace } from '@/lib/demo-space/testing';
import { type BacklogClient, createBacklogClient } from './create-backlog-client';
import { createRateBudget } from './rate-budget';

interface LogLine {
  method: string;
  path: string;
  body: string | null;
}

let client: BacklogClient;
let clientOf: (userId: number) => BacklogClient;
let writes: () => Promise<LogLine[]>;

beforeEach(() => {
  const { space } = testSpace();
  const origin = 'http://127.0.0.1:4010';
  const clock = { now: () => Date.now() };
  clientOf = (userId) =>
    createBacklogClient({
      origin,
      credential: async () => ({ kind: 'apiKey', apiKey: `key-${userId}` }),
      fetch: (input, init) => space.handle(new Request(input, init)),
      clock,
      sleep: async () => undefined,
      budget: createRateBudget({ clock }),
    });
  client = clientOf(IDS.admin);
  writes = async () => {
    const answer = await space.handle(new Request(`${origin}/_demo/log`));
    const lines: LogLine[] = await answer.json();
    return lines.filter((line) => line.method !== 'GET');
  };
});

const report = { name: 'Sprint 1 の記録 (2026/11)', content: '# 完了 18件\n\n- 持ち越し & 追加 100%\n' };

describe('wikis', () => {
  test('a page is one form-encoded POST and nobody is mailed for it', async () => {
    const made = await client.wikis.create(IDS.demo, report);
    expect(made).toMatchObject({ projectId: IDS.demo, ...report, createdUser: { id: IDS.admin } });
    expect(await client.wikis.get(made.id)).toMatchObject(report);
    const sent = await writes();
    expect(sent).toMatchObject([{ method: 'POST', path: '/api/v2/wikis' }]);
    expect([...new URLSearchParams(sent[0]?.body ?? '')]).toEqual([
      ['projectId', String(IDS.demo)],
      ['name', report.name],
      ['content', report.content],
    ]);
  });

  test('pages are listed by project and keyword, never without one', async () => {
    const made = await client.wikis.create(IDS.demo, report);
    const { projectId } = made;
    expect(await client.wikis.list({ projectId, keyword: report.name })).toMatchObject([{ id: made.id }]);
    expect(await client.wikis.list({ projectId, keyword: 'どこにもない言葉' })).toEqual([]);
    await expect(client.wikis.list({ projectId, keyword: ' ' })).rejects.toThrow('keyword');
  });

  test('a name that exists is refused in Backlog’s words', async () => {
    await client.wikis.create(IDS.demo, report);
    await expect(client.wikis.create(IDS.demo, report)).rejects.toMatchObject({
      code: 'BACKLOG_REFUSED',
      mayHaveApplied: false,
    });
  });

  test('a deletion has no body and answers with what was deleted; after it there is nothing to find', async () => {
    const { id } = await client.wikis.create(IDS.demo, report);
    expect(await client.wikis.remove(id)).toMatchObject({ id, ...report });
    const [, sent] = await writes();
    expect(sent).toMatchObject({ method: 'DELETE', path: `/api/v2/wikis/${id}` });
    expect(sent?.body ?? '').toBe('');
    await expect(client.wikis.get(id)).rejects.toMatchObject({ code: 'BACKLOG_NOT_FOUND' });
    await expect(client.wikis.remove(id)).rejects.toMatchObject({ code: 'BACKLOG_NOT_FOUND' });
  });

  test('who may only look may not write, and a project that is not theirs is not found', async () => {
    const { id } = await client.wikis.create(IDS.demo, report);
    await expect(clientOf(IDS.viewer).wikis.remove(id)).rejects.toMatchObject({ code: 'BACKLOG_FORBIDDEN' });
    await expect(clientOf(IDS.outsider).wikis.get(id)).rejects.toMatchObject({ code: 'BACKLOG_NOT_FOUND' });
    expect(await writes()).toHaveLength(2);
  });
});
