import { NextRequest } from 'next/server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cookieNames } from '@/lib/auth/cookies';
import { proxy } from '@/proxy';

const appUrl = 'http://127.0.0.1:3998';

beforeAll(() => {
  vi.stubEnv('APP_URL', appUrl);
  vi.stubEnv('DEMO_SPACE_URL', 'http://127.0.0.1:4010');
});
afterAll(() => {
  vi.unstubAllEnvs();
});

function ask(path: string, options: { host?: string; signedIn?: boolean; method?: string } = {}) {
  const { host = '127.0.0.1:3998', signedIn = true, method = 'GET' } = options;
  const cookie = signedIn ? `${cookieNames(false).session}=x` : '';
  return proxy(new NextRequest(new URL(path, appUrl), { method, headers: { host, cookie } }));
}
const policyOf = (response: Response) => response.headers.get('content-security-policy') ?? '';

test('every page gets a policy with a nonce of its own and no unsafe script', () => {
  const [first, second] = [policyOf(ask('/sign-in')), policyOf(ask('/sign-in'))];
  expect(first).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic';/);
  expect(first).not.toBe(second);
  for (const rule of [
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "connect-src 'self';",
  ]) {
    expect(first).toContain(rule);
  }
  expect(first).not.toMatch(/script-src[^;]*unsafe/);
});

test('nothing may be cached, sniffed or framed', () => {
  const { headers } = ask('/127.0.0.1:4010/issues');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('referrer-policy')).toBe('same-origin');
});

test('without a session cookie a page leads to sign-in and back, a route answers for itself', () => {
  const page = ask('/127.0.0.1:4010/issues?status=1', { signedIn: false });
  const target = new URL(page.headers.get('location') ?? '', appUrl);
  expect(target.pathname).toBe('/sign-in');
  expect(target.searchParams.get('callbackUrl')).toBe('/127.0.0.1:4010/issues?status=1');
  expect(ask('/api/spaces/x/quota', { signedIn: false }).headers.has('location')).toBe(false);
  expect(ask('/127.0.0.1:4010/issues', { signedIn: false, method: 'POST' }).headers.has('location')).toBe(
    false,
  );
});

test('localhost is sent to the configured address, an unknown host gets nowhere, health answers anyone', () => {
  expect(ask('/sign-in?x=1', { host: 'localhost:3998' }).headers.get('refresh')).toBe(
    `0; url=${appUrl}/sign-in?x=1`,
  );
  expect(ask('/sign-in', { host: 'evil.example' }).status).toBe(400);
  expect(ask('/sign-in', { host: 'evil.example:3998' }).status).toBe(400);
  expect(ask('/api/health', { host: '10.0.0.7:3998', signedIn: false }).status).toBe(200);
});

test('the path a page sees is ours, whatever a client sends', () => {
  const request = new NextRequest(new URL('/127.0.0.1:4010/runs', appUrl), {
    headers: {
      host: '127.0.0.1:3998',
      cookie: `${cookieNames(false).session}=x`,
      'x-ikkatsu-path': '//evil',
    },
  });
  expect(proxy(request).headers.get('x-middleware-request-x-ikkatsu-path')).toBe('/127.0.0.1:4010/runs');
});
