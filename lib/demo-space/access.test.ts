import { describe, expect, it } from 'vitest';
import { IDS, testSpace } from './testing';

const PEOPLE = [IDS.admin, IDS.normal, IDS.reporter, IDS.viewer, IDS.guestReporter, IDS.guestViewer] as const;

async function statuses(method: string, path: string, form?: string): Promise<number[]> {
  return Promise.all(
    PEOPLE.map(async (as) => {
      const { call } = testSpace();
      return (await call(method, path, form === undefined ? { as } : { form, as })).status;
    }),
  );
}

describe('roles', () => {
  it('lets administrators and normal users change issues, nobody else', async () => {
    expect(await statuses('PATCH', '/issues/DEMO-1', 'statusId=2')).toEqual([200, 200, 403, 403, 403, 403]);
  });

  it('lets all but viewers add issues', async () => {
    const form = `projectId=${IDS.demo}&summary=x&issueTypeId=${IDS.task}&priorityId=3`;
    expect(await statuses('POST', '/issues', form)).toEqual([201, 201, 201, 403, 201, 403]);
  });

  it('lets only administrators delete issues and list all users', async () => {
    expect(await statuses('DELETE', '/issues/DEMO-1')).toEqual([200, 403, 403, 403, 403, 403]);
    expect(await statuses('GET', '/users')).toEqual([200, 403, 403, 403, 403, 403]);
  });

  it('lets everybody read, and withholds other mail addresses from guests', async () => {
    expect(await statuses('GET', '/issues/DEMO-1')).toEqual([200, 200, 200, 200, 200, 200]);
    const { json } = testSpace();
    expect(await json('GET', '/users/2', { as: IDS.guestViewer })).toMatchObject({ mailAddress: null });
  });

  it('answers a refusal with code 5 in the language of the caller', async () => {
    const { json } = testSpace();
    expect(await json('DELETE', '/issues/DEMO-1', { as: IDS.english })).toEqual({
      errors: [{ message: 'You do not have permission for this operation.', code: 5, moreInfo: '' }],
    });
  });

  it('hides projects and issues of others behind 404 code 6', async () => {
    const { call, json } = testSpace();
    for (const path of [
      '/projects/OTHER',
      '/issues/OTHER-1',
      '/projects/20/statuses',
      '/issues?projectId[]=20',
    ]) {
      expect((await call('GET', path)).status).toBe(404);
      expect(await json('GET', path)).toMatchObject({ errors: [{ code: 6 }] });
    }
    expect(await json('GET', '/projects')).toHaveLength(1);
    expect(await json('GET', '/projects?all=true')).toHaveLength(2);
  });
});

describe('authentication', () => {
  it('takes the key from the header or the query', async () => {
    const { space } = testSpace();
    const url = 'http://127.0.0.1:4010/api/v2/users/myself';
    const header = new Request(url, { headers: { 'Backlog-API-Key': 'key-2' } });
    for (const request of [header, new Request(`${url}?apiKey=key-2`)])
      expect(await (await space.handle(request)).json()).toMatchObject({ id: 2 });
  });

  it('answers 401 code 11 to a wrong key and to none', async () => {
    const { space } = testSpace();
    const url = 'http://127.0.0.1:4010/api/v2/space';
    for (const request of [new Request(url), new Request(`${url}?apiKey=wrong`)]) {
      const response = await space.handle(request);
      expect(response.status).toBe(401);
      expect(response.headers.get('x-ratelimit-limit')).toBe('600');
      expect(await response.json()).toMatchObject({ errors: [{ code: 11 }] });
    }
  });

  it('answers a wrong token with WWW-Authenticate and JSON without errors', async () => {
    const { space } = testSpace();
    const headers = { Authorization: 'Bearer wrong' };
    const response = await space.handle(new Request('http://127.0.0.1:4010/api/v2/space', { headers }));
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('invalid_token');
    expect(await response.json()).toEqual({});
  });

  it('answers an unknown path with 404 code 6, after authentication', async () => {
    const { call, json, space } = testSpace();
    expect((await call('GET', '/nothing')).status).toBe(404);
    expect(await json('GET', '/nothing')).toMatchObject({ errors: [{ code: 6 }] });
    const anonymous = new Request('http://127.0.0.1:4010/api/v2/nothing');
    expect((await space.handle(anonymous)).status).toBe(401);
  });
});
