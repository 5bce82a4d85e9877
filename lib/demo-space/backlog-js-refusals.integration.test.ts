import { Backlog, Error as BacklogErrors, OAuth2 } from 'backlog-js';
import { describe, expect, test } from 'vitest';
import { first, HOST, judgedSpace } from './testing/backlog-js-space';

const REDIRECT_URI = 'http://127.0.0.1:3000/api/auth/callback/backlog';
const credentials = { clientId: 'ikkatsu-demo', clientSecret: 'ikkatsu-demo-secret' };

describe('error mapping', () => {
  const judged = judgedSpace();
  const projectId = judged.space.state.projectByKey('WEB')?.id ?? 0;

  test('a wrong key is a BacklogAuthError with code 11', async () => {
    const failure = await judged
      .as('wrong')
      .getMyself()
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BacklogErrors.BacklogAuthError);
    expect(failure).toMatchObject({ status: 401, body: { errors: [{ code: 11, moreInfo: '' }] } });
  });

  test('no credential at all is refused the same way', async () => {
    const nobody = new Backlog({ host: HOST, fetch: judged.fetch });
    await expect(nobody.getSpace()).rejects.toBeInstanceOf(BacklogErrors.BacklogAuthError);
  });

  test('what is absent, or in a project one has not joined, is 404 with code 6', async () => {
    const webIssue = first(judged.space.state.issues.in(projectId)).id;
    const absent = { status: 404, body: { errors: [{ code: 6 }] } };
    await expect(judged.as('demo-admin-key').getIssue('WEB-99999')).rejects.toMatchObject(absent);
    await expect(judged.as('demo-ito-key').getIssue(webIssue)).rejects.toMatchObject(absent);
    await expect(judged.as('demo-ito-key').getProject('WEB')).rejects.toMatchObject(absent);
    await expect(judged.as('demo-admin-key').get('nowhere')).rejects.toMatchObject(absent);
  });

  test.each([
    ['demo-guest-key', 'a guest'],
    ['demo-kobayashi-key', 'a viewer'],
    ['demo-nakamura-key', 'a reporter'],
  ])('%s: %s cannot PATCH an issue (403, code 5), and nothing changes', async (key) => {
    const row = first(judged.space.state.issues.in(projectId));
    const before = structuredClone(row);
    await expect(judged.as(key).patchIssue(row.id, { statusId: 2, comment: '変更' })).rejects.toMatchObject({
      status: 403,
      body: { errors: [{ code: 5 }] },
    });
    expect(row).toEqual(before);
  });

  test('everybody in the space can be listed by administrators only', async () => {
    await expect(judged.as('demo-member-key').getUsers()).rejects.toMatchObject({ status: 403 });
    expect(await judged.as('demo-suzuki-key').getUsers()).toHaveLength(12);
  });

  test('sentences follow the language of the person who asks', async () => {
    const messageFor = async (key: string): Promise<unknown> =>
      judged
        .as(key)
        .getIssue('WEB-99999')
        .catch((error: unknown) => (error instanceof BacklogErrors.BacklogApiError ? error.body : null));
    expect(await messageFor('demo-carter-key')).toMatchObject({ errors: [{ message: 'No issue.' }] });
    expect(await messageFor('demo-member-key')).not.toMatchObject({ errors: [{ message: 'No issue.' }] });
  });

  test.each([
    ['count over 100', { count: 101 }],
    ['an unknown sort key', { sort: 'nothing' }],
    ['a date that is none', { dueDateSince: '2026/11/01' }],
  ])('%s is refused with code 7', async (_what, params) => {
    await expect(
      judged.as('demo-admin-key').get('issues', { projectId: [projectId], ...params }),
    ).rejects.toMatchObject({
      status: 400,
      body: { errors: [{ code: 7 }] },
    });
  });

  test('a list without a project is refused', async () => {
    await expect(judged.as('demo-admin-key').getIssues({})).rejects.toMatchObject({ status: 400 });
  });

  test('a JSON body is refused with 400 and changes nothing', async () => {
    const row = first(judged.space.state.issues.in(projectId));
    const answer = await judged.fetch(`https://${HOST}/api/v2/issues/${row.id}`, {
      method: 'PATCH',
      headers: { 'Backlog-API-Key': 'demo-admin-key', 'Content-Type': 'application/json' },
      body: JSON.stringify({ summary: 'JSON' }),
    });
    expect(answer.status).toBe(400);
    expect(row.summary).not.toBe('JSON');
  });
});

