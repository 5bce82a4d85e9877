import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listSnapshots, type OpenDatabase } from '@/lib/db';
import { plans, runs } from '@/lib/db/schema';
import { createTestDatabase } from '@/lib/testing/test-database';
import { createSnapshotKeeper } from './keep-snapshots';

vi.setConfig({ testTimeout: 120_000 });

let dataDir = '';
let opened: OpenDatabase;
const messages: string[] = [];
const note = (_fields: Record<string, unknown>, message: string) => void messages.push(message);
const log = { info: note, warn: note, error: note };

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ikkatsu-keep-'));
  opened = await createTestDatabase('pglite');
  messages.length = 0;
});
afterEach(async () => {
  await opened.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

/** A dump that lasts until it is let go; counts how many there were, and at once. */
function slowDump() {
  const counts = { begun: 0, inFlight: 0, most: 0 };
  const waiting: (() => void)[] = [];
  const dump = async () => {
    counts.begun += 1;
    counts.inFlight += 1;
    counts.most = Math.max(counts.most, counts.inFlight);
    await new Promise<void>((resolve) => waiting.push(resolve));
    counts.inFlight -= 1;
    return new Uint8Array([1]);
  };
  return { counts, dump, letGo: () => waiting.shift()?.() };
}

const enough = async () => 1024 ** 4;
const soon = { settleMs: 1, apartMs: 1 };

async function endRun(): Promise<void> {
  const owner = { spaceHost: 'hoshikawa.backlog.com', userId: 1, actorType: 'user', title: '' } as const;
  const planId = randomUUID();
  const plan = { id: planId, number: 1, createdBy: '人', timezone: 'Asia/Tokyo', format: 2 } as const;
  const content = { state: 'approved', selection: {}, changes: [], counts: {} } as const;
  await opened.db.insert(plans).values({ ...owner, ...plan, ...content, expiresAt: new Date() });
  const run = { id: randomUUID(), planId, state: 'done', pace: 'limit', approvedBy: '人', total: 1 } as const;
  await opened.db.insert(runs).values({ ...owner, ...run, endedAt: new Date() });
}

describe('snapshots of the embedded database', () => {
  it('runs that end together make one; a real one is written whole', async () => {
    const pauses = { settleMs: 1, apartMs: 3_600_000 };
    const keeper = createSnapshotKeeper(opened, { dataDir, log, measure: enough, pauses });
    for (let nth = 0; nth < 5; nth += 1) keeper.due();
    await until(() => messages.includes('snapshot'));
    keeper.due();
    await keeper.stop();
    expect(await listSnapshots(dataDir)).toHaveLength(1);
    expect(messages).toEqual(['snapshot']);
  });

  it('never two at once, and stopping waits for the one that is being written', async () => {
    const { counts, dump, letGo } = slowDump();
    const keeper = createSnapshotKeeper({ ...opened, dump }, { dataDir, log, measure: enough, pauses: soon });
    keeper.due();
    await until(() => counts.begun === 1);
    keeper.due();
    const stopped = keeper.stop();
    keeper.due();
    letGo();
    await stopped;
    expect(counts).toEqual({ begun: 1, inFlight: 0, most: 1 });

    const other = createSnapshotKeeper({ ...opened, dump }, { dataDir, log, measure: enough, pauses: soon });
    other.due();
    await until(() => counts.begun === 2);
    other.due();
    letGo();
    await until(() => counts.begun === 3);
    letGo();
    await other.stop();
    expect(counts.most).toBe(1);
  });

  it('none while the disk is short', async () => {
    const measure = async () => 300 * 1024 * 1024;
    const keeper = createSnapshotKeeper(opened, { dataDir, log, measure, pauses: soon });
    keeper.due();
    await until(() => messages.length > 0);
    await keeper.stop();
    expect(messages).toEqual(['no snapshot: the disk is short']);
    expect(await listSnapshots(dataDir)).toEqual([]);
  });

  it('a run that ended right before the process before did gets its snapshot at the next start', async () => {
    await endRun();
    const keeper = createSnapshotKeeper(opened, { dataDir, log, measure: enough, pauses: soon });
    await until(() => messages.includes('snapshot'));
    await keeper.stop();
    expect(await listSnapshots(dataDir)).toHaveLength(1);
  });

  it('PostgreSQL has none: its server keeps its own', async () => {
    const keeper = createSnapshotKeeper(
      { ...opened, dump: null },
      { dataDir, log, measure: enough, pauses: soon },
    );
    keeper.due();
    await keeper.stop();
    expect(await listSnapshots(dataDir)).toEqual([]);
  });
});
