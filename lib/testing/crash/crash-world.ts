import { randomBytes } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { saveConnection } from '@/lib/auth/connections';
import type { ConnectionSecret } from '@/lib/auth/secrets';
import { createVault } from '@/lib/auth/vault';
import { sleep } from '@/lib/backlog';
import { type Database, type DatabaseKind, openDatabase } from '@/lib/db';
import { runItems, runs } from '@/lib/db/schema';
import { createDemoSpace, type DemoSpace, type LogEntry, listen } from '@/lib/demo-space';
import { IDS, issueRow, smallState } from '@/lib/demo-space/testing';
import { loadPlanItems, type PlanRow } from '@/lib/runs';
import { judge, type Violation } from '@/lib/runs/fault-matrix/judge';
import { FIRST } from '@/lib/runs/testing';
import { type ServerProcess, startServer } from '../server-process';
import { createStoredDatabase } from '../test-database';
import { approvePlan, draftPlan, person, personsKey, type Wanted } from './stored-plans';

/** Long enough for a slow machine to keep a claim alive, short enough to see one run out: a claim holds 2 s. */
const usualScale = 0.4;
/** A fault of so many ms holds a request until the test lets it go. */
const heldMs = 3_600_000;

export interface CrashWorld {
  space: DemoSpace;
  /** Where the space listens, `http://127.0.0.1:port`. */
  origin: string;
  /** Ids of the issues to change. */
  ids: number[];
  /** Opens the database, with PGlite while no server lives, and closes it again. */
  withDatabase: <T>(work: (db: Database) => Promise<T>) => Promise<T>;
  /** Stores a credential of the person, as signing in does. */
  signIn: (db: Database, secret: ConnectionSecret) => Promise<void>;
  /** Stores a plan of all issues; the next server fills it unless `filled`. */
  draft: (db: Database, wanted: Wanted, options: { filled: boolean }) => Promise<PlanRow>;
  /** Signs in with an API key, makes a plan and approves it: the next server carries it out. @returns id of the run */
  approved: (wanted: Wanted) => Promise<string>;
  start: (options?: { failpoint?: string | undefined }) => Promise<ServerProcess>;
  /** Waits until no run is open. @throws Error with the server's output when it ends before */
  untilRunsEnd: (server: ServerProcess) => Promise<void>;
  /** Waits until the server dies at its failpoint. @throws Error when the run ends without passing it */
  untilKilled: (server: ServerProcess) => Promise<void>;
  /** Waits until so many writes took effect. */
  untilAccepted: (count: number) => Promise<void>;
  /** From now on the nth write (1 is the next) is held by the space, unanswered and without effect. */
  holdPatch: (nth: number) => Promise<void>;
  /** Waits until a write is held. */
  untilHeld: () => Promise<void>;
  /** Lets the held write take effect and be answered. */
  release: () => void;
  /** Everything the space received so far. */
  log: () => Promise<LogEntry[]>;
  patches: () => Promise<LogEntry[]>;
  /** The server that has claimed the run. */
  ownerAmong: (servers: readonly ServerProcess[]) => Promise<ServerProcess>;
  /** The runs in order of approval, and all their items, as the database has them. */
  rows: () => Promise<Pick<Verdict, 'runs' | 'items'>>;
  /** Ends the servers and judges every run by the log of the space. */
  verdict: () => Promise<Verdict>;
  close: () => Promise<void>;
}

export interface Verdict {
  violations: Violation[];
  runs: (typeof runs.$inferSelect)[];
  items: (typeof runItems.$inferSelect)[];
  patches: LogEntry[];
}

