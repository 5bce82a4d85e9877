import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { Pool } from 'pg';
import type { OpenDatabase } from '@/lib/db';
import type { VirtualClock } from './virtual-clock';

const setMoment = 'update virtual_time.moment set at = to_timestamp($1::double precision)';

/**
 * Puts a test database under a virtual clock: `now()` in every statement tells its time, so leases, waits and settling
 * times pass with it. Call it before anything uses the database. Defaults of columns keep real time.
 */
export async function followClock({ db }: OpenDatabase, clock: VirtualClock): Promise<void> {
  await db.execute(sql`create schema virtual_time`);
  await db.execute(sql`create table virtual_time.moment (at timestamptz not null)`);
  await db.execute(sql`insert into virtual_time.moment values (to_timestamp(${clock.now() / 1000}::float8))`);
  await db.execute(sql`
    create function virtual_time.now() returns timestamptz language sql stable
    as 'select at from virtual_time.moment'`);
  // The connection that is open, and those to come: a schema named before pg_catalog wins over it.
  await db.execute(sql`
    do $$ begin
      execute format('alter database %I set search_path = virtual_time, public, pg_catalog', current_database());
    end $$`);
  await db.execute(sql`set search_path = virtual_time, public, pg_catalog`);
  const client: unknown = '$client' in db ? db.$client : null;
  if (client instanceof Pool) return followWithPool(client, clock);
  if (client instanceof PGlite) return followWithPglite(client, clock);
  throw new Error('neither a pool nor PGlite');
}

/** Gives a PGlite database back its own time, for whoever uses it next. */
export async function leaveClock({ db }: OpenDatabase): Promise<void> {
  const client: unknown = '$client' in db ? db.$client : null;
  // Their own methods stand in the prototype, under what `followWithPglite` put before them.
  if (client instanceof PGlite)
    for (const name of ['query', 'transaction']) Reflect.deleteProperty(client, name);
  await db.execute(sql`drop schema if exists virtual_time cascade`);
  await db.execute(sql`
    do $$ begin execute format('alter database %I reset search_path', current_database()); end $$`);
  await db.execute(sql`reset search_path`);
}

function followWithPool(pool: Pool, clock: VirtualClock): void {
  // A connection that is out, or asked for, has a statement under way.
  clock.hold(() => pool.totalCount > pool.idleCount || pool.waitingCount > 0);
  clock.onJump(async (now) => void (await pool.query(setMoment, [now / 1000])));
}

/** Works in this process, statement after statement: the time is told only before a statement that could ask for it. */
function followWithPglite(client: PGlite, clock: VirtualClock): void {
  const query = client.query.bind(client);
  const transaction = client.transaction.bind(client);
  let told = clock.now();
  const tell = () => {
    if (told === clock.now()) return;
    told = clock.now();
    void query(setMoment, [told / 1000]);
  };
  client.query = (text, params, options) => {
    tell();
    return query(text, params, options);
  };
  client.transaction = (work) => {
    tell();
    return transaction(work);
  };
}
