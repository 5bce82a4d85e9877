import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { Client } from 'pg';
import type { DatabaseKind, OpenDatabase } from '@/lib/db';
import { openDatabase } from '@/lib/db';
import { migrationsFolder } from '@/lib/db/migrations-folder';
import { openPgliteMemory } from '@/lib/db/open-pglite';
import { testDatabaseUrl } from '@/lib/env';

const adminUrl = testDatabaseUrl();

/** Databases a suite can run on here: PGlite always, PostgreSQL when `TEST_DATABASE_URL` names a server. */
export const databaseKinds: readonly DatabaseKind[] = adminUrl === null ? ['pglite'] : ['pglite', 'postgres'];

/** A fresh, migrated database of the given kind; `close` removes it. */
export async function createTestDatabase(kind: DatabaseKind = 'pglite'): Promise<OpenDatabase> {
  return kind === 'pglite' ? openPgliteMemory(await pgliteTemplate()) : createPostgresDatabase();
}

async function createPostgresDatabase(): Promise<OpenDatabase> {
  if (adminUrl === null) throw new Error('TEST_DATABASE_URL is not set');
  const name = `ikkatsu_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(adminUrl, `create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const opened = await openDatabase({ databaseUrl: url.href });
  return {
    ...opened,
    close: async () => {
      await opened.close();
      await asAdmin(adminUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** initdb takes two seconds, restoring a dump a tenth of that: one dump per set of migrations, kept between runs. */
async function pgliteTemplate(): Promise<Blob> {
  const folder = join(tmpdir(), 'ikkatsu-test-templates');
  const file = join(folder, `${migrationsHash()}.tar`);
  if (!existsSync(file)) {
    const client = new PGlite();
    await migrate(drizzle(client), { migrationsFolder });
    const dump = await client.dumpDataDir('none');
    await client.close();
    await mkdir(folder, { recursive: true });
    const partial = `${file}.${randomBytes(4).toString('hex')}`;
    await writeFile(partial, Buffer.from(await dump.arrayBuffer()));
    await rename(partial, file);
  }
  return new Blob([await readFile(file)]);
}

function migrationsHash(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(migrationsFolder).sort()) {
    if (name.endsWith('.sql')) hash.update(readFileSync(join(migrationsFolder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
