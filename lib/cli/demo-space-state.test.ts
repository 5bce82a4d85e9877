import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createDemoSpace, seedSource } from '@/lib/demo-space';
import { keepState } from './demo-space-state';

const folder = mkdtempSync(join(tmpdir(), 'ikkatsu-state-'));
afterAll(() => rmSync(folder, { recursive: true }));

const open = () =>
  createDemoSpace({ buildState: seedSource({ seed: 'small', spaceName: 'hoshikawa', today: '2026-11-20' }) });
const key = { 'Backlog-API-Key': 'demo-admin-key' };

async function summaryOf(space: ReturnType<typeof open>, issueKey: string): Promise<unknown> {
  const answer = await space.handle(
    new Request(`http://127.0.0.1/api/v2/issues/${issueKey}`, { headers: key }),
  );
  return (await answer.json()).summary;
}

test('a demo space comes back after a restart with what was changed in it', async () => {
  const file = join(folder, 'space.json');
  const before = open();
  const save = keepState(before, file);
  const issueKey = 'WEB-1';
  await before.handle(
    new Request(`http://127.0.0.1/api/v2/issues/${issueKey}`, {
      method: 'PATCH',
      headers: { ...key, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ summary: '再起動のあと' }),
    }),
  );
  save();

  const after = open();
  expect(await summaryOf(after, issueKey)).not.toBe('再起動のあと');
  keepState(after, file);
  expect(await summaryOf(after, issueKey)).toBe('再起動のあと');
});
