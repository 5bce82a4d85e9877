import { createHash, randomUUID } from 'node:crypto';
import { and, asc, eq, exists, gt, inArray, isNull, sql } from 'drizzle-orm';
import { canonicalJson, type DiffField, type FieldImage, type StepImage } from '@/lib/bulk';
import type { Database } from '@/lib/db';
import { audit, runItems, runs } from '@/lib/db/schema';
import { type HeldLease, leaseHolds } from './held-lease';
import { LeaseLostError } from './lease';
import { recordResult } from './ledger';
import type { Intent, LedgerItem, RunIdentity, StepIntent } from './ledger-item';
import { storedImage } from './stored';
import { itemStatesBefore } from './transitions';

/** An updated item whose end is so recent that it is read again at Backlog. */
export interface RecentItem {
  position: number;
  issueId: number;
  issueKey: string;
  projectId: number;
  before: FieldImage;
  after: FieldImage;
  /** `updated` of the issue as read right before its write. */
  issueUpdated: string;
}

/**
 * The process before ended without closing its database: every run that has not ended may have items that were written
 * without a trace here. Queued and paused ones too: what may be lost includes that they had begun.
 */
export async function markUnclean(db: Database): Promise<void> {
  await db
    .update(runs)
    .set({ unclean: true })
    .where(inArray(runs.state, ['queued', 'running', 'paused', 'cancelling']));
}

/** Everything of the run was looked at. */
export async function clearUnclean(db: Database, lease: HeldLease): Promise<void> {
  await db.update(runs).set({ unclean: false }).where(leaseHolds(lease));
}

/** Issues updated within `backMs` before the last sign of life of this run in the ledger, not yet read again. */
export async function recentlyUpdated(db: Database, runId: string, backMs: number): Promise<RecentItem[]> {
  const lastSign = sql`(
    select max(greatest(${runItems.endedAt}, ${runItems.intentAt})) from ${runItems} where ${runItems.runId} = ${runId}
  ) - ${Math.round(backMs)}::int * interval '1 millisecond'`;
  const rows = await db
    .select()
    .from(runItems)
    .where(
      and(
        eq(runItems.runId, runId),
        eq(runItems.state, 'applied'),
        gt(runItems.issueId, 0),
        isNull(runItems.verifiedAt),
        sql`${runItems.endedAt} >= ${lastSign}`,
      ),
    )
    .orderBy(asc(runItems.position));
  return rows.map((row) => ({
    position: row.position,
    issueId: row.issueId,
    issueKey: row.issueKey,
    projectId: row.projectId,
    // Without images (settled by hand, say) there is nothing to compare: reading it is all that can be done.
    before: row.beforeImage === null ? {} : storedImage(row.beforeImage),
    after: row.afterImage === null ? {} : storedImage(row.afterImage),
    issueUpdated: row.issueUpdated ?? '',
  }));
}

/**
 * Notes that an updated item was read again, and in which fields our write is missing.
 * @throws LeaseLostError
 */
export async function noteVerified(
  db: Database,
  lease: HeldLease,
  run: RunIdentity,
  item: RecentItem,
  missing: DiffField[],
): Promise<void> {
  await db.transaction(async (tx) => {
    const lost = missing.length > 0;
    const [row] = await tx
      .update(runItems)
      .set({
        verifiedAt: sql`now()`,
        ...(lost ? { differs: missing, reason: { code: 'LOST_AT_BACKLOG' } } : {}),
      })
      .where(and(itemAt(lease, item.position), eq(runItems.state, 'applied'), held(tx, lease)))
      .returning({ position: runItems.position });
    if (row === undefined) throw new LeaseLostError(lease.runId);
    if (!lost) return;
    const { spaceHost, userId, actorType } = run;
    const { issueId, issueKey } = item;
    await tx.insert(audit).values({
      id: randomUUID(),
      spaceHost,
      userId,
      actorType,
      event: 'run.itemLost',
      subjectId: run.id,
      data: { issueId, issueKey, fields: missing },
    });
  });
}

/**
 * Enters a write that was found at Backlog while the ledger had not begun it, as intent and result in one transaction.
 * @throws LeaseLostError
 */
export async function adoptWrite(
  db: Database,
  lease: HeldLease,
  run: RunIdentity,
  item: LedgerItem,
  found: { intent: Intent; after: FieldImage } | { intent: StepIntent; after: StepImage; createdId: number },
): Promise<void> {
  const { intent, ...end } = found;
  const { params, before } = intent;
  await db.transaction(async (tx) => {
    const [row] = await tx
      .update(runItems)
      .set({
        state: 'intent',
        attempt: sql`${runItems.attempt} + 1`,
        params,
        bodyHash: createHash('sha256').update(canonicalJson(params)).digest('hex'),
        beforeImage: before,
        issueUpdated: 'issueUpdated' in intent ? intent.issueUpdated : null,
        leaseEpoch: lease.epoch,
        intentAt: sql`now()`,
        verifiedAt: sql`now()`,
      })
      .where(
        and(
          itemAt(lease, item.position),
          eq(runItems.state, 'planned'),
          inArray(runItems.state, itemStatesBefore('intent')),
          held(tx, lease),
        ),
      )
      .returning({ position: runItems.position });
    if (row === undefined) throw new LeaseLostError(lease.runId);
    await recordResult(tx, lease, run, item, { outcome: 'applied', differs: [], ...end });
  });
}

/** How many items of a run were read again at Backlog after the process had died. */
export async function countVerified(db: Database, runId: string): Promise<number> {
  const [row] = await db
    .select({ count: sql<number | string>`count(*)` })
    .from(runItems)
    .where(and(eq(runItems.runId, runId), sql`${runItems.verifiedAt} is not null`));
  return Number(row?.count ?? 0);
}

function itemAt(lease: HeldLease, position: number) {
  return and(eq(runItems.runId, lease.runId), eq(runItems.position, position));
}

function held(db: Database, lease: HeldLease) {
  return exists(db.select({ one: sql`1` }).from(runs).where(leaseHolds(lease)));
}
