import { randomBytes } from 'node:crypto';
import type { NextApiRequest, NextApiResponse } from 'next';
import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import {
  cookieNames,
  createAuthHandler,
  createSessionStore,
  createSpaces,
  createVault,
  readSessionId,
} from '@/lib/auth';
import { exchangeCode } from '@/lib/backlog';
import { audit, connections, sessions } from '@/lib/db/schema';
import { createDemoSpace, type DemoSpace, type Listening, listen, seedSource } from '@/lib/demo-space';
import { createTestDatabase } from '@/lib/testing/test-database';
import { identify } from './identify';

const appUrl = 'http://127.0.0.1:3999';
const secret = randomBytes(32).toString('hex');
const names = cookieNames(false);
const clock = { now: () => new Date() };

type Handler = ReturnType<typeof createAuthHandler>;
let handler: Handler;
let sessionStore: ReturnType<typeof createSessionStore>;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
const demoSpaces: { space: DemoSpace; server: Listening; host: string }[] = [];

/** next-auth through its Node interface: its other one needs a running Next server. */
async function runNextAuth(request: NextRequest, path: string[], options: Parameters<typeof NextAuth>[2]) {
  const headers = new Headers();
  let status = 200;
  let body: string | null = null;
  const response = {
    status: (code: number) => {
      status = code;
      return response;
    },
    getHeader: (name: string) => (name === 'Set-Cookie' ? headers.getSetCookie() : headers.get(name)),
    setHeader: (name: string, value: string | string[]) => {
      headers.delete(name);
      for (const one of [value].flat()) headers.append(name, one);
      return response;
    },
    json: (value: unknown) => {
      headers.set('Content-Type', 'application/json');
      body = JSON.stringify(value);
    },
    send: (value: unknown) => {
      body = typeof value === 'string' ? value : JSON.stringify(value);
    },
    end: () => undefined,
  };
  const form =
    request.method === 'POST' ? Object.fromEntries(new URLSearchParams(await request.text())) : undefined;
  const incoming = {
    method: request.method,
    headers: Object.fromEntries(request.headers),
    cookies: Object.fromEntries(request.cookies.getAll().map(({ name, value }) => [name, value])),
    query: { ...Object.fromEntries(request.nextUrl.searchParams), nextauth: path },
    body: form,
  };
  // The two objects hold what next-auth reads and writes, not all of Node's.
  await NextAuth(incoming as unknown as NextApiRequest, response as unknown as NextApiResponse, options);
  return new Response(body, { status, headers });
}

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_URL', appUrl);
  for (const spaceName of ['hoshikawa', 'mikazuki'] as const) {
    const space = createDemoSpace({ buildState: seedSource({ seed: 'small', spaceName }) });
    const server = await listen(space, { port: 0 });
    demoSpaces.push({ space, server, host: `127.0.0.1:${server.port}` });
  }
  database = await createTestDatabase();
  const vault = createVault([{ id: 'k1', key: randomBytes(32) }]);
  sessionStore = createSessionStore({ db: database.db, vault, clock });
  handler = createAuthHandler({
    appUrl,
    secure: false,
    secret,
    clientId: 'ikkatsu-demo',
    spaces: createSpaces({ allowed: null, demoOrigins: demoSpaces.map(({ server }) => server.origin) }),
    sessions: sessionStore,
    clock,
    identify,
    exchange: ({ origin }, code, redirectUri) =>
      exchangeCode({
        origin,
        code,
        redirectUri,
        clientId: 'ikkatsu-demo',
        clientSecret: 'ikkatsu-demo-secret',
        fetch,
      }),
    log: { warn: () => undefined },
    run: runNextAuth,
  });
});

beforeEach(async () => {
  await database.db.delete(sessions);
  await database.db.delete(connections);
});

afterAll(async () => {
  await Promise.all(demoSpaces.map(({ server }) => server.close()));
  await database.close();
  vi.unstubAllEnvs();
});

/** A browser: keeps cookies, follows nothing by itself. */
function createBrowser() {
  const jar = new Map<string, string>();
  const received: string[] = [];
  async function send(path: string, form?: Record<string, string>) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const request = new NextRequest(new URL(path, appUrl), {
      method: form ? 'POST' : 'GET',
      headers: { cookie, ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) },
      body: form ? new URLSearchParams(form).toString() : null,
    });
    const segments = request.nextUrl.pathname.split('/').slice(3);
    const response = await handler(request, segments);
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const gone = /Max-Age=0/i.test(line);
      if (gone) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), decodeURIComponent(pair.slice(at + 1)));
    }
    const text = await response.text();
    received.push(text, ...response.headers.getSetCookie(), response.headers.get('Location') ?? '');
    return { status: response.status, text, location: response.headers.get('Location') };
  }
  const csrf = async (): Promise<string> => JSON.parse((await send('/api/auth/csrf')).text).csrfToken;

  return {
    jar,
    received,
    send,
    /** Starts OAuth; gives the address of the consent page. */
    async start(host: string, callbackUrl = '/', extra = ''): Promise<string> {
      const form = { csrfToken: await csrf(), callbackUrl, json: 'true' };
      const answer = await send(`/api/auth/signin/backlog?space=${encodeURIComponent(host)}${extra}`, form);
      return JSON.parse(answer.text).url;
    },
    async withKey(host: string, apiKey: string) {
      const form = { csrfToken: await csrf(), apiKey, callbackUrl: '/', json: 'true' };
      const answer = await send(`/api/auth/callback/apikey?space=${encodeURIComponent(host)}`, form);
      return { status: answer.status, url: new URL(JSON.parse(answer.text).url) };
    },
    sessionId: () => readSessionId(secret, jar.get(names.session)),
  };
}