/** A demo space over HTTP, a database on disk or on PostgreSQL, and real servers that are started and killed. */
export async function createCrashWorld(
  kind: DatabaseKind,
  options: { issues: number; timingsScale?: number; latencyMs?: number },
): Promise<CrashWorld> {
  const ids = Array.from({ length: options.issues }, (_, index) => FIRST + index);
  const held = new Set<() => void>();
  const space = createDemoSpace({
    sleep: (ms) => (ms === heldMs ? new Promise((letGo) => held.add(letGo)) : sleep(ms)),
    buildState: () => {
      const state = smallState();
      for (const id of ids)
        state.addIssue(issueRow({ id, keyId: id, summary: `課題 ${id}`, assigneeId: IDS.normal }));
      return state;
    },
    limits: { update: 100_000, read: 100_000, search: 100_000 },
    latencyMs: options.latencyMs ?? 0,
  });
  const listening = await listen(space, { port: 0 });
  const stored = await createStoredDatabase(kind);
  const key = randomBytes(32);
  const vault = createVault([{ id: 'k1', key }]);
  const servers: ServerProcess[] = [];
  const { origin } = listening;
  const spaceHost = new URL(origin).host;

  async function withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
    const opened = await openDatabase(stored.options);
    try {
      return await work(opened.db);
    } finally {
      await opened.close();
    }
  }

  function release(): void {
    for (const letGo of held) letGo();
    held.clear();
  }

  async function log(): Promise<LogEntry[]> {
    const answer = await space.handle(new Request(`${origin}/_demo/log`));
    // The space's own shape of an entry.
    return (await answer.json()) as LogEntry[];
  }
  const patches = async () => (await log()).filter((entry) => entry.method === 'PATCH');

  async function untilRunsEnd(server: ServerProcess): Promise<void> {
    await server.ready();
    await eventually(async () => {
      if (!server.alive()) throw new Error(`the server ended with ${await server.ended}\n${server.output()}`);
      return (await server.openRuns()) === 0;
    }, 150);
  }

  const signIn = (db: Database, secret: ConnectionSecret) =>
    saveConnection(db, vault, { spaceHost, identity: person, secret, now: new Date() });
  const draft: CrashWorld['draft'] = (db, wanted, given) => draftPlan(db, origin, ids, wanted, given);

  return {
    space,
    origin,
    ids,
    withDatabase,
    signIn,
    draft,
    approved: (wanted) =>
      withDatabase(async (db) => {
        await signIn(db, personsKey);
        return approvePlan(db, await draft(db, wanted, { filled: true }));
      }),
    async start({ failpoint } = {}) {
      const server = await startServer({
        spaceOrigin: origin,
        database: stored.options,
        encryptionKeys: `k1:${key.toString('base64')}`,
        timingsScale: options.timingsScale ?? usualScale,
        failpoint,
      });
      servers.push(server);
      return server;
    },
    untilRunsEnd,
    async untilKilled(server) {
      const end = await Promise.race([server.ended, untilRunsEnd(server).then(() => 'the end of the run')]);
      if (end !== 'SIGKILL') throw new Error(`not killed, but ${end}\n${server.output()}`);
    },
    untilAccepted: (count) =>
      eventually(async () => (await patches()).filter(({ appliedAt }) => appliedAt).length >= count),
    async holdPatch(nth) {
      const body = JSON.stringify({ match: { method: 'PATCH', nth }, effect: { kind: 'delay', ms: heldMs } });
      await space.handle(new Request(`${origin}/_demo/faults`, { method: 'POST', body }));
    },
    untilHeld: () => eventually(async () => held.size > 0),
    release,
    log,
    patches,
    async ownerAmong(candidates) {
      const [claimed] = await withDatabase((db) => db.select({ by: runs.leaseOwner }).from(runs));
      const found = candidates.find((server) => server.output().includes(claimed?.by ?? 'nobody'));
      if (found === undefined) throw new Error(`none of them has claimed the run, but ${claimed?.by}`);
      return found;
    },
    rows: () => withDatabase(readRuns).then(flat),
    async verdict() {
      await Promise.all(servers.map((server) => server.stop()));
      const found = await withDatabase(readRuns);
      const received = await log();
      const judged = found.map(({ run, planItems, items }) => ({
        userId: run.userId,
        state: run.state,
        planItems,
        runItems: items,
      }));
      return {
        violations: judge({ log: received, runs: judged }),
        ...flat(found),
        patches: received.filter((entry) => entry.method === 'PATCH'),
      };
    },
    async close() {
      release();
      await Promise.all(servers.map((server) => server.kill()));
      await listening.close();
      await stored.remove();
    },
  };
}

/** Waits until it is so; a test that waits in vain ends by its own timeout. */
export async function eventually(isSo: () => Promise<boolean>, everyMs = 20): Promise<void> {
  while (!(await isSo())) await sleep(everyMs);
}

async function readRuns(db: Database) {
  const rows = await db.select().from(runs).orderBy(asc(runs.approvedAt));
  return Promise.all(
    rows.map(async (run) => ({
      run,
      planItems: await loadPlanItems(db, run.planId),
      items: await db
        .select()
        .from(runItems)
        .where(eq(runItems.runId, run.id))
        .orderBy(asc(runItems.position)),
    })),
  );
}

function flat(found: Awaited<ReturnType<typeof readRuns>>): Pick<Verdict, 'runs' | 'items'> {
  return { runs: found.map(({ run }) => run), items: found.flatMap(({ items }) => items) };
}
