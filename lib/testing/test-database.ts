import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { Client } from 'pg';
import type { DatabaseKind, OpenDatabase } from '@/lib/db';
import { openDatabase } from '@/lib/db';
import { migrationsFolder } from '@/lib/db/migrations-folder';
import { openPgliteMemory } from '@/lib/db/open-pglite';
import { testDatabaseUrl } from '@/lib/env';
import { leaveClock } from './virtual-database';

const adminUrl = testDatabaseUrl();

/** Databases a suite can run on here: PGlite always, PostgreSQL when `TEST_DATABASE_URL` names a server. */
export const databaseKinds: readonly DatabaseKind[] = adminUrl === null ? ['pglite'] : ['pglite', 'postgres'];

/** A fresh, migrated database of the given kind; `close` removes it. */
export async function createTestDatabase(kind: DatabaseKind = 'pglite'): Promise<OpenDatabase> {
  return kind === 'pglite' ? takePglite() : createPostgresDatabase();
}

/** Databases in memory that a test is done with. To make one costs a second, to empty one a fiftieth of that. */
const spare: OpenDatabase[] = [];

async function takePglite(): Promise<OpenDatabase> {
  const opened = spare.pop() ?? (await openPgliteMemory(await pgliteTemplate()));
  return {
    ...opened,
    close: async () => {
      if (await isEmptied(opened)) spare.push(opened);
      else await opened.close();
    },
  };
}

/** Empties all tables; false when the database is not as it was made, or is closed. */
async function isEmptied(opened: OpenDatabase): Promise<boolean> {
  const { db } = opened;
  try {
    await leaveClock(opened);
    const tables = await db
      .select({ name: sql<string>`quote_ident(tablename)` })
      .from(sql`pg_tables`)
      .where(sql`schemaname = 'public'`);
    if (tables.length === 0) return false;
    await db.execute(sql.raw(`truncate ${tables.map((table) => table.name).join(', ')} cascade`));
    return true;
  } catch {
    return false;
  }
}

/** A database that processes open one after another. */
export interface StoredDatabase {
  /** `dataDir` is set always: keys and snapshots live there whatever the database is. */
  options: { databaseUrl?: string; dataDir: string };
  remove: () => Promise<void>;
}

/** A fresh database of the given kind on disk or on the server, opened by nobody. */
export async function createStoredDatabase(kind: DatabaseKind): Promise<StoredDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'ikkatsu-test-'));
  const dataDir = join(folder, 'data');
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  if (kind === 'pglite') {
    // A thousand small files: ten times faster than Node's own copying.
    await promisify(execFile)('cp', ['-R', await folderTemplate(), dataDir]);
    return { options: { dataDir }, remove: removeFolder };
  }
  await mkdir(dataDir);
  const { databaseUrl, drop } = await createOnServer();
  return { options: { databaseUrl, dataDir }, remove: () => Promise.all([drop(), removeFolder()]).then() };
}

async function createPostgresDatabase(): Promise<OpenDatabase> {
  const { databaseUrl, drop } = await createOnServer();
  const opened = await openDatabase({ databaseUrl });
  return {
    ...opened,
    close: async () => {
      await opened.close();
      await drop();
    },
  };
}

async function createOnServer(): Promise<{ databaseUrl: string; drop: () => Promise<void> }> {
  if (adminUrl === null) throw new Error('TEST_DATABASE_URL is not set');
  const name = `ikkatsu_test_${randomBytes(6).toString('hex')}`;
  templateOnServer ??= createTemplateOnServer(adminUrl);
  await asAdmin(adminUrl, `create database ${name} template ${await templateOnServer}`);
  return {
    databaseUrl: addressOf(adminUrl, name),
    drop: () => asAdmin(adminUrl, `drop database if exists ${name} with (force)`),
  };
}

let templateOnServer: Promise<string> | null = null;

/** Migrated once per set of migrations; a copy of it takes a quarter of the time. @returns its name */
async function createTemplateOnServer(url: string): Promise<string> {
  const name = `ikkatsu_template_${migrationsHash()}`;
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    // Test files run side by side, and the first of them makes it.
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      const partial = `${name}_${randomBytes(4).toString('hex')}`;
      await client.query(`create database ${partial}`);
      const opened = await openDatabase({ databaseUrl: addressOf(url, partial) });
      await opened.close();
      await client.query(`alter database ${partial} rename to ${name}`);
    }
  } finally {
    await client.end();
  }
  return name;
}

function addressOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
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

/** The same for a database on disk: the folder as the product itself leaves it after a clean end. */
async function folderTemplate(): Promise<string> {
  const folder = join(tmpdir(), 'ikkatsu-test-templates', migrationsHash());
  if (!existsSync(folder)) {
    const partial = `${folder}.${randomBytes(4).toString('hex')}`;
    const opened = await openDatabase({ dataDir: partial });
    await opened.close();
    // Another process may have made it meanwhile.
    await rename(partial, folder).catch(() => rm(partial, { recursive: true, force: true }));
  }
  return folder;
}

function migrationsHash(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(migrationsFolder).sort()) {
    if (name.endsWith('.sql')) hash.update(readFileSync(join(migrationsFolder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