describe('rate limit', () => {
  test('the quota used up is 429 with code 13 until the window ends', async () => {
    const judged = judgedSpace({ limits: { search: 3 } });
    const admin = judged.as('demo-admin-key');
    const projectId = [judged.space.state.projectByKey('WEB')?.id ?? 0];
    for (let call = 0; call < 3; call += 1) await admin.getIssuesCount({ projectId });
    await expect(admin.getIssuesCount({ projectId })).rejects.toMatchObject({
      status: 429,
      body: { errors: [{ code: 13 }] },
    });
    expect((await admin.getRateLimit()).rateLimit.search).toMatchObject({ limit: 3, remaining: 0 });
    judged.advance(60_000);
    expect((await admin.getIssuesCount({ projectId })).count).toBeGreaterThan(0);
  });
});

describe('OAuth', () => {
  async function signIn(judged: ReturnType<typeof judgedSpace>, userId: string): Promise<string> {
    const oauth = new OAuth2(credentials, undefined, judged.fetch);
    const address = oauth.getAuthorizationURL({ host: HOST, redirectUri: REDIRECT_URI, state: 's-1' });
    const page = await judged.fetch(address);
    const person = judged.space.state.users.all().find((user) => user.userId === userId);
    expect(await page.text()).toContain(person?.name);
    const form = new URLSearchParams(new URL(address).search);
    form.set('person', String(person?.id));
    form.set('decision', 'allow');
    const answer = await judged.fetch(`https://${HOST}/OAuth2AccessRequest.action`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
    });
    const location = new URL(answer.headers.get('location') ?? '');
    expect(location.origin + location.pathname).toBe(REDIRECT_URI);
    expect(location.searchParams.get('state')).toBe('s-1');
    return location.searchParams.get('code') ?? '';
  }

  test('a code becomes a token that acts with that person rights', async () => {
    const judged = judgedSpace();
    const oauth = new OAuth2(credentials, undefined, judged.fetch);
    const code = await signIn(judged, 'sato');
    const token = await oauth.getAccessToken({ host: HOST, code, redirectUri: REDIRECT_URI });
    const client = new Backlog({ host: HOST, accessToken: token.access_token, fetch: judged.fetch });
    expect(token).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    expect(await client.getMyself()).toMatchObject({ userId: 'sato' });
    await expect(client.getUsers()).rejects.toMatchObject({ status: 403 });
    await expect(oauth.getAccessToken({ host: HOST, code, redirectUri: REDIRECT_URI })).rejects.toMatchObject(
      {
        body: { error: 'invalid_grant' },
      },
    );
  });

  test('an expired token is a BacklogAuthError, and refreshing replaces both tokens', async () => {
    const judged = judgedSpace();
    const oauth = new OAuth2(credentials, undefined, judged.fetch);
    const code = await signIn(judged, 'suzuki');
    const old = await oauth.getAccessToken({ host: HOST, code, redirectUri: REDIRECT_URI });
    judged.advance(3_600_000);
    const expired = new Backlog({ host: HOST, accessToken: old.access_token, fetch: judged.fetch });
    await expect(expired.getMyself()).rejects.toBeInstanceOf(BacklogErrors.BacklogAuthError);
    const renewed = await oauth.refreshAccessToken({ host: HOST, refreshToken: old.refresh_token });
    const client = new Backlog({ host: HOST, accessToken: renewed.access_token, fetch: judged.fetch });
    expect(renewed.refresh_token).not.toBe(old.refresh_token);
    expect(await client.getMyself()).toMatchObject({ userId: 'suzuki' });
    await expect(
      oauth.refreshAccessToken({ host: HOST, refreshToken: old.refresh_token }),
    ).rejects.toMatchObject({
      body: { error: 'invalid_grant' },
    });
  });

  test('a wrong secret is refused in the form of RFC 6749', async () => {
    const judged = judgedSpace();
    const code = await signIn(judged, 'suzuki');
    const oauth = new OAuth2({ ...credentials, clientSecret: 'wrong' }, undefined, judged.fetch);
    await expect(oauth.getAccessToken({ host: HOST, code, redirectUri: REDIRECT_URI })).rejects.toMatchObject(
      {
        status: 401,
        body: { error: 'invalid_client' },
      },
    );
  });
});
