import { and, eq, exists, inArray, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '@/lib/db';
import { issueHistories, planItems, plans, runs } from '@/lib/db/schema';

/**
 * Removes the rows of plans that were superseded or discarded and expired a week ago. The plans themselves stay, and so
 * do the rows of a plan that a run belongs to or that a revision in the making takes decisions over from.
 * @returns how many rows were removed
 */
export async function prunePlanItems(db: Database): Promise<number> {
  const revision = alias(plans, 'revision');
  const outdated = db
    .select({ one: sql`1` })
    .from(plans)
    .where(
      and(
        eq(plans.id, planItems.planId),
        inArray(plans.state, ['superseded', 'discarded']),
        sql`${plans.expiresAt} < now() - interval '7 days'`,
        notExists(db.select({ one: sql`1` }).from(runs).where(eq(runs.planId, plans.id))),
        notExists(
          db
            .select({ one: sql`1` })
            .from(revision)
            .where(and(eq(revision.revisionOf, plans.id), eq(revision.state, 'drafting'))),
        ),
      ),
    );
  const rows = await db.delete(planItems).where(exists(outdated)).returning({ position: planItems.position });
  return rows.length;
}

/**
 * Removes what change logs told and nobody has read again for 90 days.
 * @returns how many issues were forgotten
 */
export async function pruneIssueHistories(db: Database): Promise<number> {
  const rows = await db
    .delete(issueHistories)
    .where(sql`${issueHistories.readAt} < now() - interval '90 days'`)
    .returning({ issueId: issueHistories.issueId });
  return rows.length;
}
