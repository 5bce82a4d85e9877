import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, databaseKinds } from '@/lib/testing/test-database';
import { DiskFullError, UnreadableFolderError } from './folder-errors';
import { DataFolderInUseError } from './folder-lock';
import { openDatabase } from './open-database';
import { openPgliteFolder } from './open-pglite';
import { restoreSnapshot } from './restore-snapshot';
import { sessions } from './schema';
import { listSnapshots, writeSnapshot } from './snapshots';
import { isUniqueViolation } from './unique-violation';

// A first start takes seconds, on a busy machine many.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folders: string[] = [];
async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ikkatsu-db-'));
  folders.push(folder);
  return folder;
}

// A first start takes seconds: one database is made and copied.
let madeOnce = '';
beforeAll(async () => {
  madeOnce = await mkdtemp(join(tmpdir(), 'ikkatsu-db-'));
  await (await openDatabase({ dataDir: madeOnce })).close();
});
afterAll(() => rm(madeOnce, { recursive: true, force: true }));

async function closedDatabase(): Promise<string> {
  const folder = await emptyFolder();
  await cp(madeOnce, folder, { recursive: true });
  return folder;
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

const session = { id: '6f1d9c0e-6d0c-4f0e-9d0e-0a4f2c1b7a11', expiresAt: new Date('2027-01-01T00:00:00Z') };
const later = { ...session, id: '6f1d9c0e-6d0c-4f0e-9d0e-0a4f2c1b7a12' };
const failureOf = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error);

describe('a PGlite folder', () => {
  it('row 41: cannot be opened twice, and the refusal names the folder and the holder', async () => {
    const dataDir = await closedDatabase();
    const first = await openDatabase({ dataDir });
    const refusal = await failureOf(openDatabase({ dataDir }));
    expect(refusal).toBeInstanceOf(DataFolderInUseError);
    expect(refusal).toMatchObject({ folder: join(dataDir, 'pglite'), pid: process.pid });
    await first.close();
  });

  it('keeps its rows and is free again after it was closed; a first start and a close count as clean', async () => {
    const dataDir = await emptyFolder();
    const first = await openDatabase({ dataDir });
    expect(first.unclean).toBe(false);
    await first.db.insert(sessions).values(session);
    await first.close();
    const second = await openDatabase({ dataDir });
    expect(second.unclean).toBe(false);
    expect(await second.db.select({ id: sessions.id }).from(sessions)).toEqual([{ id: session.id }]);
    await second.close();
  });

  it('row 40: does not open on a full disk, and the error names the cause, the folder and the way out', async () => {
    const dataDir = await emptyFolder();
    const refusal = await failureOf(openPgliteFolder(dataDir, async () => 12 * 1024 * 1024));
    expect(refusal).toBeInstanceOf(DiskFullError);
    expect(refusal).toMatchObject({ folder: dataDir, message: expect.stringContaining('12 MB are free') });
    // Nothing was begun, and the lock is free again.
    expect(await readdir(join(dataDir, 'pglite'))).toEqual([]);
    const again = await failureOf(openPgliteFolder(dataDir, async () => 0));
    expect(again).toBeInstanceOf(DiskFullError);
  });

  it('row 40: that filled up while it was opened is called full, not damaged (nearest thing to a full disk)', async () => {
    const dataDir = await closedDatabase();
    await truncate(join(dataDir, 'pglite', 'global', 'pg_control'), 100);
    const measured = [1024 ** 3, 0];
    const refusal = await failureOf(openPgliteFolder(dataDir, async () => measured.shift() ?? 0));
    expect(refusal).toBeInstanceOf(DiskFullError);
  });

  it('row 42: without the file that says it is a database is refused: PGlite would begin a new one over it', async () => {
    const dataDir = await closedDatabase();
    await rm(join(dataDir, 'pglite', 'PG_VERSION'));
    const before = await readdir(join(dataDir, 'pglite'));
    const refusal = await failureOf(openDatabase({ dataDir }));
    expect(refusal).toBeInstanceOf(UnreadableFolderError);
    expect(refusal).toMatchObject({ snapshot: null });
    expect(await readdir(join(dataDir, 'pglite'))).toEqual(before);
  });
});

