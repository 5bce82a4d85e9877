import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { exchangeCode, refreshToken } from '@/lib/backlog';
import type { OpenDatabase } from '@/lib/db';
import { connections, plans, runs } from '@/lib/db/schema';
import { createDemoSpace, type Listening, listen, seedSource } from '@/lib/demo-space';
import { createTestDatabase, databaseKinds } from '@/lib/testing/test-database';
import { rotateConnections } from './connections';
import { createSessionStore, type SessionStore } from './session-store';
import { createTokenStore, locksAtOnce, oauthSecretOf, type TokenSet, type TokenStore } from './token-store';
import { createVault } from './vault';

const application = { clientId: 'ikkatsu-demo', clientSecret: 'ikkatsu-demo-secret', fetch };
const redirectUri = 'http://127.0.0.1:3999/api/auth/callback/backlog';
const ttlSeconds = 1_000;
const day = 24 * 60 * 60 * 1000;
const keys = [{ id: 'k1', key: randomBytes(32) }];

/** A token endpoint that answers when the test says so. */
function answerLater() {
  const tokens: TokenSet = { accessToken: 'next', refreshToken: 'after', expiresInSeconds: 60 };
  let give: () => void = () => undefined;
  const answer = new Promise<TokenSet>((resolve) => {
    give = () => resolve(tokens);
  });
  return { answer, give: () => give() };
}

