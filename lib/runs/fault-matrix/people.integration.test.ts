import { describe, expect, it } from 'vitest';
import { createBacklogClient, createRateBudget, exchangeCode, refreshToken } from '@/lib/backlog';
import { connections } from '@/lib/db/schema';
import { IDS } from '@/lib/demo-space/testing';
import { AppError } from '@/lib/errors';
import { databaseKinds } from '@/lib/testing/test-database';
import type { VirtualClock } from '@/lib/testing/virtual-clock';
import { cancelRun } from '../control';
import { FIRST, SPACE, toEnglish, untilIn, untilState, type World } from '../testing';
import { patchOf, states, verdict, withComment, worldsOfTests } from './testing';

const { world, virtualWorld } = worldsOfTests();
const origin = `http://${SPACE}`;
const redirectUri = 'http://127.0.0.1:3999/api/auth/callback/backlog';

/** A client of the administrator that signed in by OAuth and renews only when it is refused. */
async function oauthClient(w: World, clock: VirtualClock) {
  const application = {
    clientId: 'ikkatsu-demo',
    clientSecret: 'ikkatsu-demo-secret',
    origin,
    fetch: (input: RequestInfo | URL, init?: RequestInit) => w.space.handle(new Request(input, init)),
  };
  const asked = { response_type: 'code', client_id: 'ikkatsu-demo', redirect_uri: redirectUri, state: 's' };
  const body = new URLSearchParams({ ...asked, person: String(IDS.admin), decision: 'allow' });
  const page = `${origin}/OAuth2AccessRequest.action`;
  const answer = await w.space.handle(new Request(page, { method: 'POST', body }));
  const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
  let tokens = await exchangeCode({ ...application, code, redirectUri });
  let renewals = 0;
  const current = () => ({ kind: 'oauth', accessToken: tokens.accessToken }) as const;
  const client = createBacklogClient({
    ...application,
    credential: async () => current(),
    async renew() {
      renewals += 1;
      tokens = await refreshToken({ ...application, refreshToken: tokens.refreshToken });
      return current();
    },
    clock: { now: clock.wall },
    sleep: clock.sleepOrThrow,
    after: clock.after,
    budget: createRateBudget({ clock: { now: clock.wall } }),
  });
  return { client, renewals: () => renewals };
}

describe.each(databaseKinds)('the person behind a run, on %s', (kind) => {
  it.each([
    ['', toEnglish],
    [' with a comment', withComment],
  ])(
    'row 18: 401, the access token expired mid-run%s → renewed once each time, the same item sent again',
    async (_, changes) => {
      const space = { latencyMs: 200, accessTokenTtlSeconds: 2 };
      const { w, clock } = await virtualWorld(kind, 20, { space });
      const run = await w.approve(await w.plan(changes));
      const { client, renewals } = await oauthClient(w, clock);
      w.worker({ clientFor: async () => client });
      await untilState(w, run.id, 'done');
      expect((await w.items(run.id)).map((item) => [item.state, item.attempt])).toEqual(
        w.ids.map(() => ['applied', 1]),
      );
      const refused = (await w.log()).filter((one) => one.status === 401);
      expect(refused.length).toBeGreaterThan(0);
      expect(renewals()).toBe(refused.length);
      expect((await w.patches()).filter((patch) => patch.status === 200)).toHaveLength(20);
      expect(await verdict(w)).toEqual([]);
    },
  );

  it('row 22: the sign-in ended mid-run → the run waits for its person, loses nothing, goes on once they are back', async () => {
    const w = await world(kind, 3);
    const run = await w.approve(await w.plan(toEnglish));
    let signedIn = true;
    let stopped: Promise<void> | null = null;
    const first = w.worker({
      clientFor: async () => w.client,
      observer: (step, { position }) => {
        if (step !== 'item.afterRecord' || position !== 0) return;
        signedIn = false;
        // From here, or a fast machine has done the rest before anybody looks.
        stopped = first.stop();
      },
    });
    await untilIn(w, async () => (signedIn ? null : true));
    await stopped;
    const clientFor = async () => {
      if (!signedIn) throw new AppError('SIGN_IN_AGAIN');
      return w.client;
    };
    w.worker({ clientFor });
    await untilIn(w, async () => ((await w.run(run.id)).waitReason === 'needsSignIn' ? true : null));
    expect(states(await w.items(run.id))).not.toContain('intent');
    // Somebody else's sign-in is none of this run's business.
    const connection = {
      spaceHost: SPACE,
      kind: 'apiKey',
      userName: '管理 太郎',
      roleType: 1,
      spaceName: 'デモ',
      timezone: 'Asia/Tokyo',
      cipherText: '',
      keyId: 'k1',
    } as const;
    await w.db.insert(connections).values({ ...connection, userId: IDS.normal });
    expect((await w.run(run.id)).waitReason).toBe('needsSignIn');
    signedIn = true;
    await w.db.insert(connections).values({ ...connection, userId: IDS.admin });
    await untilState(w, run.id, 'done');
    expect(states(await w.items(run.id))).toEqual(['applied', 'applied', 'applied']);
    expect(await w.patches()).toHaveLength(3);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 47: cancelled during a PATCH → that item is finished and recorded, the rest cancelled, nothing more sent', async () => {
    const { w, clock } = await virtualWorld(kind, 4);
    await w.fault({ match: patchOf(FIRST + 1), effect: { kind: 'delay', ms: 20_000 }, times: 1 });
    const run = await w.approve(await w.plan(toEnglish));
    w.worker();
    await untilIn(w, async () => ((await w.patches()).length === 2 ? true : null));
    expect(await cancelRun(w.db, { runId: run.id, spaceHost: SPACE, userId: IDS.admin })).toBe(true);
    const asked = clock.now();
    expect(await w.run(run.id)).toMatchObject({ state: 'cancelling' });
    await untilState(w, run.id, 'cancelled');
    expect(clock.now() - asked).toBeLessThan(30_000);
    expect(states(await w.items(run.id))).toEqual(['applied', 'applied', 'cancelled', 'cancelled']);
    expect(await w.patches()).toHaveLength(2);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 47: cancelled during a PATCH whose answer is lost → decided after its time, not called cancelled', async () => {
    const { w } = await virtualWorld(kind, 3);
    await w.fault({ match: patchOf(FIRST), effect: { kind: 'timeout-after' }, times: 1 });
    const run = await w.approve(await w.plan(toEnglish));
    w.worker();
    await untilIn(w, async () => ((await w.patches()).length === 1 ? true : null));
    expect(await cancelRun(w.db, { runId: run.id, spaceHost: SPACE, userId: IDS.admin })).toBe(true);
    await untilState(w, run.id, 'cancelled');
    expect(states(await w.items(run.id))).toEqual(['applied', 'cancelled', 'cancelled']);
    expect(await verdict(w)).toEqual([]);
  });
});
