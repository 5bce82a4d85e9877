import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { planItems, plans } from '@/lib/db/schema';
import { toEnglish } from '@/lib/runs/testing';
import { databaseKinds } from '../test-database';
import { createCrashWorld } from './crash-world';
import { personsKey } from './stored-plans';

const issues = 250;

describe.each(databaseKinds)('a server killed while it fills a plan, on %s', (kind) => {
  test.concurrent('row 36: leaves no half plan: nothing before the commit, everything after it', async () => {
    const world = await createCrashWorld(kind, { issues, timingsScale: 0.2 });
    const stored = () =>
      world.withDatabase(async (db) => {
        const [plan] = await db.select().from(plans);
        const items = await db
          .select()
          .from(planItems)
          .where(eq(planItems.planId, plan?.id ?? ''));
        return { plan, items: items.length };
      });
    try {
      await world.withDatabase(async (db) => {
        await world.signIn(db, personsKey);
        await world.draft(db, { changes: toEnglish }, { filled: false });
      });
      expect(await (await world.start({ failpoint: 'draft.beforeCommit:1' })).ended).toBe('SIGKILL');
      expect(await stored()).toMatchObject({ plan: { state: 'drafting', digest: null }, items: 0 });

      expect(await (await world.start({ failpoint: 'draft.afterCommit:1' })).ended).toBe('SIGKILL');
      const filled = await stored();
      expect(filled).toMatchObject({
        plan: { state: 'ready', digest: expect.any(String), includedCount: issues, leaseOwner: null },
        items: issues,
      });

      const requests = (await world.log()).length;
      const restarted = await world.start();
      await restarted.ready();
      expect(await restarted.stop()).toBe(0);
      expect(await stored()).toEqual(filled);
      expect(await world.log()).toHaveLength(requests);
    } finally {
      await world.close();
    }
  });
});
