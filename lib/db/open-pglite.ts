import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { OpenDatabase } from './database';
import { flush, flushFolder } from './flush';
import { DiskFullError, leastBytesToOpen, UnreadableFolderError } from './folder-errors';
import { lockFolder } from './folder-lock';
import { folderPaths } from './folder-paths';
import { freeBytes } from './free-bytes';
import { migrationsFolder } from './migrations-folder';
import * as schema from './schema';
import { listSnapshots } from './snapshots';

/** How much space a folder has, in bytes; tests put their own in its place. */
type MeasureSpace = (folder: string) => Promise<number>;

/**
 * Opens the embedded database in `<dataDir>/pglite` behind an exclusive lock. A database that does not open is left as
 * it is.
 * @throws DataFolderInUseError when another process (or this one) already has it open
 * @throws DiskFullError when there is too little space to open it
 * @throws UnreadableFolderError when it is damaged
 */
export async function openPgliteFolder(
  dataDir: string,
  measure: MeasureSpace = freeBytes,
): Promise<OpenDatabase> {
  const paths = folderPaths(dataDir);
  await mkdir(paths.database, { recursive: true });
  const lock = await lockFolder(paths.database);
  try {
    await demandSpace(dataDir, measure);
    const isNew = (await readdir(paths.database)).length === 0;
    const unclean = !isNew && !existsSync(paths.closedMark);
    await rm(paths.closedMark, { force: true });
    await flush(dataDir);
    if (isNew) {
      await makeDatabase(dataDir);
      await placeDatabase(dataDir);
    }
    const opened = await openExisting(dataDir, measure);
    return {
      ...opened,
      unclean,
      close: async () => {
        try {
          await opened.close();
          await flushFolder(paths.database);
          await writeFile(paths.closedMark, '');
          await flush(paths.closedMark);
        } finally {
          await lock.release();
        }
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** A database that lives as long as the process; `template` is what `dump` gave. */
export async function openPgliteMemory(template?: Blob): Promise<OpenDatabase> {
  return attach(template === undefined ? new PGlite() : new PGlite({ loadDataDir: template }));
}

/**
 * Makes a complete database beside the folder: a process that dies meanwhile leaves the folder as it was. Runs under
 * the folder's lock.
 * @param template packed files of a database, as a snapshot holds them
 */
export async function makeDatabase(dataDir: string, template?: Blob): Promise<void> {
  const { making } = folderPaths(dataDir);
  await rm(making, { recursive: true, force: true });
  const client = new PGlite(making, template === undefined ? {} : { loadDataDir: template });
  await client.waitReady;
  await client.close();
  await flushFolder(making);
}

/** Puts what `makeDatabase` made in the place of the folder, which is empty. */
export async function placeDatabase(dataDir: string): Promise<void> {
  const { database, making } = folderPaths(dataDir);
  await rmdir(database);
  await rename(making, database);
  await flush(dataDir);
}

async function openExisting(dataDir: string, measure: MeasureSpace): Promise<OpenDatabase> {
  const { database } = folderPaths(dataDir);
  try {
    // Without this file PGlite would begin a new database over what is there.
    if (!existsSync(join(database, 'PG_VERSION'))) throw new Error('PG_VERSION is missing');
    const client = new PGlite(database);
    await client.waitReady;
    return await attach(client);
  } catch (error) {
    await demandSpace(dataDir, measure, error);
    if (!isDamage(error)) throw error;
    throw new UnreadableFolderError(database, (await listSnapshots(dataDir))[0]?.file ?? null, error);
  }
}

/** PGlite aborts, panics or reports corruption (class XX); any other SQLSTATE is a statement of ours that failed. */
function isDamage(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  if (error.cause !== undefined) return isDamage(error.cause);
  return !('code' in error && typeof error.code === 'string' && /^(?!XX)[0-9A-Z]{5}$/.test(error.code));
}

async function demandSpace(dataDir: string, measure: MeasureSpace, cause?: unknown): Promise<void> {
  const free = await measure(dataDir);
  if (free < leastBytesToOpen) throw new DiskFullError(dataDir, free, cause);
}

async function attach(client: PGlite): Promise<OpenDatabase> {
  const db = drizzle(client, { schema });
  await migrate(db, { migrationsFolder });
  return {
    db,
    kind: 'pglite',
    unclean: false,
    dump: async () => new Uint8Array(await (await client.dumpDataDir('none')).arrayBuffer()),
    close: () => client.close(),
  };
}
