import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { BacklogClient } from '@/lib/backlog';
import type { Database } from '@/lib/db';
import { plans, runs } from '@/lib/db/schema';
import { carryOut } from './carry-out';
import { claimDraft, claimRun, msUntilNextWait } from './claim';
import { createDiskGuard } from './disk-guard';
import { draftInBackground } from './draft-in-background';
import type { EngineLog } from './engine-log';
import { createJobLoop, type Job } from './job-loop';
import type { Lease } from './lease';
import type { WriterMemory } from './pacer';
import { type RunClock, systemRunClock } from './run-clock';
import { noObserver, type StepObserver } from './step-observer';
import type { Timings } from './timings';
import { markUnclean } from './verify-ledger';
import type { WorkerDeps } from './worker-deps';

export interface WorkerOptions {
  db: Database;
  /** @throws AppError SIGN_IN_AGAIN when this person has no usable connection */
  clientFor: (spaceHost: string, userId: number) => Promise<BacklogClient>;
  timings: Timings;
  log: EngineLog;
  /** Name of this process in claims; different for every process and every start. */
  instanceId: string;
  clock?: RunClock | undefined;
  observer?: StepObserver | undefined;
  /** True when no other process can use the database (PGlite): claims of the former process are taken over at start. */
  exclusive?: boolean | undefined;
  /** The process before ended without closing the database: what it wrote last is held against Backlog. */
  unclean?: boolean | undefined;
  /** Free bytes on the disk of the database; null or left out when that disk is not ours to watch. */
  freeBytes?: (() => Promise<number>) | null | undefined;
  /** Called after a run has ended. */
  onRunEnd?: (() => void) | undefined;
}

export interface Worker {
  start: () => void;
  /** Takes nothing new, lets items in flight finish and gives claims back. */
  stop: () => Promise<void>;
  /** A plan or run was added or touched: look now, not at the next poll. */
  wake: () => void;
}

/**
 * The one worker of a process: fills drafting plans and carries out runs. One run at a time per person and space, runs
 * of different people side by side. Several processes may work on one PostgreSQL.
 */
export function createWorker(options: WorkerOptions): Worker {
  const { db, timings, log, instanceId } = options;
  const clock = options.clock ?? systemRunClock;
  const deps: WorkerDeps = {
    ...options,
    clock,
    observer: options.observer ?? noObserver,
    disk: createDiskGuard(options.freeBytes ?? null, { clock, timings, log }),
    onRunEnd: options.onRunEnd ?? (() => undefined),
  };
  const stop = new AbortController();
  const leases = new Set<Lease>();
  const memories = new Map<string, WriterMemory>();
  let takenOver = options.exclusive !== true;
  let marked = options.unclean !== true;

  const register = {
    add: (lease: Lease) => void leases.add(lease),
    remove: (lease: Lease) => void leases.delete(lease),
  };

  function memoryOf(spaceHost: string, userId: number): WriterMemory {
    const key = `${spaceHost}\n${userId}`;
    const memory = memories.get(key) ?? { lastWriteAt: null };
    memories.set(key, memory);
    return memory;
  }

  async function claim(): Promise<Job | { idleMs: number }> {
    if (!takenOver) {
      await freeAllClaims(db);
      takenOver = true;
    }
    if (!marked) {
      await markUnclean(db);
      marked = true;
    }
    const { leaseMs, signInRetryMs } = timings;
    const claimedAt = clock.monotonic();
    const busy = [...leases].map((lease) => lease.runId);
    const run = await claimRun(db, { owner: instanceId, leaseMs, signInRetryMs, busy });
    if (run !== null) {
      const memory = memoryOf(run.spaceHost, run.userId);
      return () =>
        carryOut(deps, { run, owner: instanceId, claimedAt }, { memory, stop: stop.signal, register });
    }
    // A name of its own: a claim that ran out must not be mistaken for the next one of the same process.
    const owner = `${instanceId}/${randomUUID()}`;
    const plan = await claimDraft(db, { owner, leaseMs: timings.draftLeaseMs });
    if (plan !== null) return () => draftInBackground(deps, plan, { owner, stop: stop.signal });
    const waitMs = await msUntilNextWait(db);
    return { idleMs: waitMs === null ? timings.pollMs : Math.max(1, Math.min(timings.pollMs, waitMs)) };
  }

  const loop = createJobLoop({
    claim,
    parallel: timings.parallelRuns,
    graceMs: timings.stopGraceMs,
    retryMs: timings.pollMs,
    clock,
    log,
  });

  return {
    start: loop.start,
    async stop() {
      stop.abort();
      await loop.stop();
    },
    wake() {
      for (const lease of leases) {
        lease.refresh().catch((error: unknown) => log.warn({ error }, 'lease not renewed'));
      }
      loop.wake();
    },
  };
}

async function freeAllClaims(db: Database): Promise<void> {
  await db
    .update(runs)
    .set({ leaseOwner: null, leaseUntil: null })
    .where(sql`${runs.leaseOwner} is not null`);
  await db
    .update(plans)
    .set({ leaseOwner: null, leaseUntil: null })
    .where(sql`${plans.state} = 'drafting' and ${plans.leaseOwner} is not null`);
}
