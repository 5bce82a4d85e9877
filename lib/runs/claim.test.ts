import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '@/lib/db';
import { plans, runItems, runs } from '@/lib/db/schema';
import { createTestDatabase, databaseKinds } from '@/lib/testing/test-database';
import { claimRun, type RunRow } from './claim';
import { LeaseLostError } from './lease';
import { commitIntent, recordResult } from './ledger';
import { dueIntents } from './ledger-reads';
import { insertItems } from './plan-items';

const host = 'hoshikawa.backlog.com';
const intent = { params: { statusId: 4 }, before: {}, issueUpdated: '2026-11-20T00:00:00Z' };

describe.each(databaseKinds)('claiming on %s', (kind) => {
  let opened: OpenDatabase;
  beforeEach(async () => {
    opened = await createTestDatabase(kind);
  });
  afterEach(async () => {
    await opened.close();
  });

  let numbers = 0;
  async function addRun(userId: number, given: Partial<RunRow> = {}): Promise<string> {
    const id = randomUUID();
    const planId = randomUUID();
    numbers += 1;
    const owner = { spaceHost: host, userId, actorType: 'user' } as const;
    await opened.db.insert(plans).values({
      ...owner,
      id: planId,
      number: numbers,
      createdBy: '人',
      timezone: 'Asia/Tokyo',
      format: 1,
      state: 'approved',
      title: '',
      selection: {},
      changes: [],
      counts: {},
      expiresAt: new Date(),
    });
    const item = { issueId: 1, issueKey: 'WEB-1', projectId: 1, summary: '', pile: 'change' } as const;
    const empty = { diffs: [], params: {}, warnings: [], blocks: [], issueUpdated: '' };
    await insertItems(opened.db, planId, [{ ...item, ...empty, included: true }]);
    await opened.db.insert(runs).values({
      ...owner,
      id,
      planId,
      title: '',
      state: 'queued',
      pace: 'limit',
      approvedBy: '人',
      total: 1,
      approvedAt: new Date(Date.UTC(2026, 10, 20, 0, 0, numbers)),
      ...given,
    });
    await opened.db.insert(runItems).values({
      runId: id,
      position: 0,
      spaceHost: host,
      issueId: numbers,
      issueKey: 'WEB-1',
      projectId: 1,
      summary: '',
      state: 'planned',
    });
    return id;
  }

  const claim = (owner: string, leaseMs = 60_000) =>
    claimRun(opened.db, { owner, leaseMs, signInRetryMs: 30_000 });
  const expire = (id: string) =>
    opened.db.update(runs).set({ leaseUntil: sql`now() - interval '1 second'` }).where(eq(runs.id, id));

  it('gives a run to one of many who ask at once', async () => {
    const id = await addRun(1);
    const claims = await Promise.all(Array.from({ length: 8 }, (_, n) => claim(`w${n}`)));
    expect(claims.flatMap((run) => run?.id ?? [])).toEqual([id]);
  });

  it('gives a person’s runs one after another, in the order of approval, and different people’s at once', async () => {
    const first = await addRun(1);
    const second = await addRun(1);
    const other = await addRun(2);
    const claimed = (await Promise.all([claim('a'), claim('b'), claim('c'), claim('d')])).flatMap(
      (run) => run?.id ?? [],
    );
    // Those who lost the race for the first person may have gone away empty-handed.
    for (let run = await claim('e'); run !== null; run = await claim('e')) claimed.push(run.id);
    expect(claimed.sort()).toEqual([first, other].sort());
    await opened.db.update(runs).set({ state: 'done', leaseOwner: null }).where(eq(runs.id, first));
    expect((await claim('f'))?.id).toBe(second);
  });

  it('hands a run on when its lease ran out, and the former owner can write nothing any more', async () => {
    const id = await addRun(1);
    const old = await claim('old');
    await expire(id);
    const taken = await claim('new');
    expect(taken).toMatchObject({ id, leaseOwner: 'new', leaseEpoch: 2, state: 'running' });
    if (old === null || taken === null) throw new Error('not claimed');
    const held = (run: RunRow, owner: string) => ({ runId: id, owner, epoch: run.leaseEpoch });
    expect(await commitIntent(opened.db, held(old, 'old'), 0, intent)).toBeNull();
    expect(await commitIntent(opened.db, held(taken, 'new'), 0, intent)).toBe(1);
    const [item] = await dueIntents(opened.db, taken, 1);
    if (item === undefined) throw new Error('no item');
    const record = recordResult(opened.db, held(old, 'old'), taken, item, { outcome: 'applied' });
    await expect(record).rejects.toBeInstanceOf(LeaseLostError);
    await recordResult(opened.db, held(taken, 'new'), taken, item, { outcome: 'applied' });
  });

  it('begins no write for a run that was paused a moment ago', async () => {
    const id = await addRun(1);
    const run = await claim('a');
    if (run === null) throw new Error('not claimed');
    await opened.db.update(runs).set({ state: 'paused' }).where(eq(runs.id, id));
    expect(await commitIntent(opened.db, { runId: id, owner: 'a', epoch: 1 }, 0, intent)).toBeNull();
  });

  it('lets a waiting run wait, and a paused one be', async () => {
    const waiting = await addRun(1, { state: 'running', waitUntil: new Date(Date.now() + 60_000) });
    await addRun(2, { state: 'paused' });
    expect(await claim('a')).toBeNull();
    await opened.db
      .update(runs)
      .set({ waitUntil: new Date(0) })
      .where(eq(runs.id, waiting));
    expect((await claim('a'))?.id).toBe(waiting);
  });
});
