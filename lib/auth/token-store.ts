import { and, eq } from 'drizzle-orm';
import { createReadGate } from '@/lib/backlog';
import type { Database } from '@/lib/db';
import { connections } from '@/lib/db/schema';
import { AppError, isAppError } from '@/lib/errors';
import { type ConnectionRow, isOwner, markNeedsSignIn, secretColumns } from './connections';
import { type OauthSecret, type Owner, openSecret } from './secrets';
import type { Vault } from './vault';

export type Credential = { kind: 'apiKey'; apiKey: string } | { kind: 'oauth'; accessToken: string };

/** Fresh tokens as Backlog's token endpoint answers them. */
export interface TokenSet {
  accessToken: string;
  refreshToken: string;
  expiresInSeconds: number;
}

export interface TokenStore {
  /**
   * The credential to send now; a token past 80 % of its life is refreshed first.
   * @throws AppError SIGN_IN_AGAIN when there is none or Backlog refuses to renew it
   */
  credential(owner: Owner): Promise<Credential>;
  /** After a 401: another credential than the rejected one, or null when the person has to sign in again. */
  renew(owner: Owner, rejected: Credential): Promise<Credential | null>;
}

const lifeShare = 0.8;
/** Each row lock keeps a connection of the pool while Backlog is asked; the rest of the pool is everybody else's. */
export const locksAtOnce = 3;
/** After a refresh that got no answer, the token in hand is used this long before the next attempt. */
const pauseMs = 15_000;

export const oauthSecretOf = (tokens: TokenSet, now: number): OauthSecret => ({
  kind: 'oauth',
  accessToken: tokens.accessToken,
  refreshToken: tokens.refreshToken,
  issuedAt: now,
  expiresAt: now + tokens.expiresInSeconds * 1000,
});

/** Points of a refresh at which the process may die. */
type TokenStep = 'token.beforeRefresh' | 'token.afterAnswer' | 'token.afterSave';

const refreshAt = (secret: OauthSecret) => secret.issuedAt + (secret.expiresAt - secret.issuedAt) * lifeShare;
const bearer = (secret: OauthSecret): Credential => ({ kind: 'oauth', accessToken: secret.accessToken });

/**
 * Hands out credentials. Refresh tokens may work only once, so a refresh is single-flight: one promise per person in
 * this process, and a row lock against other instances; whoever waited finds the new token and asks nobody.
 */
