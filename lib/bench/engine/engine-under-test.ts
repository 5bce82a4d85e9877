import { setTimeout as delay } from 'node:timers/promises';
import { type BacklogClient, createBacklogClient, createRateBudget, sleep } from '@/lib/backlog';
import type { Pace } from '@/lib/bulk';
import type { Change } from '@/lib/bulk/changes';
import type { OpenDatabase } from '@/lib/db';
import { createWorker, defaultTimings } from '@/lib/runs';
import { hasRunEnded, type Person, preparePlan, queueRun } from './prepared-run';

/** 高橋 彩, administrator of the demo space. */
const PERSON_ID = 2001;
export const API_KEY = 'demo-admin-key';

export function clientOf(origin: string, fetching: typeof fetch = fetch): BacklogClient {
  const clock = { now: () => Date.now() };
  return createBacklogClient({
    origin,
    credential: async () => ({ kind: 'apiKey', apiKey: API_KEY }),
    fetch: fetching,
    clock,
    sleep,
    budget: createRateBudget({ clock }),
  });
}

export interface Target {
  ids: number[];
  keys: string[];
  projectIds: number[];
}

/** The first issues of the space that priority 高 would change. */
export async function targetIssues(client: BacklogClient, count: number): Promise<Target> {
  const projects = await client.projects.list({ archived: false });
  const projectIds = projects.map((project) => project.id);
  const found: { id: number; key: string }[] = [];
  for await (const page of client.issues.walk(
    { projectIds, priorityIds: [3, 4] },
    {},
    { waitForResetMs: 120_000 },
  )) {
    found.push(...page.map((issue) => ({ id: issue.id, key: issue.issueKey })));
    if (found.length >= count) break;
  }
  if (found.length < count) throw new Error(`the space holds only ${found.length} such issues`);
  const chosen = found.slice(0, count);
  return { ids: chosen.map((one) => one.id), keys: chosen.map((one) => one.key), projectIds };
}

export const toHighPriority: Change[] = [{ field: 'priority', verb: 'set', to: { id: 2, label: '高' } }];

/** Carries out one approved run with everything on: ledger, fresh reads, lease. @returns ms from approval to the end */
export async function timeRun(
  opened: OpenDatabase,
  client: BacklogClient,
  origin: string,
  target: Target,
  pace: Pace,
): Promise<number> {
  const { db } = opened;
  const person: Person = { spaceHost: new URL(origin).host, userId: PERSON_ID };
  const planId = await preparePlan(db, client, person, { ...target, changes: toHighPriority });
  const worker = createWorker({
    db,
    clientFor: async () => client,
    timings: defaultTimings,
    log: { info: () => undefined, warn: console.warn, error: console.error },
    instanceId: 'bench',
    exclusive: opened.kind === 'pglite',
  });
  worker.start();
  try {
    const began = performance.now();
    const runId = await queueRun(db, person, planId, pace);
    worker.wake();
    while (!(await hasRunEnded(db, runId))) await delay(10);
    return performance.now() - began;
  } finally {
    await worker.stop();
  }
}
