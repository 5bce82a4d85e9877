import { describe, expect, it } from 'vitest';
import { testSpace } from './testing';

const PATCH = { form: 'statusId=2' };

async function logOf({ control }: ReturnType<typeof testSpace>): Promise<unknown> {
  return (await control('GET', 'log?since=0')).json();
}

describe('faults', () => {
  it('answers with a status, changing nothing', async () => {
    const space = testSpace();
    await space.control('POST', 'faults', [
      { match: { method: 'PATCH' }, effect: { kind: 'status', status: 503 }, times: 1 },
    ]);
    expect((await space.call('PATCH', '/issues/DEMO-1', PATCH)).status).toBe(503);
    expect(space.space.state.issues.get(1000)?.statusId).toBe(1);
    expect((await space.call('PATCH', '/issues/DEMO-1', PATCH)).status).toBe(200);
  });

  it('answers 429 with nothing remaining and a reset in the future', async () => {
    const space = testSpace();
    await space.control('POST', 'faults', { effect: { kind: 'status', status: 429, resetInSeconds: 5 } });
    const response = await space.call('GET', '/space');
    expect(response.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(response.headers.get('x-ratelimit-reset')).toBe(String(Math.floor(space.clock.now / 1000) + 5));
    expect(await response.json()).toMatchObject({ errors: [{ code: 13 }] });
  });

  it('cuts the connection before or after the work', async () => {
    for (const [kind, statusId] of [
      ['reset-before', 1],
      ['reset-after', 2],
    ] as const) {
      const space = testSpace();
      await space.control('POST', 'faults', [{ effect: { kind } }]);
      await expect(space.call('PATCH', '/issues/DEMO-1', PATCH)).rejects.toThrow('fetch failed');
      expect(space.space.state.issues.get(1000)?.statusId).toBe(statusId);
      expect(await logOf(space)).toMatchObject([{ status: null, method: 'PATCH' }]);
    }
  });

  it('marks in the log what took effect although it was never answered', async () => {
    const space = testSpace();
    await space.control('POST', 'faults', [{ effect: { kind: 'reset-after' } }]);
    await expect(space.call('PATCH', '/issues/DEMO-1', PATCH)).rejects.toThrow();
    expect(await logOf(space)).toMatchObject([
      { appliedAt: expect.any(String), body: 'statusId=2', userId: 1 },
    ]);
  });

  it('applies late, after the connection is gone', async () => {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const space = testSpace({ sleep: () => gate });
    await space.control('POST', 'faults', [{ effect: { kind: 'late-apply', ms: 500 }, times: 1 }]);
    await expect(space.call('PATCH', '/issues/DEMO-1', PATCH)).rejects.toThrow();
    expect(space.space.state.issues.get(1000)?.statusId).toBe(1);
    release();
    await expect.poll(() => space.space.state.issues.get(1000)?.statusId).toBe(2);
  });

  it('breaks a body off half-way, sends HTML, redirects', async () => {
    const space = testSpace();
    const once = (effect: object) => space.control('POST', 'faults', [{ effect, times: 1 }]);
    await once({ kind: 'truncate' });
    await expect((await space.call('GET', '/space')).text()).rejects.toThrow();
    await once({ kind: 'html' });
    const html = await space.call('GET', '/space');
    expect([html.status, html.headers.get('content-type')]).toEqual([502, 'text/html;charset=utf-8']);
    await once({ kind: 'redirect', location: 'http://127.0.0.1:1/' });
    expect((await space.call('GET', '/space')).headers.get('location')).toBe('http://127.0.0.1:1/');
  });

  it('strikes the nth matching request only, and repeats its dice', async () => {
    const space = testSpace();
    await space.control('POST', 'faults', [
      { match: { path: '/api/v2/issues/*', nth: 2 }, effect: { kind: 'status', status: 500 } },
    ]);
    const seen: number[] = [];
    for (const path of ['/issues/DEMO-1', '/space', '/issues/DEMO-2', '/issues/DEMO-1'])
      seen.push((await space.call('GET', path)).status);
    expect(seen).toEqual([200, 200, 500, 200]);
    const dice = async () => {
      const other = testSpace();
      await other.control('POST', 'faults', [
        { match: { probability: 0.5 }, effect: { kind: 'status', status: 500 } },
      ]);
      return Promise.all(Array.from({ length: 20 }, async () => (await other.call('GET', '/space')).status));
    };
    const first = await dice();
    expect(new Set(first)).toEqual(new Set([200, 500]));
    expect(await dice()).toEqual(first);
  });

  it('hangs without carrying the request out', async () => {
    const space = testSpace();
    await space.control('POST', 'faults', [{ effect: { kind: 'timeout-before' }, times: 1 }]);
    await expect(space.call('PATCH', '/issues/DEMO-1', PATCH)).rejects.toThrow('fetch failed');
    expect(space.space.state.issues.get(1000)?.statusId).toBe(1);
  });

  it('ignores a parameter unnoticed, and logs what was sent', async () => {
    const space = testSpace();
    const effect = { kind: 'ignore', params: ['priorityId'] };
    await space.control('POST', 'faults', [{ effect, times: 1 }]);
    const form = 'statusId=2&priorityId=2';
    expect(await space.json('PATCH', '/issues/DEMO-1', { form })).toMatchObject({
      status: { id: 2 },
      priority: { id: 3 },
    });
    expect(await logOf(space)).toMatchObject([{ body: form, appliedAt: expect.any(String) }]);
  });

  it('carries a request out and shows something else', async () => {
    const space = testSpace();
    const before = await space.json('GET', '/issues/DEMO-1');
    await space.control('POST', 'faults', [{ effect: { kind: 'answer-with', body: before }, times: 1 }]);
    expect(await space.json('PATCH', '/issues/DEMO-1', PATCH)).toEqual(before);
    expect(space.space.state.issues.get(1000)?.statusId).toBe(2);
  });

  it('answers a 429 that tells nothing of the quota', async () => {
    const space = testSpace();
    const effect = { kind: 'status', status: 429, rateHeaders: false };
    await space.control('POST', 'faults', [{ effect, times: 1 }]);
    const answer = await space.call('GET', '/space');
    expect([answer.status, answer.headers.get('X-RateLimit-Reset')]).toEqual([429, null]);
  });

  it('refuses a fault it does not know', async () => {
    const space = testSpace();
    expect((await space.control('POST', 'faults', [{ effect: { kind: 'explode' } }])).status).toBe(400);
  });

  it('stops when the faults are deleted', async () => {
    const space = testSpace();
    await space.control('POST', 'faults', [{ effect: { kind: 'status', status: 500 } }]);
    await space.control('DELETE', 'faults');
    expect((await space.call('GET', '/space')).status).toBe(200);
  });
});
