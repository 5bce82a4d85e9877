import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { databaseKinds } from '@/lib/testing/test-database';
import { FIRST, toEnglish, untilIn, untilState, type World } from '../testing';
import { defaultTimings } from '../timings';
import { patchOf, states, verdict, withComment, worldsOfTests } from './testing';

const { world, virtualWorld } = worldsOfTests();
/** What the issue's history shows of us. */
const history = async (w: World, id: number) => w.client.issues.comments(id, { count: 100 });

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A port that speaks HTTP without TLS. */
async function plainPort(): Promise<number> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A port that nobody listens on. */
async function closedPort(): Promise<number> {
  const port = await plainPort();
  await new Promise((resolve) => servers.pop()?.close(resolve));
  return port;
}

describe.each(databaseKinds)('an answer that never came, on %s', (kind) => {
  it.each([
    ['', toEnglish],
    [' with a comment', withComment],
  ])(
    'row 8: timeout, server applied before%s → reconciled as applied, one change-log entry',
    async (_, changes) => {
      const { w } = await virtualWorld(kind, 3);
      await w.fault({ match: patchOf(FIRST), effect: { kind: 'timeout-after' }, times: 1 });
      const run = await w.approve(await w.plan(changes));
      w.worker();
      await untilState(w, run.id, 'done');
      expect((await w.items(run.id)).map((item) => [item.state, item.attempt])).toEqual(
        Array.from({ length: 3 }, () => ['applied', 1]),
      );
      expect(await history(w, FIRST)).toHaveLength(1);
      expect(await w.patches()).toHaveLength(3);
      expect(await verdict(w)).toEqual([]);
    },
  );

  it.each([
    ['', toEnglish],
    [' with a comment', withComment],
  ])(
    'row 9: timeout, server applies later%s → others go first, decided after 60 s, sent once',
    async (_, changes) => {
      const { w } = await virtualWorld(kind, 3);
      // Carried out 45 s after the client has given up.
      await w.fault({ match: patchOf(FIRST), effect: { kind: 'delay', ms: 75_000 }, times: 1 });
      const run = await w.approve(await w.plan(changes));
      w.worker();
      await untilState(w, run.id, 'done');
      const items = await w.items(run.id);
      expect(items.map((item) => [item.state, item.attempt])).toEqual(
        Array.from({ length: 3 }, () => ['applied', 1]),
      );
      const [first] = await w.patches();
      const gaveUp = Date.parse(first?.answeredAt ?? '');
      expect((items[0]?.endedAt?.getTime() ?? 0) - gaveUp).toBeGreaterThanOrEqual(defaultTimings.settleMs);
      expect(items[2]?.endedAt?.getTime()).toBeLessThan(items[0]?.endedAt?.getTime() ?? 0);
      expect(await history(w, FIRST)).toHaveLength(1);
      expect(await verdict(w)).toEqual([]);
    },
  );

  it('row 10: timeout, never applied → found as it was, tried again once under a new number', async () => {
    const { w } = await virtualWorld(kind, 2);
    await w.fault({ match: patchOf(FIRST), effect: { kind: 'timeout-before' }, times: 1 });
    const run = await w.approve(await w.plan(toEnglish));
    w.worker();
    await untilState(w, run.id, 'done');
    expect((await w.items(run.id)).map((item) => [item.state, item.attempt])).toEqual([
      ['applied', 2],
      ['applied', 1],
    ]);
    const [first, , again] = await w.patches();
    expect(again?.path).toBe(patchOf(FIRST).path);
    expect(Date.parse(again?.at ?? '') - Date.parse(first?.answeredAt ?? '')).toBeGreaterThanOrEqual(
      defaultTimings.settleMs,
    );
    expect(await verdict(w)).toEqual([]);
  });

  it('row 10: timeout of a comment, never applied → never sent again, unknown', async () => {
    const { w } = await virtualWorld(kind, 2);
    await w.fault({ match: patchOf(FIRST), effect: { kind: 'timeout-before' }, times: 1 });
    const run = await w.approve(await w.plan(withComment));
    w.worker();
    await untilState(w, run.id, 'done');
    expect(states(await w.items(run.id))).toEqual(['unknown', 'applied']);
    expect(await w.patches()).toHaveLength(2);
    expect(await verdict(w)).toEqual([]);
  });

  it.each([
    ['refused connection', async () => `http://127.0.0.1:${await closedPort()}/`],
    ['name that is not found', async () => 'http://nowhere.invalid/'],
    ['failed TLS handshake', async () => `https://127.0.0.1:${await plainPort()}/`],
  ])(
    'row 11: %s on a PATCH with a comment → certainly unsent, tried again without reading back',
    async (_, address) => {
      const url = await address();
      let left = 2;
      const w = await world(kind, 2, {
        network: (request, space) => {
          if (request.method !== 'PATCH' || left === 0) return space(request);
          left -= 1;
          return fetch(url, { method: 'PATCH', body: 'x' });
        },
      });
      const run = await w.approve(await w.plan(withComment));
      w.worker();
      await untilState(w, run.id, 'done');
      expect((await w.items(run.id)).map((item) => [item.state, item.attempt])).toEqual([
        ['applied', 1],
        ['applied', 1],
      ]);
      expect((await w.log()).filter((one) => one.path.endsWith('/comments'))).toEqual([]);
      expect(await verdict(w)).toEqual([]);
    },
  );

  it('row 12: reset after the body was sent, carried out → reconciled as applied, sent once', async () => {
    const { w } = await virtualWorld(kind, 3);
    await w.fault({ match: patchOf(FIRST), effect: { kind: 'reset-after' }, times: 1 });
    await w.fault({ match: patchOf(FIRST + 1), effect: { kind: 'late-apply', ms: 20_000 }, times: 1 });
    const run = await w.approve(await w.plan(withComment));
    w.worker();
    await untilState(w, run.id, 'done');
    expect((await w.items(run.id)).map((item) => [item.state, item.attempt])).toEqual(
      Array.from({ length: 3 }, () => ['applied', 1]),
    );
    expect(await w.patches()).toHaveLength(3);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 12: reset after the body was sent, never carried out → tried again once', async () => {
    const { w } = await virtualWorld(kind, 2);
    await w.fault({ match: patchOf(FIRST), effect: { kind: 'reset-before' }, times: 1 });
    const run = await w.approve(await w.plan(toEnglish));
    w.worker();
    await untilState(w, run.id, 'done');
    expect((await w.items(run.id)).map((item) => [item.state, item.attempt])).toEqual([
      ['applied', 2],
      ['applied', 1],
    ]);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 12: answers lost in a row → the run waits after five instead of leaving all its items undecided', async () => {
    const { w } = await virtualWorld(kind, 12);
    await w.fault({ match: { method: 'PATCH' }, effect: { kind: 'reset-before' } });
    const run = await w.approve(await w.plan(withComment));
    w.worker();
    await untilIn(w, async () => ((await w.run(run.id)).waitReason === 'backlogDown' ? true : null));
    expect(await w.patches()).toHaveLength(defaultTimings.downAfterFailures);
    expect(states(await w.items(run.id)).filter((state) => state === 'planned')).toHaveLength(7);
    expect(await verdict(w)).toEqual([]);
  });
});
