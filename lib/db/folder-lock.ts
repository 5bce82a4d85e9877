import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { open, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';

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
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = await realpath(folder);
  const pidFile = `${path}.pid`;
  if (process.platform !== 'linux') return lockByPidFile(path, pidFile);
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
  try {
    const file = await open(pidFile, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    const pid = Number(await readFile(pidFile, 'utf8'));
    if (Number.isInteger(pid) && pid > 0 && isAlive(pid)) throw new DataFolderInUseError(folder, pid);
    await rm(pidFile, { force: true });
    return lockByPidFile(folder, pidFile);
  }
  return { release: () => rm(pidFile, { force: true }) };
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
