import type { OpenDatabase } from './database';
import { openPgliteFolder, openPgliteMemory } from './open-pglite';
import { openPostgres } from './open-postgres';

export interface DatabaseOptions {
  /** PostgreSQL connection string; wins over `dataDir`. */
  databaseUrl?: string | undefined;
  /** Folder of this product's state (the embedded database lives in `<dataDir>/pglite`), or `memory`. */
  dataDir?: string | undefined;
}

/**
 * Opens and migrates the database: PostgreSQL when a connection string is given, else the embedded PGlite.
 * @throws DataFolderInUseError when the folder is open elsewhere
 * @throws DiskFullError when the disk of the folder is full
 * @throws UnreadableFolderError when the embedded database is damaged
 */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  if (options.databaseUrl !== undefined) return openPostgres(options.databaseUrl);
  if (options.dataDir === undefined) throw new Error('openDatabase needs databaseUrl or dataDir');
  return options.dataDir === 'memory' ? openPgliteMemory() : openPgliteFolder(options.dataDir);
}
