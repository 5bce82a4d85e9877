import { randomUUID } from 'node:crypto';
import { and, eq, gt, lte, ne, or, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db';
import { audit, connections, sessionConnections, sessions } from '@/lib/db/schema';
import { type ConnectionRow, dropUnusedConnections, type Identity, saveConnection } from './connections';
import type { ConnectionSecret } from './secrets';
import type { Vault } from './vault';

const day = 24 * 60 * 60 * 1000;
/** A session ends this long after sign-in, whatever happens, in seconds. */
export const sessionSeconds = (30 * day) / 1000;
/** … and this long after it was last used. */
const idleMs = 7 * day;
const touchEveryMs = 5 * 60 * 1000;

/** A space that a session is connected to, without its secret. */
export type Connection = Omit<ConnectionRow, 'cipherText' | 'keyId'>;

export interface SignIn {
  /** Session the browser had before; its other spaces move to the new one. */
  previousSessionId: string | null;
  spaceHost: string;
  identity: Identity;
  secret: ConnectionSecret;
}

export interface SessionStore {
  /** Stores the credential and opens a session under a new id (a known id never survives a sign-in). */
  open(signIn: SignIn): Promise<{ sessionId: string }>;
  /** Spaces of a live session, first connected first; null when it is unknown, expired or signed out. */
  connectionsOf(sessionId: string): Promise<Connection[] | null>;
  /** Signs out: the session is gone at once, and so is every credential that nothing else needs. */
  close(sessionId: string): Promise<void>;
  /** Removes expired sessions and credentials nothing needs any more. */
  sweep(): Promise<void>;
}

/** Sessions are rows; the cookie holds only their id. */
export function createSessionStore(deps: {
  db: Database;
  vault: Vault;
  clock: { now(): Date };
}): SessionStore {
  const { db, vault, clock } = deps;
  const before = (ms: number) => new Date(clock.now().getTime() - ms);
  const live = () => and(gt(sessions.expiresAt, clock.now()), gt(sessions.lastSeenAt, before(idleMs)));
  const ended = () => or(lte(sessions.expiresAt, clock.now()), lte(sessions.lastSeenAt, before(idleMs)));

  /**
   * One change at a time, whichever instance makes it: a statement that forgets unused credentials does not see the
   * session that another transaction is about to open with one of them.
   */
  const changeSessions = (work: (tx: Database) => Promise<void>) =>
    db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext('sessions'))`);
      await work(tx);
    });

  return {
    async open({ previousSessionId, spaceHost, identity, secret }) {
      const now = clock.now();
      const sessionId = randomUUID();
      const { userId } = identity;
      await changeSessions(async (tx) => {
        await saveConnection(tx, vault, { spaceHost, identity, secret, now });
        const expiresAt = new Date(now.getTime() + sessionSeconds * 1000);
        await tx.insert(sessions).values({ id: sessionId, createdAt: now, lastSeenAt: now, expiresAt });
        if (previousSessionId) {
          // One that has ended hands nothing on: someone else may sit at this browser by now.
          await tx.delete(sessions).where(and(eq(sessions.id, previousSessionId), ended()));
          await tx
            .update(sessionConnections)
            .set({ sessionId })
            .where(
              and(
                eq(sessionConnections.sessionId, previousSessionId),
                ne(sessionConnections.spaceHost, spaceHost),
              ),
            );
          await tx.delete(sessions).where(eq(sessions.id, previousSessionId));
        }
        await tx.insert(sessionConnections).values({ sessionId, spaceHost, userId, connectedAt: now });
        await dropUnusedConnections(tx);
        await tx.insert(audit).values({
          id: randomUUID(),
          at: now,
          spaceHost,
          userId,
          actorType: 'user',
          event: 'session.signedIn',
          subjectId: sessionId,
          data: { kind: secret.kind },
        });
      });
      return { sessionId };
    },

    async connectionsOf(sessionId) {
      const rows = await db
        .select({ session: sessions, connection: connections })
        .from(sessions)
        .innerJoin(sessionConnections, eq(sessionConnections.sessionId, sessions.id))
        .innerJoin(
          connections,
          and(
            eq(connections.spaceHost, sessionConnections.spaceHost),
            eq(connections.userId, sessionConnections.userId),
          ),
        )
        .where(and(eq(sessions.id, sessionId), live()))
        .orderBy(sessionConnections.connectedAt);
      const [first] = rows;
      if (!first) return null;
      if (first.session.lastSeenAt < before(touchEveryMs)) {
        await db.update(sessions).set({ lastSeenAt: clock.now() }).where(eq(sessions.id, sessionId));
      }
      return rows.map(({ connection: { cipherText: _text, keyId: _key, ...shown } }) => shown);
    },

    async close(sessionId) {
      const now = clock.now();
      await changeSessions(async (tx) => {
        const links = await tx
          .delete(sessionConnections)
          .where(eq(sessionConnections.sessionId, sessionId))
          .returning();
        await tx.delete(sessions).where(eq(sessions.id, sessionId));
        await dropUnusedConnections(tx);
        if (links.length === 0) return;
        await tx.insert(audit).values(
          links.map(({ spaceHost, userId }) => ({
            id: randomUUID(),
            at: now,
            spaceHost,
            userId,
            actorType: 'user',
            event: 'session.signedOut',
            subjectId: sessionId,
            data: {},
          })),
        );
      });
    },

    async sweep() {
      await changeSessions(async (tx) => {
        await tx.delete(sessions).where(ended());
        await dropUnusedConnections(tx);
      });
    },
  };
}