describe.each(databaseKinds)('tokens kept in %s', (kind) => {
  let now: number;
  let database: OpenDatabase;
  let server: Listening;
  let sessions: SessionStore;
  let owner: { spaceHost: string; userId: number };
  let sessionId: string;
  let tokenCalls: number;
  let refuseRefresh: (() => Promise<TokenSet>) | null;

  const clock = { now: () => new Date(now) };
  /** A token store as another process would have it: nothing in memory, same database. */
  const newStore = (vault = createVault(keys), exclusive = false): TokenStore =>
    createTokenStore({
      exclusive,
      db: database.db,
      vault,
      clock,
      refresh: async (_host, token) => {
        tokenCalls += 1;
        if (refuseRefresh) return refuseRefresh();
        return refreshToken({ ...application, origin: server.origin, refreshToken: token });
      },
    });

  async function codeFor(userId: number): Promise<string> {
    const asked = { response_type: 'code', client_id: 'ikkatsu-demo', redirect_uri: redirectUri, state: 's' };
    const body = new URLSearchParams({ ...asked, person: String(userId), decision: 'allow' });
    const url = `${server.origin}/OAuth2AccessRequest.action`;
    const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' });
    return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
  }
  const worksAtBacklog = async (credential: Awaited<ReturnType<TokenStore['credential']>>) => {
    const token = credential.kind === 'oauth' ? credential.accessToken : '';
    const headers = { authorization: `Bearer ${token}` };
    return (await fetch(`${server.origin}/api/v2/users/myself`, { headers })).status === 200;
  };

  beforeEach(async () => {
    now = Date.now();
    tokenCalls = 0;
    refuseRefresh = null;
    const space = createDemoSpace({
      buildState: seedSource({ seed: 'small', spaceName: 'hoshikawa' }),
      accessTokenTtlSeconds: ttlSeconds,
      clock: () => now,
    });
    server = await listen(space, { port: 0 });
    database = await createTestDatabase(kind);
    sessions = createSessionStore({ db: database.db, vault: createVault(keys), clock });
    const userId = space.state.users.all()[0]?.id ?? 0;
    owner = { spaceHost: `127.0.0.1:${server.port}`, userId };
    const code = await codeFor(userId);
    const tokens = await exchangeCode({ ...application, origin: server.origin, code, redirectUri });
    const opened = await sessions.open({
      previousSessionId: null,
      spaceHost: owner.spaceHost,
      identity: { userId, userName: 'A', roleType: 1, lang: 'ja', spaceName: 'S', timezone: 'Asia/Tokyo' },
      secret: oauthSecretOf(tokens, now),
    });
    sessionId = opened.sessionId;
  });

  afterEach(async () => {
    await server.close();
    await database.close();
  });

  test('row 20: 30 calls at expiry, spread over two processes, make exactly one token request and all succeed', async () => {
    now += ttlSeconds * 1000;
    const [one, two] = [newStore(), newStore()];
    const stores = Array.from({ length: 30 }, (_, index) => (index % 2 ? one : two));
    const credentials = await Promise.all(stores.map((store) => store.credential(owner)));
    expect(tokenCalls).toBe(1);
    expect(new Set(credentials.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await worksAtBacklog(await one.credential(owner))).toBe(true);
  });

  test('row 19: a token is renewed after 80 % of its life, not before', async () => {
    const store = newStore();
    now += ttlSeconds * 1000 * 0.79;
    await store.credential(owner);
    expect(tokenCalls).toBe(0);
    now += ttlSeconds * 1000 * 0.02;
    await store.credential(owner);
    expect(tokenCalls).toBe(1);
  });

  test('row 20: 30 refusals of one token make one token request; a token that is already newer is handed out', async () => {
    const store = newStore();
    const rejected = await store.credential(owner);
    const renewed = await Promise.all(Array.from({ length: 30 }, () => store.renew(owner, rejected)));
    expect(tokenCalls).toBe(1);
    expect(new Set(renewed.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await newStore().renew(owner, rejected)).toEqual(renewed[0]);
    expect(tokenCalls).toBe(1);
  });

  test('row 23: a refresh without an answer leaves a valid token in use and a person signed in', async () => {
    const store = newStore();
    const first = await store.credential(owner);
    refuseRefresh = () => Promise.reject(new Error('no answer'));
    now += ttlSeconds * 1000 * 0.9;
    expect(await store.credential(owner)).toEqual(first);
    expect(await store.credential(owner)).toEqual(first);
    expect(tokenCalls).toBe(1);
    now += ttlSeconds * 1000 * 0.2;
    await expect(store.credential(owner)).rejects.toThrow('no answer');
    expect((await sessions.connectionsOf(sessionId))?.[0]?.needsSignIn).toBe(false);
  });

  test.runIf(kind === 'pglite')(
    'a token endpoint that is slow holds up nobody else in the one database',
    async () => {
      const store = newStore(createVault(keys), true);
      const held = answerLater();
      refuseRefresh = () => held.answer;
      now += ttlSeconds * 1000 * 0.9;
      const asked = Promise.all([store.credential(owner), store.credential(owner)]);
      await vi.waitFor(() => expect(tokenCalls).toBe(1));
      // Held up, it would run into the time limit of the test.
      await database.db.select().from(plans);
      held.give();
      expect(await asked).toEqual(Array(2).fill({ kind: 'oauth', accessToken: 'next' }));
      expect(tokenCalls).toBe(1);
    },
  );

  test.runIf(kind === 'pglite')(
    'a sign-in during a renewal wins: its credential is kept and handed out',
    async () => {
      const store = newStore(createVault(keys), true);
      const held = answerLater();
      refuseRefresh = () => held.answer;
      now += ttlSeconds * 1000 * 0.9;
      const asked = store.credential(owner);
      await vi.waitFor(() => expect(tokenCalls).toBe(1));
      const identity = { userName: 'A', roleType: 1, lang: 'ja', spaceName: 'S', timezone: 'Asia/Tokyo' };
      const secret = { kind: 'apiKey', apiKey: 'newer' } as const;
      const spaceHost = owner.spaceHost;
      const who = { ...identity, userId: owner.userId };
      await sessions.open({ previousSessionId: null, spaceHost, identity: who, secret });
      held.give();
      expect(await asked).toEqual(secret);
      expect(await store.credential(owner)).toEqual(secret);
    },
  );

  test.runIf(kind === 'postgres')(
    'many slow renewals leave connections of the pool to everybody else',
    async () => {
      const store = newStore();
      const held = answerLater();
      refuseRefresh = () => held.answer;
      const people = Array.from({ length: 12 }, (_, index) => 1_000 + index);
      for (const userId of people) {
        const identity = { userName: 'A', roleType: 1, lang: 'ja', spaceName: 'S', timezone: 'Asia/Tokyo' };
        const tokens = { accessToken: 'old', refreshToken: 'old', expiresInSeconds: ttlSeconds };
        const secret = oauthSecretOf(tokens, now);
        const who = { ...identity, userId };
        await sessions.open({ previousSessionId: null, spaceHost: owner.spaceHost, identity: who, secret });
      }
      now += ttlSeconds * 1000 * 0.9;
      const asked = Promise.all(people.map((userId) => store.credential({ ...owner, userId })));
      await vi.waitFor(() => expect(tokenCalls).toBe(locksAtOnce));
      // Held up, it would run into the time limit of the test.
      await database.db.select().from(plans);
      expect(tokenCalls).toBe(locksAtOnce);
      held.give();
      expect(await asked).toHaveLength(people.length);
    },
  );

  test('a sign-in at the moment of a sign-out elsewhere keeps its session', async () => {
    let known = sessionId;
    const identity = { userName: 'A', roleType: 1, lang: 'ja', spaceName: 'S', timezone: 'Asia/Tokyo' };
    const who = { ...identity, userId: owner.userId };
    const secret = { kind: 'apiKey', apiKey: 'k' } as const;
    for (let round = 0; round < 25; round += 1) {
      const [opened] = await Promise.all([
        sessions.open({ previousSessionId: null, spaceHost: owner.spaceHost, identity: who, secret }),
        sessions.close(known),
      ]);
      expect(await sessions.connectionsOf(opened.sessionId)).toHaveLength(1);
      known = opened.sessionId;
    }
  });

  test('row 22: when Backlog refuses to renew, the person has to sign in again, and signing in heals it', async () => {
    const store = newStore();
    const rejected = await store.credential(owner);
    const body = JSON.stringify({ userId: owner.userId });
    const headers = { 'content-type': 'application/json' };
    await fetch(`${server.origin}/_demo/revoke`, { method: 'POST', body, headers });
    expect(await store.renew(owner, rejected)).toBeNull();
    await expect(store.credential(owner)).rejects.toMatchObject({ code: 'SIGN_IN_AGAIN' });
    expect((await sessions.connectionsOf(sessionId))?.[0]?.needsSignIn).toBe(true);

    const code = await codeFor(owner.userId);
    const tokens = await exchangeCode({ ...application, origin: server.origin, code, redirectUri });
    const identity = { userName: 'A', roleType: 1, lang: 'ja', spaceName: 'S', timezone: 'Asia/Tokyo' };
    await sessions.open({
      previousSessionId: sessionId,
      spaceHost: owner.spaceHost,
      identity: { ...identity, userId: owner.userId },
      secret: oauthSecretOf(tokens, now),
    });
    expect(await worksAtBacklog(await store.credential(owner))).toBe(true);
  });

  test('no token stands readable in the database, and after rotation the old key may go', async () => {
    const credential = await newStore().credential(owner);
    const token = credential.kind === 'oauth' ? credential.accessToken : '';
    const rows = JSON.stringify(await database.db.select().from(connections));
    expect(token.length).toBeGreaterThan(20);
    expect(rows).not.toContain(token);

    const fresh = { id: 'k2', key: randomBytes(32) };
    expect(await rotateConnections(database.db, createVault([fresh, ...keys]))).toBe(1);
    expect(await newStore(createVault([fresh])).credential(owner)).toEqual(credential);
    await expect(newStore().credential(owner)).rejects.toMatchObject({ code: 'SIGN_IN_AGAIN' });
  });

  test('signing out keeps a credential that an unfinished run needs, and forgets it once the run ended', async () => {
    const planId = '00000000-0000-4000-8000-000000000001';
    const runId = '00000000-0000-4000-8000-000000000002';
    const common = { ...owner, actorType: 'user', title: 't' } as const;
    await database.db.insert(plans).values({
      ...common,
      id: planId,
      createdBy: 'A',
      timezone: 'Asia/Tokyo',
      number: 1,
      format: 1,
      state: 'approved',
      selection: {},
      changes: [],
      counts: {},
      expiresAt: new Date(now),
    });
    await database.db
      .insert(runs)
      .values({ ...common, id: runId, planId, state: 'running', pace: 'limit', approvedBy: 'A', total: 1 });

    await sessions.close(sessionId);
    expect(await sessions.connectionsOf(sessionId)).toBeNull();
    expect((await newStore().credential(owner)).kind).toBe('oauth');

    await database.db
      .update(runs)
      .set({ state: 'done', endedAt: new Date(now) })
      .where(eq(runs.id, runId));
    await sessions.sweep();
    await expect(newStore().credential(owner)).rejects.toMatchObject({ code: 'SIGN_IN_AGAIN' });
  });

  test('a session ends after 30 days, however much it is used', async () => {
    for (let elapsed = 0; elapsed < 30; elapsed += 5) {
      expect(await sessions.connectionsOf(sessionId)).not.toBeNull();
      now += 5 * day;
    }
    expect(await sessions.connectionsOf(sessionId)).toBeNull();
  });

  test('an ended session hands nothing on: whoever signs in next in this browser gets only their own space', async () => {
    now += 8 * day;
    const identity = { userName: 'B', roleType: 1, lang: 'ja', spaceName: 'T', timezone: 'Asia/Tokyo' };
    const secret = { kind: 'apiKey', apiKey: 'b' } as const;
    const spaceHost = 'other.backlog.com';
    const who = { ...identity, userId: 9 };
    const next = await sessions.open({ previousSessionId: sessionId, spaceHost, identity: who, secret });
    const open = await sessions.connectionsOf(next.sessionId);
    expect(open?.map((one) => one.spaceHost)).toEqual([spaceHost]);
  });

  test('a session ends after 7 days without use, and its credential goes with it', async () => {
    now += 6 * day;
    expect(await sessions.connectionsOf(sessionId)).not.toBeNull();
    now += 8 * day;
    expect(await sessions.connectionsOf(sessionId)).toBeNull();
    await sessions.sweep();
    expect(await database.db.select().from(connections)).toEqual([]);
  });
});