const at = (index: number) => {
  const found = demoSpaces[index];
  if (!found) throw new Error('no such demo space');
  return found;
};
const userIdOf = (index: number, login: string) =>
  String(
    at(index)
      .space.state.users.all()
      .find(({ userId }) => userId === login)?.id,
  );

/** The consent page's answer: our callback path with code and state, or with an error. */
async function consent(authorizeUrl: string, person: string, decision: 'allow' | 'deny' = 'allow') {
  const url = new URL(authorizeUrl);
  const body = new URLSearchParams([...url.searchParams, ['person', person], ['decision', decision]]);
  const answer = await fetch(`${url.origin}${url.pathname}`, { method: 'POST', body, redirect: 'manual' });
  const back = new URL(answer.headers.get('location') ?? '');
  return `${back.pathname}${back.search}`;
}

async function signIn(
  browser: ReturnType<typeof createBrowser>,
  index = 0,
  login = 'takahashi',
  callbackUrl = '/',
) {
  const authorize = await browser.start(at(index).host, callbackUrl);
  return browser.send(await consent(authorize, userIdOf(index, login)));
}

const errorOf = (location: string | null) => new URL(location ?? '', appUrl).searchParams.get('error');

test('signing in by OAuth opens a session, and the browser never sees a token or the client secret', async () => {
  const browser = createBrowser();
  const authorize = new URL(
    await browser.start(at(0).host, '/', '&prompt=none&redirect_uri=https://evil.example'),
  );
  expect([...authorize.searchParams.keys()].sort()).toEqual([
    'client_id',
    'redirect_uri',
    'response_type',
    'state',
  ]);
  expect(authorize.searchParams.get('redirect_uri')).toBe(`${appUrl}/api/auth/callback/backlog`);

  const done = await browser.send(await consent(authorize.href, userIdOf(0, 'takahashi')));
  expect(done.location).toBe(`${appUrl}/${at(0).host}/issues`);
  const sessionId = await browser.sessionId();
  const [connection] = (await sessionStore.connectionsOf(sessionId ?? '')) ?? [];
  expect(connection).toMatchObject({
    spaceHost: at(0).host,
    kind: 'oauth',
    userName: '高橋 彩',
    roleType: 1,
  });

  const [row] = await database.db.select().from(connections);
  const everything = JSON.stringify([browser.received, row]);
  const log: { path: string; body: unknown }[] = await (
    await fetch(`${at(0).server.origin}/_demo/log`)
  ).json();
  expect(log.some(({ path }) => path === '/api/v2/oauth2/token')).toBe(true);
  expect(everything).not.toMatch(/access_token|refresh_token|ikkatsu-demo-secret/);
});

test('after signing in one is back where one was, on the own origin only', async () => {
  const kept = await signIn(createBrowser(), 0, 'takahashi', `/${at(0).host}/runs?x=1`);
  expect(kept.location).toBe(`${appUrl}/${at(0).host}/runs?x=1`);
  for (const evil of [
    '//evil.example',
    'https://evil.example/',
    '/\\evil.example',
    `/${at(1).host}/issues`,
  ]) {
    const done = await signIn(createBrowser(), 0, 'takahashi', evil);
    expect(done.location).toBe(`${appUrl}/${at(0).host}/issues`);
  }
});

test('refused consent comes back as its own failure with the space still chosen', async () => {
  const browser = createBrowser();
  const authorize = await browser.start(at(0).host, `/${at(0).host}/runs`);
  const done = await browser.send(await consent(authorize, userIdOf(0, 'takahashi'), 'deny'));
  const back = new URL(done.location ?? '');
  expect(Object.fromEntries(back.searchParams)).toEqual({
    error: 'CONSENT_REFUSED',
    space: at(0).host,
    callbackUrl: `/${at(0).host}/runs`,
  });
  expect(await browser.sessionId()).toBeNull();
});

