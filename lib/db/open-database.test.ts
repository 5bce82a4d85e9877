import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createTestDatabase, databaseKinds } from '@/lib/testing/test-database';
import { DataFolderInUseError } from './folder-lock';
import { openDatabase } from './open-database';
import { sessions } from './schema';
import { isUniqueViolation } from './unique-violation';

const folders: string[] = [];
async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ikkatsu-db-'));
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

const session = { id: '6f1d9c0e-6d0c-4f0e-9d0e-0a4f2c1b7a11', expiresAt: new Date('2027-01-01T00:00:00Z') };

describe('a PGlite folder', () => {
  it('cannot be opened twice, and the refusal names the folder and the holder', async () => {
    const dataDir = await temporaryFolder();
    const first = await openDatabase({ dataDir });
    const refusal = await openDatabase({ dataDir }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DataFolderInUseError);
    expect(refusal).toMatchObject({ folder: join(dataDir, 'pglite'), pid: process.pid });
    await first.close();
  });

  it('keeps its rows and is free again after it was closed', async () => {
    const dataDir = await temporaryFolder();
    const first = await openDatabase({ dataDir });
    await first.db.insert(sessions).values(session);
    await first.close();
    const second = await openDatabase({ dataDir });
    expect(await second.db.select({ id: sessions.id }).from(sessions)).toEqual([{ id: session.id }]);
    await second.close();
  });
});

describe.each(databaseKinds)('%s', (kind) => {
  it('is migrated when it opens and tells a broken unique index', async () => {
    const { db, close } = await createTestDatabase(kind);
    await db.insert(sessions).values(session);
    const refusal = await db
      .insert(sessions)
      .values(session)
      .catch((error: unknown) => error);
    expect(isUniqueViolation(refusal)).toBe(true);
    await close();
  });
});
