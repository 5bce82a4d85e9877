import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import {
  type BacklogClient,
  createBacklogClient,
  createRateBudget,
  sleep,
  type Timeouts,
} from '@/lib/backlog';
import { defaultTimeouts } from '@/lib/backlog/caller';
import type { Pace } from '@/lib/bulk';
import type { Change } from '@/lib/bulk/changes';
import type { DatabaseKind, OpenDatabase } from '@/lib/db';
import { runItems, runs } from '@/lib/db/schema';
import type { DemoSpace, DemoSpaceOptions, Fault, LogEntry } from '@/lib/demo-space';
import { createDemoSpace } from '@/lib/demo-space';
import { IDS, issueRow, smallState } from '@/lib/demo-space/testing';
import { createTestDatabase } from '@/lib/testing/test-database';
import type { VirtualClock } from '@/lib/testing/virtual-clock';
import { followClock } from '@/lib/testing/virtual-database';
import type { PlanRow, RunRow } from './claim';
import { fillDraft } from './fill-draft';
import { insertRunItems } from './plan-items';
import { insertDraft } from './plan-store';
import { type RunClock, systemRunClock } from './run-clock';
import type { Selection } from './selection';
import { noObserver } from './step-observer';
import { defaultTimings, type Timings } from './timings';
import { createWorker, type Worker, type WorkerOptions } from './worker';

/** Short enough for tests, in the proportions of the product where they matter. */
export const testTimings: Timings = {
  ...defaultTimings,
  leaseMs: 1_000,
  renewMs: 200,
  pollMs: 40,
  gentleSpacingMs: 60,
  tellWaitMs: 50,
  settleMs: 1_000,
  staleAnswerMs: [60, 300],
  retryDelaysMs: [5, 5, 5],
  signInRetryMs: 60,
  downFirstMs: 80,
  downLongestMs: 200,
  draftLeaseMs: 700,
};

/** On a virtual clock: the product's own, but an idle worker need not look every second at what nobody puts there. */
export const virtualTimings: Timings = { ...defaultTimings, pollMs: 5_000 };

export const quietLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

export const SPACE = '127.0.0.1:4010';
const ORIGIN = `http://${SPACE}`;
/** First of the issues that are added to the small space: assigned to `IDS.normal`, status 未対応. */
export const FIRST = 2_000;

export interface World {
  db: OpenDatabase['db'];
  client: BacklogClient;
  /** Ids of the added issues. */
  ids: number[];
  worker: (options?: Partial<WorkerOptions>) => Worker;
  plan: (
    changes: Change[],
    options?: { selection?: Selection; userId?: number; inBackground?: boolean },
  ) => Promise<PlanRow>;
  /** A run of everything that the plan includes, as approving it would make. */
  approve: (plan: PlanRow, pace?: Pace) => Promise<RunRow>;
  run: (runId: string) => Promise<RunRow>;
  items: (runId: string) => Promise<(typeof runItems.$inferSelect)[]>;
  /** What the space received since the world began. */
  log: () => Promise<LogEntry[]>;
  patches: () => Promise<LogEntry[]>;
  fault: (fault: Fault) => Promise<void>;
  clearFaults: () => Promise<void>;
  edit: (keyId: number, fields: Record<string, unknown>, as?: number) => Promise<void>;
  /** Issues that `edit` touched. */
  edited: ReadonlySet<number>;
  /** Calls a control of the space, e.g. `control('POST', 'clock', { offsetMs: 90_000 })`. */
  control: (method: string, path: string, body?: unknown) => Promise<unknown>;
  clientFor: (userId: number) => BacklogClient;
  space: DemoSpace;
  /** What this world waits by. */
  clock: RunClock;
  close: () => Promise<void>;
}

export interface WorldOptions {
  /** How many issues the space has beside its own three. */
  issues: number;
  space?: Partial<DemoSpaceOptions>;
  /** Puts space, database, client and workers under this clock, with the durations of the product. */
  clock?: VirtualClock;
  timeouts?: Partial<Timeouts>;
  /** What the added issues have beside id, key, summary and assignee. */
  issue?: (id: number) => Partial<Parameters<typeof issueRow>[0]>;
  /** Stands between client and space, e.g. a network that fails. */
  network?: (request: Request, space: (request: Request) => Promise<Response>) => Promise<Response>;
}

/** What of a client waits. On real time the pauses between repeated reads take a hundredth. */
function clientWaits(clock: VirtualClock | undefined) {
  if (clock === undefined) {
    const real = { now: () => Date.now() };
    return {
      clock: real,
      sleep: (ms: number, signal?: AbortSignal) => sleep(ms / 100, signal),
      budget: () => createRateBudget({ clock: real, resetMarginMs: 50 }),
    };
  }
  const wall = { now: clock.wall, monotonic: clock.monotonic };
  return {
    clock: wall,
    sleep: clock.sleepOrThrow,
    after: clock.after,
    budget: () => createRateBudget({ clock: wall }),
  };
}

