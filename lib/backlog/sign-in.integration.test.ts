import { beforeEach, expect, test } from 'vitest';
import { createDemoSpace, type DemoSpace } from '@/lib/demo-space/app';
import { buildSeed } from '@/lib/demo-space/seed';
import { createBacklogClient } from './create-backlog-client';
import type { Credential } from './credential';
import { encodeForm } from './encode-form';
import { authorizeUrl, exchangeCode, type OAuthTokens, refreshToken } from './oauth';
import { probeSpace } from './probe-space';
import { createRateBudget } from './rate-budget';

const origin = 'http://127.0.0.1:4010';
const redirectUri = 'http://127.0.0.1:3000/api/auth/callback/backlog';
const application = { clientId: 'ikkatsu-demo', clientSecret: 'ikkatsu-demo-secret' };

let space: DemoSpace;
let now: number;
const throughSpace: typeof fetch = (input, init) => space.handle(new Request(input, init));

beforeEach(() => {
  now = Date.UTC(2026, 10, 24, 1, 0, 0);
  const buildState = () => buildSeed('small', { today: '2026-11-24', spaceName: 'hoshikawa' });
  space = createDemoSpace({ buildState, clock: () => now, accessTokenTtlSeconds: 3600 });
});

/** What the browser does: consent as the first person of the space, and come back with a code. */
async function consent(decision: 'allow' | 'deny'): Promise<URL> {
  const asked = new URL(authorizeUrl({ origin, clientId: application.clientId, redirectUri, state: 's1' }));
  const form = {
    ...Object.fromEntries(asked.searchParams),
    decision,
    person: space.state.users.all()[0]?.id,
  };
  const answer = await throughSpace(`${origin}${asked.pathname}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: encodeForm(form),
    redirect: 'manual',
  });
  return new URL(answer.headers.get('location') ?? 'about:blank');
}

async function signIn(): Promise<OAuthTokens> {
  const back = await consent('allow');
  expect(back.searchParams.get('state')).toBe('s1');
  const code = back.searchParams.get('code') ?? '';
  return exchangeCode({ origin, ...application, code, redirectUri, fetch: throughSpace });
}

const refresh = (tokens: OAuthTokens) =>
  refreshToken({ origin, ...application, refreshToken: tokens.refreshToken, fetch: throughSpace });

test('the address of a space is recognised', async () => {
  expect(await probeSpace({ origin, fetch: throughSpace })).toBe('space');
});

test('consent that is refused brings no code', async () => {
  expect((await consent('deny')).searchParams.get('code')).toBeNull();
});

test('a code works once', async () => {
  const code = (await consent('allow')).searchParams.get('code') ?? '';
  const exchange = () => exchangeCode({ origin, ...application, code, redirectUri, fetch: throughSpace });
  expect((await exchange()).expiresInSeconds).toBe(3600);
  await expect(exchange()).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' });
});

test('a wrong secret is a fault of the application', async () => {
  const code = (await consent('allow')).searchParams.get('code') ?? '';
  const wrong = { ...application, clientSecret: 'wrong', code, redirectUri };
  await expect(exchangeCode({ origin, ...wrong, fetch: throughSpace })).rejects.toMatchObject({
    code: 'SIGN_IN_FAILED',
    details: { reason: 'invalid_client' },
  });
});

test('when the token has expired it is renewed on the way, and the old refresh token is dead', async () => {
  const first = await signIn();
  let tokens = first;
  const renewed: Credential[] = [];
  const clock = { now: () => now };
  const client = createBacklogClient({
    origin,
    credential: async () => ({ kind: 'oauth', accessToken: tokens.accessToken }),
    renew: async (rejected) => {
      renewed.push(rejected);
      tokens = await refresh(tokens);
      return { kind: 'oauth', accessToken: tokens.accessToken };
    },
    fetch: throughSpace,
    clock,
    sleep: async (ms) => {
      now += ms;
    },
    budget: createRateBudget({ clock }),
  });
  const me = await client.users.myself();
  expect(renewed).toEqual([]);
  now += 3_601_000;
  expect((await client.users.myself()).id).toBe(me.id);
  expect(renewed).toEqual([{ kind: 'oauth', accessToken: first.accessToken }]);
  await client.users.myself();
  expect(renewed).toHaveLength(1);
  await expect(refresh(first)).rejects.toMatchObject({ code: 'SIGN_IN_AGAIN' });
});
