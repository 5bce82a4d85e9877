import { and, asc, eq, gt, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '@/lib/db';
import { runItems, runs } from '@/lib/db/schema';
import type { RunIdentity } from './ledger-item';
import type { Wait } from './run-context';

const issuesNamed = 5;

/**
 * Why nothing can be begun although items are left: another run is writing their issues, or their projects are held.
 * @returns null when that has passed by now
 */
export async function whyStuck(db: Database, run: RunIdentity): Promise<Wait | null> {
  return (await waitForLocks(db, run)) ?? (await waitForRights(db, run));
}

async function waitForLocks(db: Database, run: RunIdentity): Promise<Wait | null> {
  const other = alias(runItems, 'other');
  const locked = await db
    .select({ issueKey: runItems.issueKey, writer: runs.userId })
    .from(runItems)
    .innerJoin(
      other,
      and(
        eq(other.spaceHost, runItems.spaceHost),
        eq(other.issueId, runItems.issueId),
        eq(other.state, 'intent'),
        gt(other.issueId, 0),
        ne(other.runId, runItems.runId),
      ),
    )
    .innerJoin(runs, eq(runs.id, other.runId))
    .where(and(eq(runItems.runId, run.id), eq(runItems.state, 'planned')))
    .orderBy(asc(runItems.position));
  if (locked.length === 0) return null;
  const issues = [...new Set(locked.map((item) => item.issueKey))].slice(0, issuesNamed);
  // The other run is the same person's: it cannot go on while this one is under way, so the person has to choose.
  const own = locked.every((item) => item.writer === run.userId);
  return { reason: 'locked', ms: own ? null : 0, detail: { issues } };
}

async function waitForRights(db: Database, run: RunIdentity): Promise<Wait | null> {
  const held = await db
    .selectDistinct({ key: sql<string>`regexp_replace(${runItems.issueKey}, '-[0-9]+$', '')` })
    .from(runItems)
    .innerJoin(runs, eq(runs.id, runItems.runId))
    .where(
      and(
        eq(runItems.runId, run.id),
        eq(runItems.state, 'planned'),
        sql`${runs.heldProjects} @> to_jsonb(${runItems.projectId})`,
      ),
    );
  const projects = held.map((project) => project.key).filter((key) => key !== '');
  return held.length === 0 ? null : { reason: 'noRight', ms: null, detail: { projects } };
}
