import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { BacklogClient } from '@/lib/backlog';
import type { Pace } from '@/lib/bulk';
import type { Change } from '@/lib/bulk/changes';
import type { Database } from '@/lib/db';
import { plans, runs } from '@/lib/db/schema';
import { fillDraft, insertDraft, insertRunItems, noObserver } from '@/lib/runs';

export interface Person {
  spaceHost: string;
  userId: number;
}

/** Plans the changes for these issues as the product does, reads included. @returns the id of the ready plan */
export async function preparePlan(
  db: Database,
  client: BacklogClient,
  person: Person,
  wanted: { ids: number[]; projectIds: number[]; changes: Change[] },
): Promise<string> {
  const owner = randomUUID();
  const { ids, projectIds, changes } = wanted;
  const plan = await db.transaction((tx) =>
    insertDraft(tx, {
      ...person,
      actorType: 'user',
      createdBy: 'bench',
      timezone: 'Asia/Tokyo',
      title: '',
      selection: { kind: 'ids', ids, projectIds },
      changes,
      totalCount: ids.length,
      createdAt: new Date(),
      expiresAt: new Date(Date.now() + 86_400_000),
      filledBy: { owner, leaseMs: 600_000 },
    }),
  );
  await fillDraft(db, client, plan, {
    owner,
    leaseMs: 600_000,
    observer: noObserver,
    waitForResetMs: 120_000,
  });
  return plan.id;
}

/** Queues a run of everything the plan includes, as approving it does. */
export async function queueRun(db: Database, person: Person, planId: string, pace: Pace): Promise<string> {
  const id = randomUUID();
  const [plan] = await db.select({ total: plans.includedCount }).from(plans).where(eq(plans.id, planId));
  await db.transaction(async (tx) => {
    await tx.insert(runs).values({
      ...person,
      id,
      planId,
      actorType: 'user',
      title: '',
      state: 'queued',
      pace,
      approvedBy: 'bench',
      total: plan?.total ?? 0,
    });
    await insertRunItems(tx, id, planId);
  });
  return id;
}

/** Whether a run has ended; throws when it stopped for a person. */
export async function hasRunEnded(db: Database, runId: string): Promise<boolean> {
  const [run] = await db.select().from(runs).where(eq(runs.id, runId));
  if (run === undefined || run.state === 'paused') throw new Error(`the run stopped: ${run?.waitReason}`);
  return run.state === 'done';
}
