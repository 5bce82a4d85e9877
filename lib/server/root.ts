import { randomUUID } from 'node:crypto';
import type { SessionStore, Spaces, TokenStore } from '@/lib/auth';
import {
  createSessionStore,
  createSpaces,
  createTokenStore,
  createVault,
  rotateConnections,
} from '@/lib/auth';
import { refreshToken } from '@/lib/backlog';
import { type Database, type DatabaseKind, freeBytes, openDatabase } from '@/lib/db';
import { checkEnvironment, env } from '@/lib/env';
import { createWorker, pruneIssueHistories, prunePlanItems, timingsOf } from '@/lib/runs';
import { type Clients, createClients } from './clients';
import { failpointObserver } from './failpoint';
import { createSnapshotKeeper } from './keep-snapshots';
import { createLogger, type Logger } from './logger';

/** Everything that lives as long as the process. */
export interface Root {
  db: Database;
  databaseKind: DatabaseKind;
  spaces: Spaces;
  sessions: SessionStore;
  tokens: TokenStore;
  clients: Clients;
  worker: ReturnType<typeof createWorker>;
  clock: { now(): Date };
  log: Logger;
  /** Stops the worker after the item in flight, then closes the database and notes that it was closed. */
  stop(): Promise<void>;
}

const sweepEveryMs = 10 * 60 * 1000;

async function build(): Promise<Root> {
  checkEnvironment();
  const log = createLogger();
  const clock = { now: () => new Date() };
  const { databaseUrl, dataDir } = env.database();
  const opened = await openDatabase({ databaseUrl, dataDir });
  const { db, unclean } = opened;
  if (unclean)
    log.warn({ dataDir }, 'the process before did not close the database: open runs are read again');
  const { clientId, clientSecret, spaces: allowed, demoOrigins, readConcurrency } = env.backlog();
  const spaces = createSpaces({ allowed, demoOrigins });
  const vault = createVault(env.secrets().encryptionKeys);
  const rotated = await rotateConnections(db, vault);
  if (rotated > 0) log.info({ rotated }, 'connections encrypted under the new key');
  const sessions = createSessionStore({ db, vault, clock });
  const observer = failpointObserver(env.engine().failpoint);
  const tokens = createTokenStore({
    db,
    vault,
    clock,
    async refresh(spaceHost, token) {
      const origin = spaces.fromHost(spaceHost)?.origin ?? '';
      return refreshToken({ origin, refreshToken: token, clientId, clientSecret, fetch });
    },
    exclusive: opened.kind === 'pglite',
    observer: (step, { spaceHost }) => observer(step, { id: spaceHost, position: null }),
  });
  const clients = createClients({ spaces, tokens, readConcurrency });
  const snapshots = createSnapshotKeeper(opened, { dataDir, log });
  const instanceId = randomUUID();
  const worker = createWorker({
    db,
    clientFor: clients.forWorker,
    timings: timingsOf(env.engine().timingsScale),
    log,
    instanceId,
    observer,
    exclusive: opened.kind === 'pglite',
    unclean,
    freeBytes: databaseUrl === undefined && dataDir !== undefined ? () => freeBytes(dataDir) : null,
    onRunEnd: snapshots.due,
  });
  // The name under which this process claims runs.
  log.info({ instanceId, databaseKind: opened.kind }, 'started');
  const sweep = setInterval(() => {
    for (const work of [sessions.sweep(), prunePlanItems(db), pruneIssueHistories(db)]) {
      work.catch((error: unknown) => log.error({ error }, 'sweep'));
    }
  }, sweepEveryMs);
  sweep.unref();
  return {
    db,
    databaseKind: opened.kind,
    spaces,
    sessions,
    tokens,
    clients,
    worker,
    clock,
    log,
    async stop() {
      clearInterval(sweep);
      await worker.stop();
      await snapshots.stop();
      await opened.close();
    },
  };
}

const held: typeof globalThis & { ikkatsuRoot?: Promise<Root> } = globalThis;

/** The composition root. One per process: pages, routes and instrumentation are bundled apart and meet here. */
export function getRoot(): Promise<Root> {
  held.ikkatsuRoot ??= build().catch((error: unknown) => {
    delete held.ikkatsuRoot;
    throw error;
  });
  return held.ikkatsuRoot;
}
