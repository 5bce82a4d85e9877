import { and, eq, isNull, ne, notExists, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db';
import { connections, runs, sessionConnections } from '@/lib/db/schema';
import { type ConnectionSecret, type Owner, openSecret, sealSecret } from './secrets';
import type { Vault } from './vault';

/** Who a credential belongs to, as Backlog itself answered. */
export interface Identity {
  userId: number;
  userName: string;
  roleType: number;
  lang: string | null;
  spaceName: string;
  /** IANA zone of the space. */
  timezone: string;
}

export type ConnectionRow = typeof connections.$inferSelect;

export const isOwner = (owner: Owner) =>
  and(eq(connections.spaceHost, owner.spaceHost), eq(connections.userId, owner.userId));

const expiryOf = (secret: ConnectionSecret) => (secret.kind === 'oauth' ? new Date(secret.expiresAt) : null);

/** Columns that change with the secret. */
export function secretColumns(vault: Vault, owner: Owner, secret: ConnectionSecret, now: Date) {
  const sealed = sealSecret(vault, owner, secret);
  return { ...sealed, kind: secret.kind, expiresAt: expiryOf(secret), updatedAt: now };
}

/** Stores a fresh credential of a person; an older one is replaced, so runs under way go on with the new one. */
export async function saveConnection(
  db: Database,
  vault: Vault,
  connection: { spaceHost: string; identity: Identity; secret: ConnectionSecret; now: Date },
): Promise<void> {
  const { spaceHost, identity, secret, now } = connection;
  const { userId, ...shown } = identity;
  const columns = {
    ...shown,
    ...secretColumns(vault, { spaceHost, userId }, secret, now),
    needsSignIn: false,
  };
  await db
    .insert(connections)
    .values({ spaceHost, userId, ...columns })
    .onConflictDoUpdate({
      target: [connections.spaceHost, connections.userId],
      set: { ...columns, generation: sql`${connections.generation} + 1` },
    });
}

/** Backlog refused the credential. A newer one (another generation) is left alone. */
export async function markNeedsSignIn(db: Database, owner: Owner, generation: number): Promise<void> {
  await db
    .update(connections)
    .set({ needsSignIn: true })
    .where(and(isOwner(owner), eq(connections.generation, generation)));
}

/** Forgets every credential that no session holds and no unfinished run needs. The caller sees to it that no session is opened meanwhile. */
export async function dropUnusedConnections(db: Database): Promise<void> {
  const held = db
    .select({ one: sql`1` })
    .from(sessionConnections)
    .where(
      and(
        eq(sessionConnections.spaceHost, connections.spaceHost),
        eq(sessionConnections.userId, connections.userId),
      ),
    );
  const needed = db
    .select({ one: sql`1` })
    .from(runs)
    .where(
      and(
        eq(runs.spaceHost, connections.spaceHost),
        eq(runs.userId, connections.userId),
        isNull(runs.endedAt),
      ),
    );
  await db.delete(connections).where(and(notExists(held), notExists(needed)));
}

/** Re-encrypts rows of older keys under the active one; afterwards the older keys may be removed. */
export async function rotateConnections(db: Database, vault: Vault): Promise<number> {
  const old = await db.select().from(connections).where(ne(connections.keyId, vault.activeKeyId));
  let rotated = 0;
  for (const row of old) {
    const sealed = sealSecret(vault, row, openSecret(vault, row, row));
    // The generation guards against a refresh that stored a newer secret in between.
    const changed = await db
      .update(connections)
      .set(sealed)
      .where(and(isOwner(row), eq(connections.generation, row.generation)))
      .returning({ userId: connections.userId });
    rotated += changed.length;
  }
  return rotated;
}
