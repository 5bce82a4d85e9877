import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { lockFolder } from './folder-lock';
import { folderPaths } from './folder-paths';
import { makeDatabase, placeDatabase } from './open-pglite';
import { listSnapshots, type Snapshot } from './snapshots';

/** There is no such snapshot, or it does not open. Nothing was changed. */
export class NoSnapshotError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'NoSnapshotError';
  }
}

export interface Restored {
  snapshot: Snapshot;
  /** Where the former database lies now; null when there was none. */
  movedTo: string | null;
}

/**
 * Puts a snapshot in the place of the embedded database. The former one is moved aside, never deleted. The restored
 * one counts as not closed cleanly, so the next start reads open runs again at Backlog.
 * @param name file name of a snapshot; the newest when it is left out
 * @throws DataFolderInUseError while a process has the folder open
 * @throws NoSnapshotError
 */
export async function restoreSnapshot(dataDir: string, now: Date, name?: string): Promise<Restored> {
  const paths = folderPaths(dataDir);
  await mkdir(paths.database, { recursive: true });
  const lock = await lockFolder(paths.database);
  try {
    const snapshot = await chooseSnapshot(dataDir, name);
    const template = new Blob([await readFile(snapshot.file)], { type: 'application/gzip' });
    const isEmpty = (await readdir(paths.database)).length === 0;
    const movedTo = isEmpty
      ? null
      : `${paths.database}.${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
    await makeDatabase(dataDir, template).catch((error: unknown) => {
      throw new NoSnapshotError(`The snapshot ${snapshot.file} cannot be opened. Nothing was changed.`, {
        cause: error,
      });
    });
    await rm(paths.closedMark, { force: true });
    if (movedTo !== null) {
      await rename(paths.database, movedTo);
      await mkdir(paths.database);
    }
    await placeDatabase(dataDir);
    return { snapshot, movedTo };
  } finally {
    await lock.release();
  }
}

async function chooseSnapshot(dataDir: string, name: string | undefined): Promise<Snapshot> {
  const all = await listSnapshots(dataDir);
  const chosen = name === undefined ? all[0] : all.find(({ file }) => basename(file) === basename(name));
  if (chosen !== undefined) return chosen;
  const { snapshots } = folderPaths(dataDir);
  const there = all.map(({ file }) => basename(file)).join(', ');
  throw new NoSnapshotError(
    there === '' ? `There is no snapshot in ${snapshots}.` : `In ${snapshots} there are: ${there}.`,
  );
}
