import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema';

/**
 * One type for both drivers and for transactions. Counts of affected rows differ between drivers: use `.returning()`.
 */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

export type DatabaseKind = 'pglite' | 'postgres';

export interface OpenDatabase {
  db: Database;
  kind: DatabaseKind;
  /** Ends connections and frees the lock of a PGlite folder. */
  close: () => Promise<void>;
}
