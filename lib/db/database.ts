import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema';

/**
 * One type for both drivers and for transactions. Counts of affected rows differ between drivers: use `.returning()`.
 */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

export type DatabaseKind = 'pglite' | 'postgres';

/** The state of an embedded database at one moment, packed. */
export type DumpDatabase = () => Promise<Uint8Array>;

export interface OpenDatabase {
  db: Database;
  kind: DatabaseKind;
  /**
   * The process before ended without closing: the last moments may be missing. Always false for PostgreSQL, which
   * flushes every commit, and for a folder that is opened for the first time.
   */
  unclean: boolean;
  /** Null for PostgreSQL, whose backups are its server's. */
  dump: DumpDatabase | null;
  /** Ends connections; frees the lock of a PGlite folder and notes there that it was closed. */
  close: () => Promise<void>;
}
