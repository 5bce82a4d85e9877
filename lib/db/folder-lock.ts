import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { link, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { uptime } from 'node:os';

/** PGlite itself lets two processes open one folder, and each then overwrites what the other committed. */
export class DataFolderInUseError extends Error {
  readonly folder: string;
  /** Holder of the lock; null when it could not be told. */
  readonly pid: number | null;

  constructor(folder: string, pid: number | null) {
    const holder = pid === null ? 'another process' : `process ${pid}`;
    super(`The data folder ${folder} is in use by ${holder}. Stop it first, or choose another DATA_DIR.`);
    this.name = 'DataFolderInUseError';
    this.folder = folder;
    this.pid = pid;
  }
}

export interface FolderLock {
  release: () => Promise<void>;
}

/**
 * Exclusive lock on a folder for the life of this process. On Linux the kernel holds it (an abstract socket is gone
 * at once after kill -9), elsewhere a pid file whose owner is asked whether it lives.
 * @throws DataFolderInUseError naming the folder and, when known, the holder
 */
export async function lockFolder(
  folder: string,
  by: 'socket' | 'pidFile' = process.platform === 'linux' ? 'socket' : 'pidFile',
): Promise<FolderLock> {
  const path = await realpath(folder);
  const pidFile = `${path}.pid`;
  if (by === 'pidFile') return lockByPidFile(path, pidFile);
  const release = await lockBySocket(path, pidFile);
  await writeFile(pidFile, String(process.pid));
  return {
    release: async () => {
      await rm(pidFile, { force: true });
      await release();
    },
  };
}

async function lockBySocket(folder: string, pidFile: string): Promise<() => Promise<void>> {
  const name = `\0ikkatsu-${createHash('sha256').update(folder).digest('hex').slice(0, 40)}`;
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new DataFolderInUseError(folder, readPid(pidFile)) : error);
    });
    server.listen({ path: name }, resolve);
  });
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
}

async function lockByPidFile(folder: string, pidFile: string): Promise<FolderLock> {
  for (;;) {
    try {
      // Written aside and linked, so that the file is never seen without its pid.
      const own = `${pidFile}.${randomUUID()}`;
      await writeFile(own, String(process.pid));
      await link(own, pidFile).finally(() => rm(own, { force: true }));
      return { release: () => rm(pidFile, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const pid = readPid(pidFile);
    if (pid !== null && isAlive(pid) && !isOlderThanThisBoot(pidFile)) {
      throw new DataFolderInUseError(folder, pid);
    }
    await removeStale(pidFile, pid);
  }
}

/** Two processes may find the same stale file; only what was found stale is removed, never the other's new one. */
async function removeStale(pidFile: string, stalePid: number | null): Promise<void> {
  const aside = `${pidFile}.${randomUUID()}`;
  try {
    await rename(pidFile, aside);
  } catch {
    return;
  }
  if (readPid(aside) !== stalePid) await link(aside, pidFile).catch(() => undefined);
  await rm(aside, { force: true });
}

/** After a restart of the machine the number may belong to any process. */
function isOlderThanThisBoot(pidFile: string): boolean {
  try {
    return statSync(pidFile).mtimeMs < Date.now() - uptime() * 1_000 - 1_000;
  } catch {
    return false;
  }
}

function readPid(pidFile: string): number | null {
  try {
    const pid = Number(readFileSync(pidFile, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
