import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { createTestDatabase, databaseKinds } from './test-database';
import { createVirtualClock } from './virtual-clock';
import { followClock } from './virtual-database';

const tellTime = sql<string>`extract(epoch from now()) * 1000`;

describe.each(databaseKinds)('a database under a virtual clock, %s', (kind) => {
  it('tells its time in statements, transactions and on every connection', async () => {
    const clock = createVirtualClock(Date.UTC(2026, 10, 24));
    const opened = await createTestDatabase(kind);
    await followClock(opened, clock);
    const { db } = opened;
    const time = async (run: Pick<typeof db, 'select'> = db) => {
      const [row] = await run.select({ ms: tellTime }).from(sql`(values (1)) as one`);
      return Number(row?.ms);
    };
    expect(await time()).toBe(clock.now());
    await clock.sleep(3_600_000);
    expect(await Promise.all([time(), time(), time()])).toEqual(Array(3).fill(clock.now()));
    await clock.sleep(90_000);
    expect(await db.transaction((tx) => time(tx))).toBe(clock.now());
    expect(clock.monotonic()).toBe(3_690_000);
    clock.stop();
    await opened.close();
  });
});
