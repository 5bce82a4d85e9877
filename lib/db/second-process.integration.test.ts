import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DataFolderInUseError, lockFolder } from './folder-lock';
import { openDatabase } from './open-database';
import { sessions } from './schema';

// A first start takes seconds, on a busy machine many.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const children: ChildProcess[] = [];
let dataDir = '';

beforeEach(async () => {
  dataDir = await realpath(await mkdtemp(join(tmpdir(), 'ikkatsu-second-')));
});
afterEach(async () => {
  await Promise.all(children.splice(0).map(kill));
  await rm(dataDir, { recursive: true, force: true });
});

/** A real process that runs `code` after our modules were loaded; resolves with its pid when it prints a line. */
async function another(code: string): Promise<{ child: ChildProcess; pid: number }> {
  const source = `
    import { lockFolder } from './lib/db/folder-lock.ts';
    import { openDatabase } from './lib/db/index.ts';
    import { sessions } from './lib/db/schema.ts';
    ${code}
    console.log('ready');
    setInterval(() => undefined, 1_000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', (exit) => reject(new Error(`ended with ${exit} before it was ready`)));
  });
  return { child, pid: child.pid ?? 0 };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

const failureOf = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error);
const id = '6f1d9c0e-6d0c-4f0e-9d0e-0a4f2c1b7a11';

describe('a second process on one PGlite folder', () => {
  it('row 41: is refused at every try, naming pid and path; after kill -9 the folder opens, counts as unclean, and has every row', async () => {
    const code = `
      const { db } = await openDatabase({ dataDir: ${JSON.stringify(dataDir)} });
      await db.insert(sessions).values({ id: '${id}', expiresAt: new Date() });`;
    const { child, pid } = await another(code);
    for (let nth = 0; nth < 5; nth += 1) {
      const refusal = await failureOf(openDatabase({ dataDir }));
      expect(refusal).toBeInstanceOf(DataFolderInUseError);
      expect(refusal).toMatchObject({ folder: join(dataDir, 'pglite'), pid });
      expect(String(refusal)).toContain(`process ${pid}`);
    }
    await kill(child);
    const opened = await openDatabase({ dataDir });
    expect(opened.unclean).toBe(true);
    expect(await opened.db.select({ id: sessions.id }).from(sessions)).toEqual([{ id }]);
    await opened.close();
  });
});

describe.each(['socket', 'pidFile'] as const)('the lock by %s', (by) => {
  it.skipIf(by === 'socket' && process.platform !== 'linux')(
    'of a live process refuses us at every try; that of a killed one is taken over at once',
    async () => {
      const folder = join(dataDir, 'locked');
      await mkdir(folder);
      const { child, pid } = await another(`await lockFolder(${JSON.stringify(folder)}, '${by}');`);
      for (let nth = 0; nth < 5; nth += 1) {
        expect(await failureOf(lockFolder(folder, by))).toMatchObject({ name: 'DataFolderInUseError', pid });
      }
      await kill(child);
      const lock = await lockFolder(folder, by);
      await lock.release();
      await (await lockFolder(folder, by)).release();
    },
  );
});

describe('a pid file', () => {
  it('row 41: from before the last start of the machine is stale, though its number lives again', async () => {
    const pidFile = `${dataDir}.pid`;
    await writeFile(pidFile, String(process.pid));
    expect(await failureOf(lockFolder(dataDir, 'pidFile'))).toBeInstanceOf(DataFolderInUseError);
    await utimes(pidFile, 0, 0);
    await (await lockFolder(dataDir, 'pidFile')).release();
  });

  it('row 41: that is stale is taken over by exactly one of several that come at once', async () => {
    await writeFile(`${dataDir}.pid`, '999999999');
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => lockFolder(dataDir, 'pidFile')));
    const won = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(won).toHaveLength(1);
    await won[0]?.release();
  });
});
