import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { DumpDatabase } from './database';
import { flush } from './flush';
import { folderPaths } from './folder-paths';

const kept = 3;
const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z\.tar\.gz$/;

/** A copy of the whole database as of one moment. */
export interface Snapshot {
  file: string;
  takenAt: Date;
}

/** Snapshots of a data folder, newest first. */
export async function listSnapshots(dataDir: string): Promise<Snapshot[]> {
  const { snapshots } = folderPaths(dataDir);
  const names = await readdir(snapshots).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter((name) => pattern.test(name))
    .sort()
    .reverse()
    .map((name) => ({ file: join(snapshots, name), takenAt: timeOf(name) }));
}

/**
 * Writes a snapshot of the open database to `<dataDir>/snapshots` and removes all but the last three. A crash at any
 * moment leaves the earlier ones and at most a file that is no snapshot by its name.
 */
export async function writeSnapshot(dump: DumpDatabase, dataDir: string, now: Date): Promise<Snapshot> {
  const { snapshots } = folderPaths(dataDir);
  await mkdir(snapshots, { recursive: true });
  const file = join(snapshots, `${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z.tar.gz`);
  const partial = `${file}.partial`;
  try {
    await writeFile(partial, await promisify(gzip)(await dump(), { level: 1 }), { mode: 0o600 });
    await flush(partial);
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  await flush(snapshots);
  const outdated = (await listSnapshots(dataDir)).slice(kept);
  for (const { file: old } of outdated) await rm(old, { force: true });
  return { file, takenAt: now };
}

function timeOf(name: string): Date {
  const [day, time = ''] = name.slice(0, 19).split('T');
  return new Date(`${day}T${time.replaceAll('-', ':')}Z`);
}
