import { describe, expect, it } from 'vitest';
import { dumpState, loadState } from '../state-dump';
import { smallState, testSpace } from '../testing';

describe('controls', () => {
  it('logs every request to the space with a rising number, and none to the controls', async () => {
    const { call, control } = testSpace();
    await call('GET', '/space?a=1');
    await call('PATCH', '/issues/DEMO-1', { form: 'statusId=2' });
    await call('PATCH', '/issues/DEMO-1', { form: 'statusId=2' });
    expect(await (await control('GET', 'log?since=1')).json()).toEqual([
      {
        seq: 2,
        at: '2026-11-22T03:00:00.250Z',
        method: 'PATCH',
        path: '/api/v2/issues/DEMO-1',
        query: '',
        body: 'statusId=2',
        contentType: 'application/x-www-form-urlencoded',
        userId: 1,
        status: 200,
        appliedAt: '2026-11-22T03:00:00.250Z',
        answeredAt: '2026-11-22T03:00:00.250Z',
        quota: { remaining: 149, resetAt: '2026-11-22T03:01:00.000Z' },
      },
      expect.objectContaining({ seq: 3, status: 400 }),
    ]);
  });

  it('resets the content, the faults, the quotas and the clock', async () => {
    const space = testSpace({ limits: { update: 1 } });
    await space.call('PATCH', '/issues/DEMO-1', { form: 'statusId=2' });
    await space.control('POST', 'clock', { offsetMs: 5000 });
    await space.control('POST', 'reset');
    expect(space.space.state.issues.get(1000)?.statusId).toBe(1);
    expect((await space.call('PATCH', '/issues/DEMO-1', { form: 'statusId=2' })).status).toBe(200);
    expect(await (await space.control('GET', 'log')).json()).toMatchObject([{ seq: 2 }]);
  });

  it('moves the clock of the space, not that of the log', async () => {
    const { call, control, json } = testSpace();
    await control('POST', 'clock', { offsetMs: 86_400_000 });
    await call('PATCH', '/issues/DEMO-1', { form: 'statusId=2' });
    expect(await json('GET', '/issues/DEMO-1')).toMatchObject({ updated: '2026-11-23T03:00:00Z' });
    expect(await (await control('GET', 'log')).json()).toMatchObject([
      { at: '2026-11-22T03:00:00.250Z' },
      {},
    ]);
  });

  it('logs that a request is over when its caller hangs up, and no answer for it', async () => {
    const { control, space } = testSpace({ sleep: () => new Promise(() => undefined), latencyMs: 1 });
    const hangUp = new AbortController();
    const asked = space.handle(new Request('http://127.0.0.1:4010/api/v2/space', { signal: hangUp.signal }));
    hangUp.abort();
    await expect(asked).rejects.toThrow();
    expect(await (await control('GET', 'log')).json()).toMatchObject([
      { status: null, answeredAt: '2026-11-22T03:00:00.250Z' },
    ]);
  });

  it('lowers limits at once, also in a window that is open', async () => {
    const { call, control } = testSpace();
    await call('PATCH', '/issues/DEMO-1', { form: 'statusId=2' });
    await control('POST', 'limits', { update: 2 });
    const second = await call('PATCH', '/issues/DEMO-1', { form: 'statusId=3' });
    expect([second.status, second.headers.get('X-RateLimit-Remaining')]).toEqual([200, '0']);
    expect((await call('PATCH', '/issues/DEMO-1', { form: 'statusId=2' })).status).toBe(429);
    expect((await control('POST', 'limits', { writes: 2 })).status).toBe(400);
  });

  it('answers 400 to what it does not understand', async () => {
    const { control } = testSpace();
    expect((await control('POST', 'edit', { issueKey: 'NO-1', fields: {}, as: 1 })).status).toBe(400);
    expect((await control('POST', 'clock', { offsetMs: 'x' })).status).toBe(400);
    expect((await control('GET', 'nothing')).status).toBe(404);
  });

  it('serves controls to loopback only', async () => {
    const { space } = testSpace();
    expect((await space.handle(new Request('http://hoshikawa.backlog.com/_demo/log'))).status).toBe(403);
  });

  it('gives the same space back from its dump', () => {
    const dump = dumpState(smallState());
    expect(dumpState(loadState(JSON.parse(JSON.stringify(dump))))).toEqual(dump);
    expect(() => loadState({})).toThrow('dump');
  });

  it('shows pages for the space and for an issue', async () => {
    const { space } = testSpace();
    const page = async (path: string) => space.handle(new Request(`http://127.0.0.1:4010${path}`));
    expect(await (await page('/view/DEMO-1')).text()).toContain('見積もりの再確認');
    expect((await page('/view/DEMO-99')).status).toBe(404);
    expect((await page('/')).status).toBe(200);
  });
});