describe('snapshots of a PGlite folder', () => {
  it('row 42: an unreadable folder is not touched; the newest snapshot takes its place at a word, and counts as not closed', async () => {
    const dataDir = await closedDatabase();
    const first = await openDatabase({ dataDir });
    await first.db.insert(sessions).values(session);
    const taken = new Date('2026-11-20T01:02:03Z');
    if (first.dump === null) throw new Error('no dump');
    const { file } = await writeSnapshot(first.dump, dataDir, taken);
    await first.db.insert(sessions).values(later);
    // While it is open nothing is put in its place.
    expect(await failureOf(restoreSnapshot(dataDir, new Date()))).toBeInstanceOf(DataFolderInUseError);
    await first.close();

    await truncate(join(dataDir, 'pglite', 'global', 'pg_control'), 100);
    const refusal = await failureOf(openDatabase({ dataDir }));
    expect(refusal).toBeInstanceOf(UnreadableFolderError);
    expect(refusal).toMatchObject({ folder: join(dataDir, 'pglite'), snapshot: file });
    expect(String(refusal)).toContain('npm run restore-snapshot');

    const restored = await restoreSnapshot(dataDir, new Date('2026-11-21T00:00:00Z'));
    expect(restored.snapshot).toEqual({ file, takenAt: taken });
    expect(restored.movedTo).toBe(join(dataDir, 'pglite.2026-11-21T00-00-00Z'));
    expect(existsSync(join(dataDir, 'pglite.2026-11-21T00-00-00Z', 'PG_VERSION'))).toBe(true);
    const again = await openDatabase({ dataDir });
    expect(again.unclean).toBe(true);
    expect(await again.db.select({ id: sessions.id }).from(sessions)).toEqual([{ id: session.id }]);
    await again.close();
  });

  it('keeps the last three, and what is no whole snapshot is none', async () => {
    const dataDir = await emptyFolder();
    const dump = async () => new Uint8Array([1]);
    for (const day of [1, 2, 3, 4]) await writeSnapshot(dump, dataDir, new Date(Date.UTC(2026, 10, day)));
    await writeFile(join(dataDir, 'snapshots', '2026-11-09T00-00-00Z.tar.gz.partial'), 'x');
    const days = (await listSnapshots(dataDir)).map(({ takenAt }) => takenAt.getUTCDate());
    expect(days).toEqual([4, 3, 2]);
    await failureOf(writeSnapshot(() => Promise.reject(new Error('no')), dataDir, new Date(0)));
    expect((await listSnapshots(dataDir)).length).toBe(3);
  });

  it('row 42: a snapshot that does not open, or is not there, leaves everything as it was', async () => {
    const dataDir = await closedDatabase();
    expect(String(await failureOf(restoreSnapshot(dataDir, new Date())))).toContain('There is no snapshot');
    await writeSnapshot(async () => new Uint8Array([1, 2, 3]), dataDir, new Date());
    expect(String(await failureOf(restoreSnapshot(dataDir, new Date())))).toContain('Nothing was changed');
    expect((await readdir(dataDir)).filter((name) => name.startsWith('pglite.2'))).toEqual([]);
    const opened = await openDatabase({ dataDir });
    expect(opened.unclean).toBe(false);
    await opened.close();
  });
});

describe.each(databaseKinds)('%s', (kind) => {
  it('is migrated when it opens and tells a broken unique index', async () => {
    const { db, close } = await createTestDatabase(kind);
    await db.insert(sessions).values(session);
    const refusal = await failureOf(db.insert(sessions).values(session).execute());
    expect(isUniqueViolation(refusal)).toBe(true);
    await close();
  });
});
