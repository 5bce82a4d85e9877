import { and, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import { type Database, isUniqueViolation } from '@/lib/db';
import { plans, runs } from '@/lib/db/schema';
import { nowPlus } from './held-lease';
import { noWait } from './run-waits';

export type RunRow = typeof runs.$inferSelect;
export type PlanRow = typeof plans.$inferSelect;

/**
 * Takes the next run that nobody works on, for `leaseMs`: those already begun first, then in the order of approval.
 * A person's runs are carried out one after another; a run that waits is not claimed before its time.
 */
export async function claimRun(
  db: Database,
  options: {
    owner: string;
    leaseMs: number;
    signInRetryMs: number;
    /** Runs still worked on here, though the claim may have run out: a result may wait for the database. */
    busy?: readonly string[];
  },
): Promise<RunRow | null> {
  await freeExpiredLeases(db);
  try {
    const [claimed] = await db
      .update(runs)
      .set({
        state: sql`case when ${runs.state} = 'queued' then 'running' else ${runs.state} end`,
        leaseOwner: options.owner,
        leaseEpoch: sql`${runs.leaseEpoch} + 1`,
        leaseUntil: nowPlus(options.leaseMs),
        startedAt: sql`coalesce(${runs.startedAt}, now())`,
        ...noWait,
      })
      .where(eq(runs.id, nextClaimable(options.signInRetryMs, options.busy ?? [])))
      .returning();
    return claimed ?? null;
  } catch (error) {
    // Another instance took a run of the same person between our look and our claim.
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}

/** A run that waits for its person's sign-in goes on as soon as they have a connection newer than the wait. */
const nextClaimable = (signInRetryMs: number, busy: readonly string[]) => sql`(
  select r.id from runs r
  where r.state in ('queued', 'running', 'cancelling')
    and r.lease_owner is null
    and ${busy.length === 0 ? sql`true` : sql`r.id not in ${busy}`}
    and (
      r.wait_until is null or r.wait_until <= now()
      or (r.wait_reason = 'needsSignIn' and exists (
        select 1 from connections c
        where c.space_host = r.space_host and c.user_id = r.user_id and not c.needs_sign_in
          and c.updated_at > r.wait_until - ${Math.round(signInRetryMs)}::int * interval '1 millisecond'
      ))
    )
    and not exists (
      select 1 from runs o
      where o.space_host = r.space_host and o.user_id = r.user_id and o.id <> r.id
        and (o.lease_owner is not null or (r.state = 'queued' and o.state = 'running'))
    )
  order by (r.state = 'queued'), r.approved_at
  limit 1
  for update skip locked
)`;

/** The epoch keeps the former owner from writing; clearing the name lets another run of the person be claimed. */
async function freeExpiredLeases(db: Database): Promise<void> {
  await db
    .update(runs)
    .set({ leaseOwner: null, leaseUntil: null })
    .where(and(isNotNull(runs.leaseOwner), lt(runs.leaseUntil, sql`now()`)));
}

/** Takes the next plan to fill that nobody fills. */
export async function claimDraft(
  db: Database,
  options: { owner: string; leaseMs: number },
): Promise<PlanRow | null> {
  const next = sql`(
    select p.id from plans p
    where p.state = 'drafting' and (p.lease_owner is null or p.lease_until < now())
    order by p.created_at
    limit 1
    for update skip locked
  )`;
  const [claimed] = await db
    .update(plans)
    .set({
      leaseOwner: options.owner,
      leaseUntil: nowPlus(options.leaseMs),
      draftAttempts: sql`${plans.draftAttempts} + 1`,
    })
    .where(eq(plans.id, next))
    .returning();
  return claimed ?? null;
}

/** When the next waiting run goes on by itself: ms from now by database time, null if none waits. */
export async function msUntilNextWait(db: Database): Promise<number | null> {
  const [row] = await db
    .select({
      ms: sql<string | number | null>`extract(epoch from min(${runs.waitUntil}) - now()) * 1000`,
    })
    .from(runs)
    .where(and(inArray(runs.state, ['running', 'cancelling']), isNotNull(runs.waitUntil)));
  return row?.ms === null || row?.ms === undefined ? null : Number(row.ms);
}
