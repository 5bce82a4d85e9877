import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { OpenDatabase } from './database';
import { lockFolder } from './folder-lock';
import { migrationsFolder } from './migrations-folder';
import * as schema from './schema';

/**
 * Opens the embedded database in `<dataDir>/pglite` behind an exclusive lock.
 * @throws DataFolderInUseError when another process (or this one) already has it open
 */
export async function openPgliteFolder(dataDir: string): Promise<OpenDatabase> {
  const folder = join(dataDir, 'pglite');
  await mkdir(folder, { recursive: true });
  const lock = await lockFolder(folder);
  try {
    const opened = await attach(new PGlite(folder));
    return {
      ...opened,
      close: async () => {
        await opened.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** A database that lives as long as the process; `template` is what `dumpDataDir` gave. */
export async function openPgliteMemory(template?: Blob): Promise<OpenDatabase> {
  return attach(template === undefined ? new PGlite() : new PGlite({ loadDataDir: template }));
}

async function attach(client: PGlite): Promise<OpenDatabase> {
  const db = drizzle(client, { schema });
  await migrate(db, { migrationsFolder });
  return { db, kind: 'pglite', close: () => client.close() };
}