export function createTokenStore(deps: {
  db: Database;
  vault: Vault;
  clock: { now(): Date };
  /** The token endpoint. Throws AppError SIGN_IN_AGAIN when Backlog refuses; anything else counts as no answer. */
  refresh: (spaceHost: string, refreshToken: string) => Promise<TokenSet>;
  /**
   * True when no other process can use the database (PGlite). It has one connection: a transaction that waits for
   * Backlog would hold up everybody, and runs would lose their claims; here one promise per person is lock enough.
   */
  exclusive?: boolean | undefined;
  /** Told at every step of a refresh; what it throws ends the refresh as a crash would. */
  observer?: ((step: TokenStep, owner: Owner) => void | Promise<void>) | undefined;
}): TokenStore {
  const { db, vault, clock, refresh } = deps;
  const observer = deps.observer ?? (() => undefined);
  const places = createReadGate(locksAtOnce);
  async function locked<T>(work: (locking: Database) => Promise<T>): Promise<T> {
    if (deps.exclusive === true) return work(db);
    const leave = await places.enter();
    try {
      return await db.transaction(work);
    } finally {
      leave();
    }
  }
  const inFlight = new Map<string, Promise<Credential>>();
  const pausedUntil = new Map<string, number>();
  const keyOf = ({ spaceHost, userId }: Owner) => `${spaceHost}\n${userId}`;

  const secretOf = (row: ConnectionRow | undefined) => {
    if (!row || row.needsSignIn) throw new AppError('SIGN_IN_AGAIN');
    try {
      return openSecret(vault, row, row);
    } catch (cause) {
      throw new AppError('SIGN_IN_AGAIN', {}, { cause });
    }
  };

  /** Somebody signed in, or out, while the token endpoint was asked: what stands there now counts. */
  async function newerOf(tx: Database, owner: Owner): Promise<Credential> {
    const [row] = await tx.select().from(connections).where(isOwner(owner));
    const secret = secretOf(row);
    return secret.kind === 'apiKey' ? secret : bearer(secret);
  }

  async function refreshLocked(owner: Owner, rejected: string | null): Promise<Credential> {
    let generation = -1;
    let saved = false;
    try {
      const credential = await locked(async (tx) => {
        const [row] = await tx.select().from(connections).where(isOwner(owner)).for('update');
        const secret = secretOf(row);
        if (secret.kind === 'apiKey') return secret;
        generation = row?.generation ?? -1;
        const fresh = secret.accessToken !== rejected && refreshAt(secret) > clock.now().getTime();
        if (fresh) return bearer(secret);
        await observer('token.beforeRefresh', owner);
        const tokens = await refresh(owner.spaceHost, secret.refreshToken);
        await observer('token.afterAnswer', owner);
        const now = clock.now();
        const next = oauthSecretOf(tokens, now.getTime());
        const [stored] = await tx
          .update(connections)
          .set({ ...secretColumns(vault, owner, next, now), generation: generation + 1 })
          .where(and(isOwner(owner), eq(connections.generation, generation)))
          .returning({ generation: connections.generation });
        saved = stored !== undefined;
        return saved ? bearer(next) : await newerOf(tx, owner);
      });
      if (saved) await observer('token.afterSave', owner);
      return credential;
    } catch (error) {
      // Outside the transaction that just rolled back.
      if (isAppError(error) && error.code === 'SIGN_IN_AGAIN' && generation >= 0) {
        await markNeedsSignIn(db, owner, generation);
      }
      throw error;
    }
  }

  function refreshOnce(owner: Owner, rejected: string | null): Promise<Credential> {
    const key = keyOf(owner);
    const running = inFlight.get(key);
    if (running) return running;
    const started = refreshLocked(owner, rejected).finally(() => inFlight.delete(key));
    inFlight.set(key, started);
    return started;
  }

  return {
    async credential(owner) {
      const [row] = await db.select().from(connections).where(isOwner(owner));
      const secret = secretOf(row);
      if (secret.kind === 'apiKey') return secret;
      const now = clock.now().getTime();
      const usable = secret.expiresAt > now;
      const paused = (pausedUntil.get(keyOf(owner)) ?? 0) > now;
      if (refreshAt(secret) > now || (usable && paused)) return bearer(secret);
      try {
        return await refreshOnce(owner, null);
      } catch (error) {
        if (!usable || (isAppError(error) && error.code === 'SIGN_IN_AGAIN')) throw error;
        pausedUntil.set(keyOf(owner), now + pauseMs);
        return bearer(secret);
      }
    },

    async renew(owner, rejected) {
      if (rejected.kind === 'apiKey') {
        const [row] = await db.select().from(connections).where(isOwner(owner));
        const secret = row && !row.needsSignIn ? secretOf(row) : null;
        if (row && secret?.kind === 'apiKey' && secret.apiKey === rejected.apiKey) {
          await markNeedsSignIn(db, owner, row.generation);
          return null;
        }
        return secret?.kind === 'apiKey' ? secret : null;
      }
      try {
        const renewed = await refreshOnce(owner, rejected.accessToken);
        const same = renewed.kind === 'oauth' && renewed.accessToken === rejected.accessToken;
        return same ? await refreshOnce(owner, rejected.accessToken) : renewed;
      } catch (error) {
        if (isAppError(error) && error.code === 'SIGN_IN_AGAIN') return null;
        throw error;
      }
    },
  };
}
