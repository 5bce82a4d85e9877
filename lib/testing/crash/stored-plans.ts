import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { type BacklogClient, createBacklogClient, createRateBudget, sleep } from '@/lib/backlog';
import type { Change } from '@/lib/bulk/changes';
import type { Database } from '@/lib/db';
import { plans, runs } from '@/lib/db/schema';
import { IDS } from '@/lib/demo-space/testing';
import { createWorker, fillDraft, insertDraft, insertRunItems, noObserver, type PlanRow } from '@/lib/runs';
import { quietLog, testTimings } from '@/lib/runs/testing';

/** Whose plans and runs they are: the administrator of the small space. */
export const person = {
  userId: IDS.admin,
  userName: '管理 太郎',
  roleType: 1,
  lang: null,
  spaceName: 'デモ',
  timezone: 'Asia/Tokyo',
};
const apiKey = `key-${person.userId}`;

export const personsKey = { kind: 'apiKey', apiKey } as const;

/** What a plan is about. */
export type Wanted = { changes: Change[] } | { undoOf: string };

/** Stores a plan of some issues; the next server fills it unless `filled`. */
export async function draftPlan(
  db: Database,
  origin: string,
  ids: readonly number[],
  wanted: Wanted,
  options: { filled: boolean },
): Promise<PlanRow> {
  const filling = { owner: randomUUID(), leaseMs: 60_000 };
  const now = new Date();
  const plan = await db.transaction((tx) =>
    insertDraft(tx, {
      spaceHost: new URL(origin).host,
      userId: person.userId,
      actorType: 'user',
      createdBy: person.userName,
      timezone: person.timezone,
      title: '',
      selection: { kind: 'ids', ids: [...ids], projectIds: [IDS.demo] },
      totalCount: ids.length,
      createdAt: now,
      expiresAt: new Date(now.getTime() + 3_600_000),
      filledBy: options.filled ? filling : null,
      ...('undoOf' in wanted
        ? { kind: 'undo' as const, sourceRunId: wanted.undoOf, changes: [] }
        : { changes: wanted.changes }),
    }),
  );
  if (options.filled) await fillDraft(db, clientOf(origin), plan, { ...filling, observer: noObserver });
  return plan;
}

/** A run of everything that the plan includes, as approving it makes. @returns its id */
export async function approvePlan(db: Database, plan: PlanRow): Promise<string> {
  const id = randomUUID();
  await db.update(plans).set({ state: 'approved' }).where(eq(plans.id, plan.id));
  await db.insert(runs).values({
    id,
    planId: plan.id,
    spaceHost: plan.spaceHost,
    userId: plan.userId,
    actorType: 'user',
    title: '',
    state: 'queued',
    pace: 'limit',
    approvedBy: person.userName,
    total: plan.totalCount,
  });
  await insertRunItems(db, id, plan.id);
  return id;
}

/** Carries a run out within this process, undisturbed. */
export async function carryOutHere(db: Database, origin: string, runId: string): Promise<void> {
  const client = clientOf(origin);
  const worker = createWorker({
    db,
    clientFor: async () => client,
    timings: testTimings,
    log: quietLog,
    instanceId: randomUUID(),
  });
  worker.start();
  for (;;) {
    const [run] = await db.select({ state: runs.state }).from(runs).where(eq(runs.id, runId));
    if (run?.state === 'done') break;
    await sleep(20);
  }
  await worker.stop();
}

function clientOf(origin: string): BacklogClient {
  const clock = { now: () => Date.now() };
  return createBacklogClient({
    origin,
    credential: async () => personsKey,
    fetch,
    clock,
    sleep,
    budget: createRateBudget({ clock }),
  });
}
