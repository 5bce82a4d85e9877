import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ActionDefinition } from '@/lib/actions/define-action';
import { actions } from '@/lib/actions/registry';
import { cookieNames } from '@/lib/auth';
import { createDemoSpace, type Listening, listen, seedSource } from '@/lib/demo-space';
import { env } from '@/lib/env';
import { serverAction } from './action';
import { identify } from './identify';
import { getRoot, type Root } from './root';
import { routeAction } from './route-action';

const appUrl = 'http://127.0.0.1:3997';
const browser = { cookies: new Map<string, string>(), headers: new Headers() };

// What Next gives to a request: here it is the browser of the test.
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: (name: string) => ({ value: browser.cookies.get(name) }) }),
  headers: async () => browser.headers,
}));

let servers: Listening[];
let root: Root;
const hostAt = (index: number) => `127.0.0.1:${servers[index]?.port}`;
const apiCalls = async () => {
  const logs = await Promise.all(
    servers.map(async ({ origin }): Promise<unknown[]> => (await fetch(`${origin}/_demo/log`)).json()),
  );
  return logs.flat().length;
};

beforeAll(async () => {
  servers = await Promise.all(
    (['hoshikawa', 'mikazuki'] as const).map((spaceName) =>
      listen(createDemoSpace({ buildState: seedSource({ seed: 'small', spaceName }) }), { port: 0 }),
    ),
  );
  vi.stubEnv('APP_URL', appUrl);
  vi.stubEnv('LOG_LEVEL', 'error');
  vi.stubEnv('DEMO_SPACE_URL', servers.map(({ origin }) => origin).join(','));
  vi.stubEnv('DATA_DIR', mkdtempSync(join(tmpdir(), 'ikkatsu-authorisation-')));
  root = await getRoot();
});

afterAll(async () => {
  await root.stop();
  await Promise.all(servers.map((server) => server.close()));
  vi.unstubAllEnvs();
});

/** Signs the browser in at one space with a demo key. */
async function signIn(index: number, apiKey = 'demo-admin-key'): Promise<string> {
  const space = root.spaces.fromHost(hostAt(index));
  if (!space) throw new Error('no such space');
  const secret = { kind: 'apiKey', apiKey } as const;
  const identity = await identify(space, secret);
  const signed = { previousSessionId: null, spaceHost: space.host, identity, secret };
  const { sessionId } = await root.sessions.open(signed);
  const token = await encode({ token: { sid: sessionId }, secret: env.secrets().nextAuthSecret });
  browser.cookies.set(cookieNames(false).session, token);
  return sessionId;
}

beforeEach(() => {
  browser.cookies.clear();
  browser.headers = new Headers({ origin: appUrl });
});

describe.each(Object.values<ActionDefinition>(actions).map((action) => [action.name, action] as const))(
  '%s',
  (_name, action) => {
    const call = (space: string) => serverAction(action)(space, {});
    const codeOf = (result: Awaited<ReturnType<typeof call>>) => (result.ok ? 'ok' : result.error.code);

    test('is refused without a session, with a forged one, after sign-out and at another space, without any request', async () => {
      const before = await apiCalls();
      expect(codeOf(await call(hostAt(0)))).toBe('UNAUTHENTICATED');
      browser.cookies.set(cookieNames(false).session, 'forged');
      expect(codeOf(await call(hostAt(0)))).toBe('UNAUTHENTICATED');
      const atSignIn = 2;

      const sessionId = await signIn(0);
      for (const other of [hostAt(1), 'hoshikawa.backlog.com', '', '%', '../x', `${hostAt(0)}/`]) {
        expect(codeOf(await call(other))).toBe('NOT_FOUND');
      }
      await root.sessions.close(sessionId);
      expect(codeOf(await call(hostAt(0)))).toBe('UNAUTHENTICATED');
      expect(await apiCalls()).toBe(before + atSignIn);
    });

    test('is refused when another site, or nobody known, sends it', async () => {
      await signIn(0);
      for (const headers of [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        {},
        { 'sec-fetch-site': 'cross-site' },
      ]) {
        browser.headers = new Headers(headers as Record<string, string>);
        expect(codeOf(await call(hostAt(0)))).toBe('BAD_ORIGIN');
      }
    });

    test('refuses unknown members of its input', async () => {
      await signIn(0);
      const result = await serverAction(action)(hostAt(0), { userId: 1, spaceHost: 'x' });
      expect(codeOf(result)).toBe('BAD_INPUT');
    });
  },
);

test('each space answers with its own content to one session that holds both', async () => {
  const first = await signIn(0);
  const space = root.spaces.fromHost(hostAt(1));
  if (!space) throw new Error('no such space');
  const secret = { kind: 'apiKey', apiKey: 'demo-admin-key' } as const;
  const identity = await identify(space, secret);
  const signed = { previousSessionId: first, spaceHost: space.host, identity, secret };
  const { sessionId } = await root.sessions.open(signed);
  const token = await encode({ token: { sid: sessionId }, secret: env.secrets().nextAuthSecret });
  browser.cookies.set(cookieNames(false).session, token);

  const projectsOf = async (host: string) => {
    const result = await serverAction(actions['issues.projects'])(host, {});
    return result.ok ? result.value.projects.map(({ projectKey }) => projectKey) : [];
  };
  const [one, two] = [await projectsOf(hostAt(0)), await projectsOf(encodeURIComponent(hostAt(1)))];
  expect(one.length * two.length).toBeGreaterThan(0);
  expect(one).not.toEqual(two);
});

test('routes answer with the status of the code and let nothing be cached', async () => {
  const route = routeAction(actions['issues.projects'], () => ({}));
  const get = (space: string) => route(new Request(appUrl), { params: Promise.resolve({ space }) });
  expect((await get(hostAt(0))).status).toBe(401);
  await signIn(0);
  expect((await get(hostAt(1))).status).toBe(404);
  const found = await get(hostAt(0));
  expect(found.status).toBe(200);
  expect(found.headers.get('cache-control')).toBe('no-store');
});

test('a key that Backlog stops accepting asks the person to sign in again, from then on without a request', async () => {
  await signIn(0, 'demo-tanaka-key');
  const body = JSON.stringify({ userId: 'tanaka' });
  await fetch(`${servers[0]?.origin}/_demo/revoke`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  });
  const ask = async () => {
    const result = await serverAction(actions['issues.projects'])(hostAt(0), {});
    return result.ok ? 'ok' : result.error.code;
  };
  expect(await ask()).toBe('SIGN_IN_AGAIN');
  const before = await apiCalls();
  expect(await ask()).toBe('SIGN_IN_AGAIN');
  expect(await apiCalls()).toBe(before);
  // What waits for this person can still be followed and stopped.
  expect(await serverAction(actions['runs.list'])(hostAt(0), {})).toMatchObject({ ok: true });
  const cancelled = await serverAction(actions['runs.cancel'])(hostAt(0), { runId: randomUUID() });
  expect(cancelled).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  expect(await apiCalls()).toBe(before);
});