test('a callback that this browser did not start, was replayed, or belongs to another space signs nobody in', async () => {
  const victim = createBrowser();
  const foreign = createBrowser();
  const callback = await consent(await foreign.start(at(0).host), userIdOf(0, 'takahashi'));
  expect(errorOf((await victim.send(callback)).location)).toBe('SIGN_IN_FAILED');

  // The second tab overwrites the state of the first: the answer to the first is refused.
  const first = await consent(await victim.start(at(0).host), userIdOf(0, 'takahashi'));
  const second = await victim.start(at(1).host);
  expect(errorOf((await victim.send(first)).location)).toBe('SIGN_IN_FAILED');

  // A good state with the code of another space, and a state that was altered.
  const again = createBrowser();
  const good = new URL(await consent(await again.start(at(1).host), userIdOf(1, 'takahashi')), appUrl);
  good.searchParams.set('code', new URL(callback, appUrl).searchParams.get('code') ?? '');
  expect(errorOf((await again.send(`${good.pathname}${good.search}`)).location)).toBe('SIGN_IN_FAILED');
  expect(second).toContain(at(1).host);

  const replayed = createBrowser();
  const once = await consent(await replayed.start(at(0).host), userIdOf(0, 'takahashi'));
  await replayed.send(once);
  expect(errorOf((await replayed.send(once)).location)).toBe('SIGN_IN_FAILED');
  for (const browser of [victim, again]) expect(await browser.sessionId()).toBeNull();
});

test('a space outside the allow-list gets neither a request nor our client id', async () => {
  const browser = createBrowser();
  const url = new URL(await browser.start('hoshikawa.backlog.com'), appUrl);
  expect(url.pathname).toBe('/sign-in');
  expect(url.searchParams.get('error')).toBe('SPACE_NOT_ALLOWED');
});

test('an API key signs in; a wrong one is told apart and nothing is stored', async () => {
  const browser = createBrowser();
  const wrong = await browser.withKey(at(0).host, 'no-such-key');
  expect(wrong.status).toBe(401);
  expect(wrong.url.searchParams.get('error')).toBe('API_KEY_WRONG');
  expect(await database.db.select().from(connections)).toEqual([]);

  const good = await browser.withKey(at(0).host, 'demo-member-key');
  expect(good.url.pathname).toBe(`/${at(0).host}/issues`);
  const [row] = await database.db.select().from(connections);
  expect(row).toMatchObject({ kind: 'apiKey', userName: '佐藤 美咲', expiresAt: null });
  expect(JSON.stringify([row, browser.received])).not.toContain('demo-member-key');
});

test('two spaces are open in one session, each with its own person, under a new session id', async () => {
  const browser = createBrowser();
  await signIn(browser, 0, 'takahashi');
  const before = await browser.sessionId();
  await signIn(browser, 1, 'takahashi');
  const after = await browser.sessionId();
  expect(after).not.toBe(before);
  expect(await sessionStore.connectionsOf(before ?? '')).toBeNull();
  const open = await sessionStore.connectionsOf(after ?? '');
  expect(open?.map(({ spaceHost }) => spaceHost)).toEqual([at(0).host, at(1).host]);
  expect(open?.map(({ userId }) => String(userId))).toEqual([
    userIdOf(0, 'takahashi'),
    userIdOf(1, 'takahashi'),
  ]);

  await browser.withKey(at(0).host, 'demo-member-key');
  const other = await sessionStore.connectionsOf((await browser.sessionId()) ?? '');
  expect(other?.find(({ spaceHost }) => spaceHost === at(0).host)?.userName).toBe('佐藤 美咲');
  expect(await database.db.select().from(connections)).toHaveLength(2);
});

test('signing out ends the session at once, forgets the tokens and is recorded', async () => {
  const browser = createBrowser();
  await signIn(browser, 0, 'takahashi');
  const sessionId = (await browser.sessionId()) ?? '';
  const stolen = browser.jar.get(names.session);
  const csrfToken: string = JSON.parse((await browser.send('/api/auth/csrf')).text).csrfToken;
  await browser.send('/api/auth/signout', { csrfToken, json: 'true', callbackUrl: '/sign-in' });

  expect(browser.jar.has(names.session)).toBe(false);
  expect(await readSessionId(secret, stolen)).toBe(sessionId);
  expect(await sessionStore.connectionsOf(sessionId)).toBeNull();
  expect(await database.db.select().from(connections)).toEqual([]);
  const events = (await database.db.select().from(audit)).filter(({ subjectId }) => subjectId === sessionId);
  expect(events.map(({ event }) => event)).toEqual(['session.signedIn', 'session.signedOut']);
});

test('routes of next-auth that nothing of ours needs are closed, and big bodies are refused', async () => {
  const browser = createBrowser();
  expect((await browser.send('/api/auth/session')).status).toBe(404);
  expect((await browser.send('/api/auth/_log', { code: 'x' })).status).toBe(404);
  const big = { csrfToken: 'x'.repeat(20_000) };
  expect((await browser.send(`/api/auth/callback/apikey?space=${at(0).host}`, big)).status).toBe(413);
});
