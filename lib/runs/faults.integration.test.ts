import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import type { Change } from '@/lib/bulk/changes';
import { audit, connections } from '@/lib/db/schema';
import { IDS } from '@/lib/demo-space/testing';
import { AppError } from '@/lib/errors';
import { databaseKinds } from '@/lib/testing/test-database';
import { cancelRun } from './control';
import type { StepName } from './step-observer';
import { createWorld, FIRST, SPACE, testTimings, toEnglish, until, untilState, type World } from './testing';

const worlds: World[] = [];
async function world(kind: (typeof databaseKinds)[number], issues: number, space = {}): Promise<World> {
  const made = await createWorld(kind, { issues, space });
  worlds.push(made);
  return made;
}
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

const withComment: Change[] = [...toEnglish, { field: 'comment', verb: 'add', text: '担当を替えます' }];
const patchOf = (id: number) => ({ method: 'PATCH', path: `/api/v2/issues/${id}` });
const states = (items: { state: string }[]) => items.map((item) => item.state);

/** A worker whose process dies the first time it comes to `step` with the second item. */
function dieAt(step: StepName) {
  let dead = false;
  return (now: StepName, { position }: { position: number | null }) => {
    if (dead || now !== step || position !== 1) return;
    dead = true;
    throw new Error(`died at ${step}`);
  };
}

/** The process dies with the first item's intent committed and nothing sent. */
async function dieBeforeSending(w: World, runId: string): Promise<void> {
  const died = w.worker({
    observer: (step) => {
      if (step === 'item.beforeSend') throw new Error('died');
    },
  });
  await until(async () => (states(await w.items(runId))[0] === 'intent' ? true : null));
  await died.stop();
}

/** The next worker takes over and gives the first item its settling time, long enough for an edit on a slow machine. */
async function takeOverAndSettle(w: World, runId: string): Promise<void> {
  w.worker({ timings: { ...testTimings, settleMs: 4_000 } });
  await until(async () => ((await w.items(runId))[0]?.settleAt != null ? true : null));
}

