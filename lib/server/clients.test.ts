import { afterEach, expect, test, vi } from 'vitest';
import { createClients } from './clients';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a refused key stays a refusal, nothing lost, although the note of it could not be stored', async () => {
  vi.stubGlobal('fetch', async () => new Response('{}', { status: 401 }));
  const space = { host: 'x.backlog.com', origin: 'https://x.backlog.com' };
  const clients = createClients({
    spaces: { fromHost: () => space, fromTyped: () => space, offered: [space] },
    tokens: {
      credential: async () => ({ kind: 'apiKey', apiKey: 'k' }),
      renew: () => Promise.reject(new Error('database gone')),
    },
    readConcurrency: 2,
  });
  const client = await clients.forWorker('x.backlog.com', 1);
  const expected = { code: 'SIGN_IN_AGAIN', mayHaveApplied: false };
  await expect(client.issues.update(1, { statusId: 4 })).rejects.toMatchObject(expected);
});
