import { describe, expect, it } from 'vitest';
import type { TestSpace } from './testing';
import { IDS, testSpace } from './testing';

function standing(response: Response): number[] {
  return ['limit', 'remaining', 'reset'].map((name) => Number(response.headers.get(`x-ratelimit-${name}`)));
}

async function read({ call }: TestSpace, as: number = IDS.admin): Promise<Response> {
  return call('GET', '/space', { as });
}

describe('rate limits', () => {
  it('opens a window with the first request of a class and closes it after its length', async () => {
    const space = testSpace({ limits: { read: 2 } });
    const start = Math.floor(space.clock.now / 1000);
    expect(standing(await read(space))).toEqual([2, 1, start + 60]);
    space.clock.now += 30_000;
    expect(standing(await read(space))).toEqual([2, 0, start + 60]);
    const refused = await read(space);
    expect(refused.status).toBe(429);
    expect(standing(refused)).toEqual([2, 0, start + 60]);
    expect(await refused.json()).toMatchObject({ errors: [{ code: 13 }] });
    space.clock.now = (start + 60) * 1000;
    expect(standing(await read(space))).toEqual([2, 1, start + 120]);
  });

  it('opens windows at whole minutes when told so', async () => {
    const space = testSpace({ limits: { read: 1 }, window: 'clock-minute' });
    space.clock.now = Date.parse('2026-11-22T03:00:50Z');
    const minute = Date.parse('2026-11-22T03:01:00Z');
    expect(standing(await read(space))).toEqual([1, 0, minute / 1000]);
    expect((await read(space)).status).toBe(429);
    space.clock.now = minute;
    expect((await read(space)).status).toBe(200);
  });

  it('counts each class and each person apart', async () => {
    const space = testSpace({ limits: { read: 1, search: 1, update: 1, icon: 1 } });
    const query = `?projectId[]=${IDS.demo}`;
    const calls: [string, string][] = [
      ['GET', '/space'],
      ['GET', `/issues${query}`],
      ['PATCH', '/issues/DEMO-1'],
      ['GET', '/users/1/icon'],
    ];
    for (const [method, path] of calls) expect((await space.call(method, path)).status).not.toBe(429);
    for (const path of [`/issues${query}`, `/issues/count${query}`, '/users/2/icon', '/users/myself'])
      expect((await space.call('GET', path)).status).toBe(429);
    expect((await read(space, IDS.normal)).status).toBe(200);
  });

  it('carries the headers on errors too, which cost a call like any other', async () => {
    const space = testSpace();
    expect(standing(await space.call('GET', '/issues/DEMO-99'))[1]).toBe(599);
    expect(standing(await space.call('PATCH', '/issues/DEMO-1', { form: 'statusId=99' }))[1]).toBe(149);
    expect(standing(await space.call('GET', '/nothing'))[1]).toBe(598);
  });

  it('tells where the caller stands at the price of one read', async () => {
    const space = testSpace();
    const now = Math.floor(space.clock.now / 1000);
    expect(await space.json('GET', '/rateLimit')).toEqual({
      rateLimit: {
        read: { limit: 600, remaining: 599, reset: now + 60 },
        update: { limit: 150, remaining: 150, reset: now },
        search: { limit: 150, remaining: 150, reset: now },
        icon: { limit: 60, remaining: 60, reset: now },
      },
    });
  });
});