describe.each(databaseKinds)('a fault on %s', (kind) => {
  it.each([
    'item.beforeIntent',
    'item.afterIntent',
    'item.beforeSend',
    'item.afterAnswer',
    'item.beforeRecord',
    'item.afterRecord',
  ] as const)(
    'process death at %s: the next owner goes on, every issue gets exactly one PATCH',
    async (step) => {
      const w = await world(kind, 4);
      const run = await w.approve(await w.plan(toEnglish));
      w.worker({ observer: dieAt(step) });
      await untilState(w, run.id, 'done');
      expect(new Set(states(await w.items(run.id)))).toEqual(new Set(['applied']));
      expect((await w.patches()).map((patch) => patch.path)).toEqual(w.ids.map((id) => patchOf(id).path));
      expect((await w.run(run.id)).leaseEpoch).toBeGreaterThan(1);
      const record = await w.db.select().from(audit).where(eq(audit.subjectId, run.id));
      expect(record.filter((row) => row.event === 'run.item')).toHaveLength(4);
    },
  );

  it('process death after a PATCH with a comment: our comment is found, nothing is sent again', async () => {
    const w = await world(kind, 3);
    const run = await w.approve(await w.plan(withComment));
    w.worker({ observer: dieAt('item.afterAnswer') });
    await untilState(w, run.id, 'done');
    expect(new Set(states(await w.items(run.id)))).toEqual(new Set(['applied']));
    expect(await w.patches()).toHaveLength(3);
  });

  it('process death before a PATCH with a comment: never resent, ends as unknown', async () => {
    const w = await world(kind, 3);
    const run = await w.approve(await w.plan(withComment));
    w.worker({ observer: dieAt('item.beforeSend') });
    await untilState(w, run.id, 'done');
    const items = await w.items(run.id);
    expect(states(items)).toEqual(['applied', 'unknown', 'applied']);
    expect(items[1]?.reason).toMatchObject({ code: 'ANSWER_LOST' });
    expect(await w.patches()).toHaveLength(2);
  });

  it('connection cut after the PATCH took effect: read back, applied, sent once', async () => {
    const w = await world(kind, 3);
    await w.fault({ match: patchOf(FIRST + 1), effect: { kind: 'reset-after' }, times: 1 });
    const run = await w.approve(await w.plan(withComment));
    w.worker();
    await untilState(w, run.id, 'done');
    expect(new Set(states(await w.items(run.id)))).toEqual(new Set(['applied']));
    expect(await w.patches()).toHaveLength(3);
  });

  it('answer that comes after the time-out, write carried out late: others go first, then applied, sent once', async () => {
    const w = await world(kind, 3);
    await w.fault({ match: patchOf(FIRST), effect: { kind: 'late-apply', ms: 150 }, times: 1 });
    const run = await w.approve(await w.plan(toEnglish));
    w.worker();
    await untilState(w, run.id, 'done');
    expect(new Set(states(await w.items(run.id)))).toEqual(new Set(['applied']));
    const patches = await w.patches();
    expect(patches.map((patch) => patch.path)).toEqual(w.ids.map((id) => patchOf(id).path));
  });

  it('request that vanished: decided after the settling time, then tried again once', async () => {
    const w = await world(kind, 2);
    await w.fault({ match: patchOf(FIRST), effect: { kind: 'reset-before' }, times: 1 });
    const run = await w.approve(await w.plan(toEnglish));
    w.worker();
    await untilState(w, run.id, 'done');
    const items = await w.items(run.id);
    expect(states(items)).toEqual(['applied', 'applied']);
    expect(items[0]?.attempt).toBe(2);
  });

  it('500 on a PATCH without comment: read back and repeated; four times: failed, with the reason', async () => {
    const w = await world(kind, 3);
    await w.fault({ match: patchOf(FIRST), effect: { kind: 'status', status: 500 }, times: 2 });
    await w.fault({ match: patchOf(FIRST + 1), effect: { kind: 'status', status: 500 }, times: 4 });
    const run = await w.approve(await w.plan(toEnglish));
    w.worker();
    await untilState(w, run.id, 'done');
    const items = await w.items(run.id);
    expect(states(items)).toEqual(['applied', 'rejected', 'applied']);
    expect(items[0]?.attempt).toBe(3);
    expect(items[1]?.reason).toMatchObject({ code: 'NOT_CARRIED_OUT', attempts: 4, status: 500 });
  });

  it('500 on a PATCH with a comment: never sent again, ends as unknown', async () => {
    const w = await world(kind, 2);
    await w.fault({ match: patchOf(FIRST), effect: { kind: 'status', status: 500 }, times: 1 });
    const run = await w.approve(await w.plan(withComment));
    w.worker();
    await untilState(w, run.id, 'done');
    expect(states(await w.items(run.id))).toEqual(['unknown', 'applied']);
    expect(await w.patches()).toHaveLength(2);
  });

  it('answer cut in the middle or a web page in its place: read back, applied, sent once', async () => {
    const w = await world(kind, 2);
    await w.fault({ match: patchOf(FIRST), effect: { kind: 'truncate' }, times: 1 });
    const run = await w.approve(await w.plan(toEnglish));
    w.worker();
    await untilState(w, run.id, 'done');
    expect(states(await w.items(run.id))).toEqual(['applied', 'applied']);
    expect(await w.patches()).toHaveLength(2);
  });

  it('a refused PATCH with a comment: known at once, also while Backlog cannot be read', async () => {
    const w = await world(kind, 2);
    const plan = await w.plan(withComment);
    const body = { errors: [{ message: '担当者が不正です。', code: 7, moreInfo: '' }] };
    await w.fault({ match: patchOf(FIRST), effect: { kind: 'status', status: 400, body }, times: 1 });
    const run = await w.approve(plan);
    w.worker();
    await untilState(w, run.id, 'done');
    const items = await w.items(run.id);
    expect(states(items)).toEqual(['rejected', 'applied']);
    expect(items[0]?.reason).toMatchObject({ code: 'REFUSED', message: '担当者が不正です。' });
    const read = (await w.log()).filter(
      (entry) => entry.method === 'GET' && entry.path.startsWith(patchOf(FIRST).path),
    );
    expect(read).toHaveLength(1);
  });

  it('answers lost in a row: the run waits after a few instead of leaving all its items unknown', async () => {
    const w = await world(kind, 12);
    await w.fault({ match: { method: 'PATCH' }, effect: { kind: 'reset-before' } });
    const run = await w.approve(await w.plan(withComment));
    const long = { settleMs: 60_000, downFirstMs: 60_000, downLongestMs: 60_000 };
    w.worker({ timings: { ...testTimings, ...long } });
    await until(async () => ((await w.run(run.id)).waitReason === 'backlogDown' ? true : null));
    expect(await w.patches()).toHaveLength(testTimings.downAfterFailures);
    expect(states(await w.items(run.id)).filter((state) => state === 'planned')).toHaveLength(7);
  });

  it('stopped right after process death: a write that Backlog still carries out is not called cancelled', async () => {
    const w = await world(kind, 2);
    const run = await w.approve(await w.plan(toEnglish));
    await dieBeforeSending(w, run.id);
    expect(await cancelRun(w.db, { runId: run.id, spaceHost: SPACE, userId: IDS.admin })).toBe(true);
    await takeOverAndSettle(w, run.id);
    await w.edit(FIRST, { assigneeId: IDS.english }, IDS.admin);
    await untilState(w, run.id, 'cancelled');
    expect(states(await w.items(run.id))).toEqual(['applied', 'cancelled']);
  });

  it('somebody else’s value right after process death: no conflict before our write has had its time', async () => {
    const w = await world(kind, 1);
    const run = await w.approve(await w.plan(toEnglish));
    await dieBeforeSending(w, run.id);
    await w.edit(FIRST, { assigneeId: IDS.admin });
    await takeOverAndSettle(w, run.id);
    await w.edit(FIRST, { assigneeId: IDS.english }, IDS.admin);
    await untilState(w, run.id, 'done');
    expect(states(await w.items(run.id))).toEqual(['applied']);
  });

  it('maintenance: the run waits, says why, goes on by itself, and no attempt is lost', async () => {
    const w = await world(kind, 3);
    const run = await w.approve(await w.plan(toEnglish));
    await w.fault({ effect: { kind: 'status', status: 503 }, times: 8 });
    w.worker();
    await until(async () => ((await w.run(run.id)).waitReason === 'backlogDown' ? true : null));
    await untilState(w, run.id, 'done');
    expect(new Set(states(await w.items(run.id)))).toEqual(new Set(['applied']));
    expect(await w.patches()).toHaveLength(3);
  });

  it('429: waits for the reset and says so, counts no attempt, sends nothing before the reset', async () => {
    const w = await world(kind, 6, { limits: { update: 6 }, windowSeconds: 5 });
    const run = await w.approve(await w.plan(toEnglish));
    // The person's own comments use the window up, so that the wait does not hang on how fast this machine writes.
    for (let nth = 0; nth < 6; nth += 1) await w.client.issues.update(IDS.issue, { comment: `${nth}` });
    w.worker({ timings: { ...testTimings, reserve: 0 } });
    const waiting = await until(async () => {
      const found = await w.run(run.id);
      return found.waitReason === 'quota' ? found : null;
    });
    expect(waiting.waitUntil).not.toBeNull();
    expect(states(await w.items(run.id))).not.toContain('applied');
    await untilState(w, run.id, 'done');
    const items = await w.items(run.id);
    expect(new Set(states(items))).toEqual(new Set(['applied']));
    expect(new Set(items.map((item) => item.attempt))).toEqual(new Set([1]));
    expect((await w.patches()).filter((patch) => patch.status === 429)).toEqual([]);
  });

  it('429 all the same: nothing counts as tried, the run goes on after the reset', async () => {
    const w = await world(kind, 2);
    const effect = { kind: 'status', status: 429, resetInSeconds: 1 } as const;
    await w.fault({ match: patchOf(FIRST), effect, times: 1 });
    const run = await w.approve(await w.plan(toEnglish));
    w.worker();
    await untilState(w, run.id, 'done');
    const items = await w.items(run.id);
    expect(items.map((item) => [item.state, item.attempt])).toEqual([
      ['applied', 1],
      ['applied', 1],
    ]);
    expect((await w.patches()).filter((patch) => patch.status === 429)).toHaveLength(1);
  });

  it('sign-in needed: the run waits without losing anything and goes on once the person is back', async () => {
    const w = await world(kind, 2);
    const run = await w.approve(await w.plan(toEnglish));
    let signedIn = false;
    const clientFor = async () => {
      if (!signedIn) throw new AppError('SIGN_IN_AGAIN');
      return w.client;
    };
    w.worker({ clientFor, timings: { ...testTimings, signInRetryMs: 60_000 } });
    await until(async () => ((await w.run(run.id)).waitReason === 'needsSignIn' ? true : null));
    signedIn = true;
    await w.db.insert(connections).values({
      spaceHost: SPACE,
      userId: IDS.admin,
      kind: 'apiKey',
      userName: '管理 太郎',
      roleType: 1,
      spaceName: 'デモ',
      timezone: 'Asia/Tokyo',
      cipherText: '',
      keyId: 'k1',
    });
    await untilState(w, run.id, 'done');
    expect(await w.patches()).toHaveLength(2);
  });

  it('redirect: never followed, the run stops for a person to look', async () => {
    const w = await world(kind, 2);
    await w.fault({ match: patchOf(FIRST), effect: { kind: 'redirect', location: '/' }, times: 1 });
    const run = await w.approve(await w.plan(toEnglish));
    w.worker();
    expect(await untilState(w, run.id, 'paused')).toMatchObject({ waitReason: 'redirect', leaseOwner: null });
    expect(await w.patches()).toHaveLength(1);
  });

  it('deleted issue: failed as gone, the rest goes on', async () => {
    const w = await world(kind, 2);
    const effect = { kind: 'status', status: 404 } as const;
    await w.fault({ match: { path: `/api/v2/issues/${FIRST}` }, effect, times: 1 });
    const run = await w.approve(await w.plan(toEnglish));
    w.worker();
    await untilState(w, run.id, 'done');
    const items = await w.items(run.id);
    expect(states(items)).toEqual(['rejected', 'applied']);
    expect(items[0]?.reason).toMatchObject({ code: 'GONE' });
  });

  it('shutdown: the item in flight ends and is recorded, the claim is given back, another worker goes on', async () => {
    const w = await world(kind, 8, { latencyMs: 20 });
    const run = await w.approve(await w.plan(toEnglish));
    const first = w.worker();
    await until(async () => ((await w.patches()).length >= 2 ? true : null));
    await first.stop();
    const between = await w.items(run.id);
    expect(states(between)).not.toContain('intent');
    expect((await w.patches()).length).toBe(between.filter((item) => item.state === 'applied').length);
    expect((await w.run(run.id)).leaseOwner).toBeNull();
    w.worker();
    await untilState(w, run.id, 'done');
    expect(await w.patches()).toHaveLength(8);
  });
});
