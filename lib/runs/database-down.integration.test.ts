import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import type { Change } from '@/lib/bulk/changes';
import type { Database } from '@/lib/db';
import { testDatabaseUrl } from '@/lib/env';
import { databaseKinds } from '@/lib/testing/test-database';
import { verdict } from './fault-matrix/testing';
import type { StepName } from './step-observer';
import { createWorld, quietLog, testTimings, toEnglish, until, untilState, type World } from './testing';

const worlds: World[] = [];
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

/** The database of a world, which can be taken away from whoever uses `db`. */
interface Removable {
  db: Database;
  takeAway: () => Promise<void>;
  giveBack: () => Promise<void>;
}

/** Every statement is refused; PGlite has no connection that could be cut. */
function refusing(db: Database): Removable {
  const statements = new Set([
    'select',
    'insert',
    'update',
    'delete',
    'execute',
    'transaction',
    'with',
    '$with',
  ]);
  let away = false;
  return {
    db: new Proxy(db, {
      get(target, name) {
        if (away && typeof name === 'string' && statements.has(name)) throw new Error('the database is away');
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    }),
    takeAway: async () => {
      away = true;
    },
    giveBack: async () => {
      away = false;
    },
  };
}

/** Connections are cut and new ones refused by the server itself. */
async function disconnecting(db: Database): Promise<Removable> {
  const { rows } = await db.execute<{ name: string }>(sql`select current_database() as name`).then(
    // node-postgres answers with a result object; the common type of both drivers does not say so.
    (result) => result as unknown as { rows: { name: string }[] },
  );
  const name = rows[0]?.name ?? '';
  return {
    db,
    takeAway: () =>
      asAdmin([
        `alter database ${name} with allow_connections false`,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
      ]),
    giveBack: () => asAdmin([`alter database ${name} with allow_connections true`]),
  };
}

async function asAdmin(statements: string[]): Promise<void> {
  const client = new Client({ connectionString: testDatabaseUrl() ?? '' });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

const withComment: Change[] = [...toEnglish, { field: 'comment', verb: 'add', text: '担当を替えます' }];

async function setUp(kind: (typeof databaseKinds)[number]) {
  const w = await createWorld(kind, { issues: 3 });
  worlds.push(w);
  const database = kind === 'pglite' ? refusing(w.db) : await disconnecting(w.db);
  const messages: string[] = [];
  const note = (_fields: Record<string, unknown>, message: string) => void messages.push(message);
  const said = (...any: string[]) =>
    until(async () => (any.some((message) => messages.includes(message)) ? true : null));
  const run = await w.approve(await w.plan(withComment));
  /** A worker whose database goes away when it comes to `step` with the second item. */
  function worker(step: StepName, timings = {}) {
    let gone = false;
    return w.worker({
      db: database.db,
      log: { ...quietLog, warn: note, error: note },
      timings: { ...testTimings, ...timings },
      observer: async (now, { position }) => {
        if (gone || now !== step || position !== 1) return;
        gone = true;
        await database.takeAway();
      },
    });
  }
  return { w, run, database, worker, said };
}

describe.each(databaseKinds)(
  `the database goes away (%s; PostgreSQL cuts and refuses connections, PGlite refuses statements)`,
  (kind) => {
    it('row 38: before an intent: no PATCH is sent, and the run goes on when it is back', async () => {
      const { w, run, database, worker, said } = await setUp(kind);
      worker('item.beforeIntent');
      // The result of the first item waits for the database, or was stored just before; the second is not begun.
      await said('result not stored yet', 'run abandoned, its claim runs out');
      expect(await w.patches()).toHaveLength(1);
      await database.giveBack();
      await untilState(w, run.id, 'done');
      expect((await w.items(run.id)).map((item) => item.state)).toEqual(['applied', 'applied', 'applied']);
      expect(await w.patches()).toHaveLength(3);
      expect(await verdict(w)).toEqual([]);
    });

    it('row 39: after an answer, for longer than the claim holds: the result is held and stored as it came', async () => {
      const { w, run, database, worker, said } = await setUp(kind);
      worker('item.afterAnswer', { leaseMs: 2_000, renewMs: 200, recordRetryMs: 60_000 });
      await said('result not stored yet');
      const began = performance.now();
      await until(async () => (performance.now() - began > 3_000 ? true : null));
      expect(await w.patches()).toHaveLength(2);
      await database.giveBack();
      await untilState(w, run.id, 'done');
      const items = await w.items(run.id);
      expect(items.map((item) => item.state)).toEqual(['applied', 'applied', 'applied']);
      // Only an answer that was held tells how long it took; reading back does not.
      expect(items.map((item) => item.durationMs !== null)).toEqual([true, true, true]);
      expect(await w.patches()).toHaveLength(3);
      expect(await verdict(w)).toEqual([]);
    });

    it('row 39: after an answer, for longer than it is held: given up; the next start reads back, nothing is sent twice', async () => {
      const { w, run, database, worker, said } = await setUp(kind);
      const first = worker('item.afterAnswer', { recordRetryMs: 150 });
      await said('run abandoned, its claim runs out');
      await first.stop();
      expect(await w.patches()).toHaveLength(2);
      await database.giveBack();
      w.worker();
      await untilState(w, run.id, 'done');
      const items = await w.items(run.id);
      expect(items.map((item) => item.state)).toEqual(['applied', 'applied', 'applied']);
      expect(items.map((item) => item.durationMs !== null)).toEqual([true, false, true]);
      expect(await w.patches()).toHaveLength(3);
      expect(await verdict(w)).toEqual([]);
    });
  },
);

describe.runIf(databaseKinds.includes('postgres'))('a PostgreSQL that ends connections', () => {
  it('never ends the process: neither an idle connection nor one inside a transaction, and the next statement works', async () => {
    const w = await createWorld('postgres', { issues: 0 });
    worlds.push(w);
    const { takeAway, giveBack } = await disconnecting(w.db);
    // An error that nobody hears would fail this very run.
    const cut = w.db.transaction(async (tx) => {
      await tx.execute(sql`select 1`);
      await takeAway();
      await until(async () => ((await isCut(tx)) ? true : null));
    });
    await expect(cut).rejects.toThrow();
    await giveBack();
    await expect(w.db.execute(sql`select 1`)).resolves.toBeDefined();
    await takeAway();
    await giveBack();
    await until(async () => ((await isCut(w.db)) ? null : true));
  });
});

async function isCut(db: Database): Promise<boolean> {
  return db.execute(sql`select 1`).then(
    () => false,
    () => true,
  );
}
