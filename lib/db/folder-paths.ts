import { join } from 'node:path';

/** Where the embedded database and what belongs to it lie below the data folder. */
export function folderPaths(dataDir: string) {
  return {
    database: join(dataDir, 'pglite'),
    /** A database in the making; renamed when it is complete. */
    making: join(dataDir, 'pglite.making'),
    /** Exists from a clean close to the next opening. */
    closedMark: join(dataDir, 'pglite.closed'),
    snapshots: join(dataDir, 'snapshots'),
  };
}
