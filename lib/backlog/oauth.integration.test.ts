import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { authorizeUrl, exchangeCode, refreshToken } from './oauth';

let server: Server;
let origin: string;
let answer: { status: number; body: string; type?: string };
let bodies: URLSearchParams[];

beforeEach(async () => {
  bodies = [];
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    bodies.push(new URLSearchParams(body));
    response.writeHead(answer.status, { 'content-type': answer.type ?? 'application/json' }).end(answer.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  origin = `http://127.0.0.1:${address.port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const application = { clientId: 'id', clientSecret: 'canary-secret' };
const exchange = () =>
  exchangeCode({ origin, ...application, code: 'canary-code', redirectUri: 'http://a/cb', fetch });
const refresh = () => refreshToken({ origin, ...application, refreshToken: 'canary-refresh', fetch });
const tokens = { access_token: 'a', token_type: 'Bearer', expires_in: 3600, refresh_token: 'r' };

test('the address of the consent page holds what Backlog needs, and no secret', () => {
  const url = new URL(authorizeUrl({ origin, clientId: 'id', redirectUri: 'http://a/cb?x=1', state: 's&t' }));
  expect(url.pathname).toBe('/OAuth2AccessRequest.action');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    response_type: 'code',
    client_id: 'id',
    redirect_uri: 'http://a/cb?x=1',
    state: 's&t',
  });
});

test('a code becomes tokens', async () => {
  answer = { status: 200, body: JSON.stringify(tokens) };
  expect(await exchange()).toEqual({ accessToken: 'a', refreshToken: 'r', expiresInSeconds: 3600 });
  expect(Object.fromEntries(bodies[0] ?? [])).toEqual({
    grant_type: 'authorization_code',
    code: 'canary-code',
    redirect_uri: 'http://a/cb',
    client_id: 'id',
    client_secret: 'canary-secret',
  });
});

test('a refresh sends its token once and takes the new pair', async () => {
  answer = { status: 200, body: JSON.stringify({ ...tokens, refresh_token: 'r2' }) };
  expect((await refresh()).refreshToken).toBe('r2');
  expect(Object.fromEntries(bodies[0] ?? [])).toMatchObject({
    grant_type: 'refresh_token',
    refresh_token: 'canary-refresh',
  });
});

test.each([
  ['a dead refresh token ends the session', refresh, 400, '{"error":"invalid_grant"}', 'SIGN_IN_AGAIN'],
  ['a dead code does not', exchange, 400, '{"error":"invalid_grant"}', 'SIGN_IN_FAILED'],
  [
    'a wrong application is not the person’s fault',
    refresh,
    401,
    '{"error":"invalid_client"}',
    'SIGN_IN_FAILED',
  ],
  ['a fault of Backlog does not sign anybody out', refresh, 503, '<html>', 'BACKLOG_UNAVAILABLE'],
  [
    'nor does a fault that looks like a refusal',
    refresh,
    500,
    '{"error":"invalid_grant"}',
    'BACKLOG_UNAVAILABLE',
  ],
  ['an answer without tokens is reported', refresh, 200, '{"access_token":"a"}', 'BACKLOG_SHAPE'],
])('%s', async (_name, call, status, body, code) => {
  answer = { status, body };
  const error = await call().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ code });
  expect(inspect(error, { depth: 10 })).not.toContain('canary');
  expect(bodies).toHaveLength(1);
});

test('a redirect is not followed: the secret stays with the space', async () => {
  server.removeAllListeners('request');
  let requests = 0;
  server.on('request', (_request, response) => {
    requests += 1;
    response.writeHead(307, { location: `${origin}/thief` }).end();
  });
  await expect(exchange()).rejects.toMatchObject({ code: 'BACKLOG_REDIRECT' });
  expect(requests).toBe(1);
});
