import { describe, expect, it } from 'vitest';
import { testSpace } from '../testing';

const ORIGIN = 'http://127.0.0.1:4010';
const REDIRECT = 'http://127.0.0.1:3000/api/auth/callback/backlog';
const CLIENT = { client_id: 'ikkatsu-demo', client_secret: 'ikkatsu-demo-secret' };

function opened(options: Parameters<typeof testSpace>[0] = {}) {
  const given = testSpace(options);
  const { space } = given;
  const post = (path: string, fields: Record<string, string>) =>
    space.handle(new Request(`${ORIGIN}${path}`, { method: 'POST', body: new URLSearchParams(fields) }));
  const consent = (fields: Record<string, string> = {}) =>
    post('/OAuth2AccessRequest.action', {
      response_type: 'code',
      client_id: CLIENT.client_id,
      redirect_uri: REDIRECT,
      state: 'st',
      person: '2',
      decision: 'allow',
      ...fields,
    });
  const token = (fields: Record<string, string>) => post('/api/v2/oauth2/token', { ...CLIENT, ...fields });
  const code = async () =>
    new URL((await consent()).headers.get('location') ?? '').searchParams.get('code') ?? '';
  const signIn = async () => {
    const answer = await token({
      grant_type: 'authorization_code',
      code: await code(),
      redirect_uri: REDIRECT,
    });
    return (await answer.json()) as Record<'access_token' | 'refresh_token', string>;
  };
  const whoami = (accessToken: string) =>
    space.handle(
      new Request(`${ORIGIN}/api/v2/users/myself`, { headers: { Authorization: `Bearer ${accessToken}` } }),
    );
  return { ...given, consent, token, code, signIn, whoami };
}

describe('OAuth', () => {
  it('lists the people to sign in as', async () => {
    const { space } = testSpace();
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: CLIENT.client_id,
      redirect_uri: REDIRECT,
    });
    const page = await (
      await space.handle(new Request(`${ORIGIN}/OAuth2AccessRequest.action?${query}`))
    ).text();
    expect(page).toContain('一般 花子');
    expect(page).toContain('許可する');
    expect(page).toContain('拒否する');
  });

  it('sends back a code and the state, and turns the code into tokens that act as the person', async () => {
    const { consent, signIn, whoami } = opened();
    const back = new URL((await consent()).headers.get('location') ?? '');
    expect(back.origin + back.pathname).toBe(REDIRECT);
    expect(back.searchParams.get('state')).toBe('st');
    const pair = await signIn();
    expect(pair).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    expect(await (await whoami(pair.access_token)).json()).toMatchObject({ id: 2 });
  });

  it('sends back access_denied when the person refuses', async () => {
    const { consent } = opened();
    const back = new URL((await consent({ decision: 'deny' })).headers.get('location') ?? '');
    expect(Object.fromEntries(back.searchParams)).toEqual({ error: 'access_denied', state: 'st' });
  });

  it.each([
    ['an unknown client', { client_id: 'other' }],
    ['a foreign host', { redirect_uri: 'https://evil.example/api/auth/callback/backlog' }],
    ['another path', { redirect_uri: 'http://127.0.0.1:3000/elsewhere' }],
  ])('never redirects for %s', async (_, fields) => {
    const { consent } = opened();
    const response = await consent(fields);
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
  });

  it('takes a code once, and only with the redirect URI it was issued for', async () => {
    const { token, code } = opened();
    const fields = { grant_type: 'authorization_code', code: await code(), redirect_uri: REDIRECT };
    expect((await token(fields)).status).toBe(200);
    const again = await token(fields);
    expect(again.status).toBe(400);
    expect(await again.json()).toEqual({ error: 'invalid_grant', error_description: 'Grant is invalid.' });
    const other = { ...fields, code: await code(), redirect_uri: REDIRECT.replace('127.0.0.1', 'localhost') };
    expect((await token(other)).status).toBe(400);
  });

  it('rotates: refreshing gives a new pair and kills the old refresh token', async () => {
    const { token, signIn, whoami } = opened();
    const first = await signIn();
    const fields = { grant_type: 'refresh_token', refresh_token: first.refresh_token };
    const second = await (await token(fields)).json();
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect((await whoami(second.access_token)).status).toBe(200);
    expect(await (await token(fields)).json()).toMatchObject({ error: 'invalid_grant' });
    expect((await token({ ...fields, refresh_token: second.refresh_token })).status).toBe(200);
  });

  it('expires access tokens, says so, and still refreshes', async () => {
    const { token, signIn, whoami, clock } = opened({ accessTokenTtlSeconds: 5 });
    const pair = await signIn();
    clock.now += 5000;
    const refused = await whoami(pair.access_token);
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toContain('The access token expired');
    const fields = { grant_type: 'refresh_token', refresh_token: pair.refresh_token };
    expect((await token(fields)).status).toBe(200);
  });

  it('refuses a wrong secret, an unknown grant type and JSON in the form of RFC 6749', async () => {
    const { token, space } = opened();
    const wrong = await token({ grant_type: 'refresh_token', client_secret: 'x', refresh_token: 'y' });
    expect(wrong.status).toBe(401);
    expect(await wrong.json()).toMatchObject({ error: 'invalid_client' });
    expect(await (await token({ grant_type: 'password' })).json()).toMatchObject({
      error: 'unsupported_grant_type',
    });
    const json = await space.handle(
      new Request(`${ORIGIN}/api/v2/oauth2/token`, { method: 'POST', body: '{}' }),
    );
    expect(await json.json()).toMatchObject({ error: 'invalid_request' });
  });

  it('ends every credential of a person on revoke, nobody else’s', async () => {
    const { token, signIn, whoami, control, call } = opened();
    const pair = await signIn();
    await control('POST', 'revoke', { userId: 2 });
    expect((await whoami(pair.access_token)).status).toBe(401);
    expect((await token({ grant_type: 'refresh_token', refresh_token: pair.refresh_token })).status).toBe(
      400,
    );
    expect((await call('GET', '/space', { as: 2 })).status).toBe(401);
    expect((await call('GET', '/space', { as: 1 })).status).toBe(200);
  });

  it('keeps secrets out of the log', async () => {
    const { signIn, whoami, control, space } = opened();
    const pair = await signIn();
    await whoami(pair.access_token);
    await space.handle(new Request(`${ORIGIN}/api/v2/space?apiKey=key-1&x=1`));
    const log = await (await control('GET', 'log')).text();
    for (const secret of [pair.access_token, pair.refresh_token, CLIENT.client_secret, 'key-1'])
      expect(log).not.toContain(secret);
    expect(log).toContain('"query":"x=1"');
  });
});