/** A database, a demo space with `issues` more issues in project DEMO, and a client of its administrator. */
export async function createWorld(kind: DatabaseKind, options: WorldOptions): Promise<World> {
  const opened = await createTestDatabase(kind);
  const { db } = opened;
  const { clock: virtual } = options;
  if (virtual !== undefined) await followClock(opened, virtual);
  const runClock: RunClock =
    virtual === undefined
      ? systemRunClock
      : { now: virtual.wall, monotonic: virtual.monotonic, sleep: virtual.sleep };
  const waits = clientWaits(virtual);
  const edited = new Set<number>();
  const ids = Array.from({ length: options.issues }, (_, index) => FIRST + index);
  const space = createDemoSpace({
    buildState: () => {
      const state = smallState();
      for (const id of ids)
        state.addIssue(
          issueRow({ id, keyId: id, summary: `課題 ${id}`, assigneeId: IDS.normal, ...options.issue?.(id) }),
        );
      return state;
    },
    ...(virtual === undefined ? {} : { clock: virtual.now, sleep: virtual.sleep }),
    ...options.space,
  });
  const { network = (request) => space.handle(request) } = options;
  const workers: Worker[] = [];
  const clients = new Map<number, BacklogClient>();

  function clientFor(userId: number): BacklogClient {
    const client =
      clients.get(userId) ??
      createBacklogClient({
        ...waits,
        origin: ORIGIN,
        credential: async () => ({ kind: 'apiKey', apiKey: `key-${userId}` }),
        fetch: (input, init) => network(new Request(input, init), space.handle),
        budget: waits.budget(),
        // Far from the middle: what is spread at random is the same in every run.
        random: () => 0.5,
        timeouts: { readMs: 5_000, writeMs: 5_000, ...(virtual && defaultTimeouts), ...options.timeouts },
      });
    clients.set(userId, client);
    return client;
  }

  async function control(method: string, path: string, body?: unknown): Promise<unknown> {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const answer = await space.handle(new Request(`${ORIGIN}/_demo/${path}`, init));
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  }

  // The space's own shape of an entry.
  const log = async () => (await control('GET', 'log')) as LogEntry[];

  return {
    db,
    ids,
    client: clientFor(IDS.admin),
    clientFor,
    worker(given = {}) {
      const worker = createWorker({
        db,
        clientFor: async (_space, userId) => clientFor(userId),
        clock: runClock,
        timings: virtual === undefined ? testTimings : virtualTimings,
        log: quietLog,
        instanceId: randomUUID(),
        ...given,
      });
      workers.push(worker);
      worker.start();
      return worker;
    },
    async plan(changes, { selection, userId = IDS.admin, inBackground = false } = {}) {
      const owner = randomUUID();
      const now = new Date();
      const draft = await db.transaction((tx) =>
        insertDraft(tx, {
          spaceHost: SPACE,
          userId,
          actorType: 'user',
          createdBy: '管理 太郎',
          timezone: 'Asia/Tokyo',
          title: '',
          selection: selection ?? { kind: 'ids', ids, projectIds: [IDS.demo] },
          changes,
          totalCount: ids.length,
          createdAt: now,
          expiresAt: new Date(now.getTime() + 3_600_000),
          filledBy: inBackground ? null : { owner, leaseMs: 60_000 },
        }),
      );
      if (inBackground) return draft;
      await fillDraft(db, clientFor(userId), draft, { owner, leaseMs: 60_000, observer: noObserver });
      return draft;
    },
    async approve(plan, pace = 'limit') {
      const [run] = await db
        .insert(runs)
        .values({
          id: randomUUID(),
          planId: plan.id,
          spaceHost: plan.spaceHost,
          userId: plan.userId,
          actorType: 'user',
          title: '',
          state: 'queued',
          pace,
          approvedBy: '管理 太郎',
          total: ids.length,
        })
        .returning();
      if (run === undefined) throw new Error('no run');
      await insertRunItems(db, run.id, plan.id);
      return run;
    },
    async run(runId) {
      const [run] = await db.select().from(runs).where(eq(runs.id, runId));
      if (run === undefined) throw new Error('no run');
      return run;
    },
    items: (runId) =>
      db.select().from(runItems).where(eq(runItems.runId, runId)).orderBy(asc(runItems.position)),
    log,
    patches: async () => (await log()).filter((entry) => entry.method === 'PATCH'),
    fault: async (fault) => void (await control('POST', 'faults', [fault])),
    clearFaults: async () => void (await control('DELETE', 'faults')),
    async edit(keyId, fields, as = IDS.english) {
      edited.add(keyId);
      await control('POST', 'edit', { issueKey: `DEMO-${keyId}`, fields, as });
    },
    edited,
    control,
    space,
    clock: runClock,
    async close() {
      await Promise.all(workers.map((worker) => worker.stop()));
      virtual?.stop();
      await opened.close();
    },
  };
}

/** Looks again and again until the answer is not null. */
export async function until<T>(look: () => Promise<T | null>, deadlineMs = 60_000): Promise<T> {
  const began = performance.now();
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (performance.now() - began > deadlineMs) throw new Error('not reached in time');
    await systemRunClock.sleep(10);
  }
}

/** The same by the time of a world; on a virtual clock nothing passes unseen that lasts longer than a step. */
export async function untilIn<T>(world: World, look: () => Promise<T | null>, stepMs = 1_000): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    await world.clock.sleep(world.clock === systemRunClock ? 10 : stepMs);
  }
}

/** Waits for a run to be in one of the states. */
export function untilState(world: World, runId: string, ...states: RunRow['state'][]): Promise<RunRow> {
  return untilIn(world, async () => {
    const run = await world.run(runId);
    return states.includes(run.state) ? run : null;
  });
}

export const toEnglish: Change[] = [
  { field: 'assignee', verb: 'set', to: { id: IDS.english, label: 'Emma' } },
];
