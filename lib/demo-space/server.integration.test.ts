import { afterEach, describe, expect, it } from 'vitest';
import type { Listening } from './server';
import { listen } from './server';
import { testSpace } from './testing';

let server: Listening | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

async function opened() {
  const space = testSpace();
  server = await listen(space.space, { port: 0 });
  const { origin } = server;
  const patch = () =>
    fetch(`${origin}/api/v2/issues/DEMO-1`, {
      method: 'PATCH',
      headers: { 'Backlog-API-Key': 'key-1' },
      body: new URLSearchParams({ statusId: '2' }),
    });
  return { ...space, origin, patch };
}

describe('over a socket', () => {
  it('answers like the function form, with its own address in links', async () => {
    const { origin, patch } = await opened();
    const response = await patch();
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ issueKey: 'DEMO-1', status: { id: 2 } });
    expect((await fetch(`${origin}/_demo/health`)).status).toBe(200);
  });

  it('destroys the socket after applying when told so', async () => {
    const { control, patch, space } = await opened();
    await control('POST', 'faults', [{ effect: { kind: 'reset-after' }, times: 1 }]);
    await expect(patch()).rejects.toThrow('fetch failed');
    expect(space.state.issues.get(1000)?.statusId).toBe(2);
  });

  it('breaks off a body whose length it had promised', async () => {
    const { control, patch } = await opened();
    await control('POST', 'faults', [{ effect: { kind: 'truncate' }, times: 1 }]);
    await expect(patch().then((response) => response.json())).rejects.toThrow();
  });
});
