import { type DatabaseKind, type OpenDatabase, openDatabase } from '@/lib/db';
import { createTestDatabase } from '@/lib/testing/test-database';

/** A database of its own for one measurement: embedded in memory, or on the server of `TEST_DATABASE_URL`. */
export function freshDatabase(kind: DatabaseKind): Promise<OpenDatabase> {
  return kind === 'pglite' ? openDatabase({ dataDir: 'memory' }) : createTestDatabase(kind);
}
