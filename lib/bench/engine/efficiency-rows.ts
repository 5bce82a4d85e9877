import { type BacklogClient, createBacklogClient, createRateBudget } from '@/lib/backlog';
import { createDemoSpace } from '@/lib/demo-space';
import { IDS, issueRow, smallState } from '@/lib/demo-space/testing';
import { createWorker, defaultTimings } from '@/lib/runs';
import { createVirtualClock, type VirtualClock } from '@/lib/testing/virtual-clock';
import type { BenchRow } from '../bench-row';
import { toHighPriority } from './engine-under-test';
import { freshDatabase } from './fresh-database';
import { hasRunEnded, type Person, preparePlan, queueRun } from './prepared-run';

const ORIGIN = 'http://127.0.0.1:4010';
const person: Person = { spaceHost: '127.0.0.1:4010', userId: IDS.admin };
const LATENCY_MS = 128;
const LIMIT = 150;
const WINDOW_MS = 60_000;
const firstId = 2_000;

const sizes = [
  { id: 'engine.efficiency100', items: 100, target: 0.9 },
  { id: 'engine.efficiency500', items: 500, target: 0.97 },
  { id: 'engine.efficiency10000', items: 10_000, target: 0.97 },
];

/** How near whole runs come to the shortest time that the quota and the round trip allow, on a virtual clock. */
export async function efficiencyRows(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const { id, items, target } of sizes) {
    const tookMs = await virtualRun(items);
    rows.push({
      id,
      what: `best possible time ÷ ours for ${items} items (peer: best possible, s)`,
      value: boundMs(items) / tookMs,
      target,
      better: 'higher',
      unit: 'ratio',
      peer: boundMs(items) / 1_000,
    });
  }
  return rows;
}

/**
 * The least time for n writes, one in flight: full windows of what is left after the person's reserve, then the round
 * trips of the last one. It knows nothing of how the engine paces itself.
 */
function boundMs(n: number): number {
  const perWindow = LIMIT - defaultTimings.reserve;
  if (perWindow * LATENCY_MS >= WINDOW_MS) return n * LATENCY_MS;
  return Math.floor((n - 1) / perWindow) * WINDOW_MS + (((n - 1) % perWindow) + 1) * LATENCY_MS;
}

/** @returns virtual ms from approval to the end of the run */
async function virtualRun(items: number): Promise<number> {
  const clock = createVirtualClock();
  const opened = await freshDatabase('pglite');
  const { db } = opened;
  const client = virtualClient(clock, items);
  const ids = Array.from({ length: items }, (_, index) => firstId + index);
  const planned = { ids, projectIds: [IDS.demo], changes: toHighPriority };
  const planId = await preparePlan(db, client, person, planned);
  const worker = createWorker({
    db,
    clientFor: async () => client,
    timings: defaultTimings,
    clock,
    log: { info: () => undefined, warn: console.warn, error: console.error },
    instanceId: 'bench',
    exclusive: true,
  });
  worker.start();
  try {
    const runId = await queueRun(db, person, planId, 'limit');
    const began = clock.now();
    worker.wake();
    // The figure can be too long by what is left of the last look, never too short.
    while (!(await hasRunEnded(db, runId))) await clock.sleep(100);
    return clock.now() - began;
  } finally {
    await worker.stop();
    clock.stop();
    await opened.close();
  }
}

function virtualClient(clock: VirtualClock, items: number): BacklogClient {
  const space = createDemoSpace({
    buildState: () => {
      const state = smallState();
      for (let id = firstId; id < firstId + items; id += 1) {
        state.addIssue(issueRow({ id, keyId: id, summary: `課題 ${id}`, priorityId: 3 }));
      }
      return state;
    },
    latencyMs: LATENCY_MS,
    limits: { update: LIMIT },
    windowSeconds: WINDOW_MS / 1_000,
    clock: clock.now,
    sleep: clock.sleep,
  });
  return createBacklogClient({
    origin: ORIGIN,
    credential: async () => ({ kind: 'apiKey', apiKey: `key-${person.userId}` }),
    fetch: (input, init) => space.handle(new Request(input, init)),
    clock,
    sleep: clock.sleepOrThrow,
    budget: createRateBudget({ clock }),
  });
}
