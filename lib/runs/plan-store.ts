import { randomUUID } from 'node:crypto';
import { and, eq, max, sql } from 'drizzle-orm';
import type { PgInsertValue } from 'drizzle-orm/pg-core';
import { countPiles, type Operation, PLAN_FORMAT, type RowFix } from '@/lib/bulk';
import type { Change } from '@/lib/bulk/changes';
import type { Database } from '@/lib/db';
import { plans } from '@/lib/db/schema';
import type { PlanRow } from './claim';
import { nowPlus } from './held-lease';
import type { contentOf } from './plan-content';
import type { Selection } from './selection';

interface PlanOwner {
  spaceHost: string;
  userId: number;
}

export interface NewPlan extends PlanOwner {
  actorType: PlanRow['actorType'];
  createdBy: string;
  timezone: string;
  /** Empty: named after its changes when it is shown. */
  title: string;
  selection: Selection;
  changes: Change[];
  totalCount: number;
  createdAt: Date;
  expiresAt: Date;
  /** Filled by this process at once, for at most so long; null leaves it to the worker. */
  filledBy: { owner: string; leaseMs: number } | null;
  /** Left out: an ordinary plan. */
  kind?: PlanRow['kind'];
  /** Of the kinds that are operations. */
  operation?: Operation | null;
  /** Changes that the person added for single issues. */
  fixes?: RowFix[];
  /** The run that an undo takes back, or whose items this plan takes up again. */
  sourceRunId?: string | null;
  /** A new revision keeps the number of the plan it replaces. */
  revisionOf?: PlanRow;
}

/** Stores a plan as `drafting`. Runs inside the caller's transaction. */
export async function insertDraft(db: Database, plan: NewPlan): Promise<PlanRow> {
  const { revisionOf, filledBy, ...columns } = plan;
  return insertPlan(db, {
    ...columns,
    id: randomUUID(),
    ...(await numbering(db, plan, revisionOf ?? null)),
    format: PLAN_FORMAT,
    state: 'drafting',
    counts: countPiles([]),
    leaseOwner: filledBy?.owner ?? null,
    leaseUntil: filledBy === null ? null : nowPlus(filledBy.leaseMs),
  });
}

/**
 * Stores a ready revision that was not read anew: it expires with the plan it was made from. Runs inside the caller's
 * transaction, which also copies the rows.
 */
export async function insertRevision(
  db: Database,
  plan: PlanRow,
  content: ReturnType<typeof contentOf>,
): Promise<PlanRow> {
  return insertPlan(db, {
    ...plan,
    ...content,
    id: randomUUID(),
    ...(await numbering(db, plan, plan)),
    supersededBy: null,
    leaseOwner: null,
    leaseUntil: null,
  });
}

async function insertPlan(db: Database, values: PgInsertValue<typeof plans>): Promise<PlanRow> {
  const [row] = await db.insert(plans).values(values).returning();
  if (row === undefined) throw new Error('the plan was not stored');
  return row;
}

/** Number and revision of a new plan; one plan of a person is numbered at a time. */
async function numbering(db: Database, plan: PlanOwner, from: PlanRow | null) {
  const { spaceHost, userId } = plan;
  await db.execute(sql`select pg_advisory_xact_lock(hashtext(${`plan ${spaceHost} ${userId}`}))`);
  const mine = and(eq(plans.spaceHost, spaceHost), eq(plans.userId, userId));
  if (from === null) {
    const [last] = await db
      .select({ number: max(plans.number) })
      .from(plans)
      .where(mine);
    return { number: (last?.number ?? 0) + 1, revision: 1, revisionOf: null };
  }
  const [last] = await db
    .select({ revision: max(plans.revision) })
    .from(plans)
    .where(and(mine, eq(plans.number, from.number)));
  return { number: from.number, revision: (last?.revision ?? 0) + 1, revisionOf: from.id };
}
