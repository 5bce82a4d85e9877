import { createHash } from 'node:crypto';
import { and, eq, exists, inArray, type SQL, sql } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import { canonicalJson } from '@/lib/bulk';
import type { Database } from '@/lib/db';
import { audit, runItems, runs } from '@/lib/db/schema';
import { type HeldLease, leaseHolds, notClaimedSince, nowPlus } from './held-lease';
import { LeaseLostError } from './lease';
import type { Intent, ItemResult, LedgerItem, RunIdentity, StaleAnswer, StepIntent } from './ledger-item';
import { itemStatesBefore } from './transitions';

/**
 * Commits that a write is about to be sent. Fails closed: no row, no request.
 * @returns the number of this attempt, or null when the run may not write any more (paused, stopped, lease lost)
 */
export async function commitIntent(
  db: Database,
  lease: HeldLease,
  position: number,
  intent: Intent | StepIntent,
): Promise<number | null> {
  const [row] = await db
    .update(runItems)
    .set({
      state: 'intent',
      attempt: sql`${runItems.attempt} + 1`,
      params: intent.params,
      bodyHash: createHash('sha256').update(canonicalJson(intent.params)).digest('hex'),
      beforeImage: intent.before,
      issueUpdated: 'issueUpdated' in intent ? intent.issueUpdated : null,
      leaseEpoch: lease.epoch,
      intentAt: sql`now()`,
      settleAt: null,
    })
    .where(
      and(
        itemAt(lease, position),
        inArray(runItems.state, itemStatesBefore('intent')),
        held(db, lease, eq(runs.state, 'running')),
      ),
    )
    .returning({ attempt: runItems.attempt });
  return row?.attempt ?? null;
}

/**
 * Result and audit in one statement. A claim that has run out meanwhile is good enough as long as nobody else has one.
 * @throws LeaseLostError when the item belongs to another owner by now
 */
export async function recordResult(
  db: Database,
  lease: HeldLease,
  run: RunIdentity,
  item: LedgerItem,
  result: ItemResult,
): Promise<void> {
  const done = db.$with('done').as(
    db
      .update(runItems)
      .set({
        state: result.outcome,
        afterImage: result.after ?? null,
        createdId: result.createdId ?? null,
        differs: result.differs ?? null,
        reason: result.reason ?? null,
        durationMs: result.durationMs === undefined ? null : Math.round(result.durationMs),
        settleAt: null,
        endedAt: sql`now()`,
      })
      .where(
        and(
          itemAt(lease, item.position),
          inArray(runItems.state, itemStatesBefore(result.outcome)),
          onRun(db, notClaimedSince(lease)),
        ),
      )
      .returning({
        beforeImage: runItems.beforeImage,
        bodyHash: runItems.bodyHash,
        attempt: runItems.attempt,
      }),
  );
  const facts = {
    issueId: item.issueId,
    issueKey: item.issueKey,
    outcome: result.outcome,
    after: result.after ?? null,
    reason: result.reason?.code ?? null,
  };
  const written = sql`jsonb_build_object('attempt', ${done.attempt}, 'bodyHash', ${done.bodyHash}, 'before', ${done.beforeImage})`;
  const text = (value: string) => sql<string>`${value}::text`;
  const recorded = await db
    .with(done)
    .insert(audit)
    .select(
      db
        .select({
          id: sql<string>`gen_random_uuid()`.as('id'),
          at: sql<Date>`now()`.as('at'),
          spaceHost: text(run.spaceHost).as('space_host'),
          userId: sql<number>`${run.userId}::int`.as('user_id'),
          actorType: text(run.actorType).as('actor_type'),
          event: text('run.item').as('event'),
          subjectId: text(run.id).as('subject_id'),
          data: sql`${JSON.stringify(facts)}::jsonb || ${written}`.as('data'),
        })
        .from(done),
    )
    .returning({ id: audit.id });
  if (recorded.length === 0) throw new LeaseLostError(lease.runId);
}

/** The write was not carried out: the item may be tried again. Proven unsent writes do not count as attempts. */
export async function backToPlanned(
  db: Database,
  lease: HeldLease,
  position: number,
  options: { unsent: boolean },
): Promise<void> {
  await moveIntent(db, lease, position, {
    state: 'planned',
    settleAt: null,
    ...(options.unsent ? { attempt: sql`greatest(${runItems.attempt} - 1, 0)` } : {}),
  });
}

/** The answer was lost: not decided before `settleMs` from now, other items go first. */
export async function settleLater(
  db: Database,
  lease: HeldLease,
  position: number,
  settleMs: number,
): Promise<void> {
  await moveIntent(db, lease, position, { settleAt: nowPlus(settleMs) });
}

/** Backlog took the write, but showed something else: what it showed is kept, and looked at again after `ms`. */
export async function keepAnswer(
  db: Database,
  lease: HeldLease,
  position: number,
  answer: Omit<StaleAnswer, 'checks'>,
  ms: number,
): Promise<void> {
  await moveIntent(db, lease, position, {
    answeredAt: sql`now()`,
    checks: 0,
    afterImage: answer.after,
    differs: answer.differs,
    durationMs: Math.round(answer.durationMs),
    settleAt: nowPlus(ms),
  });
}

/** The issue of an answered write was looked at and still shows something else: once more after `ms`. */
export async function checkLater(
  db: Database,
  lease: HeldLease,
  position: number,
  ms: number,
): Promise<void> {
  await moveIntent(db, lease, position, { checks: sql`${runItems.checks} + 1`, settleAt: nowPlus(ms) });
}

async function moveIntent(
  db: Database,
  lease: HeldLease,
  position: number,
  change: PgUpdateSetSource<typeof runItems>,
): Promise<void> {
  const [row] = await db
    .update(runItems)
    .set(change)
    .where(and(itemAt(lease, position), eq(runItems.state, 'intent'), held(db, lease)))
    .returning({ position: runItems.position });
  if (row === undefined) throw new LeaseLostError(lease.runId);
}

function itemAt(lease: HeldLease, position: number) {
  return and(eq(runItems.runId, lease.runId), eq(runItems.position, position));
}

/** The fence: true only while the claim holds, checked by the very statement that writes. */
function held(db: Database, lease: HeldLease, more?: SQL): SQL {
  return onRun(db, and(leaseHolds(lease), more));
}

function onRun(db: Database, run: SQL | undefined): SQL {
  return exists(db.select({ one: sql`1` }).from(runs).where(run));
}
