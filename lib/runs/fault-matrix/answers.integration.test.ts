import { describe, expect, it } from 'vitest';
import type { Change } from '@/lib/bulk/changes';
import { IDS } from '@/lib/demo-space/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { resumeRun } from '../control';
import { FIRST, SPACE, toEnglish, untilIn, untilState } from '../testing';
import { defaultTimings } from '../timings';
import { patchOf, states, verdict, withComment, worldsOfTests } from './testing';

const { virtualWorld } = worldsOfTests();
const path = `/api/v2/issues/${FIRST}`;

describe.each(databaseKinds)('an answer that is none, on %s', (kind) => {
  it('row 5: 500, 502 and 503 on a read → repeated after 1, 2 and 4 s at most, the run notices nothing', async () => {
    const { w, clock } = await virtualWorld(kind, 2);
    const run = await w.approve(await w.plan(toEnglish));
    for (const status of [500, 502, 503])
      await w.fault({ match: { method: 'GET', path }, effect: { kind: 'status', status }, times: 1 });
    const before = (await w.log()).length;
    const began = clock.now();
    w.worker();
    await untilState(w, run.id, 'done');
    const reads = (await w.log()).slice(before).filter((one) => one.method === 'GET' && one.path === path);
    expect(reads.map((one) => one.status)).toEqual([500, 502, 503, 200]);
    expect(clock.now() - began).toBeLessThan(9_000);
    expect((await w.items(run.id)).map((item) => [item.state, item.attempt])).toEqual([
      ['applied', 1],
      ['applied', 1],
    ]);
    expect((await w.run(run.id)).waitCount).toBe(0);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 6: 5xx on a PATCH without comment → read back and repeated, three times at most, then failed with the reason', async () => {
    const { w } = await virtualWorld(kind, 3);
    await w.fault({ match: patchOf(FIRST), effect: { kind: 'status', status: 502 }, times: 2 });
    await w.fault({ match: patchOf(FIRST + 1), effect: { kind: 'status', status: 500 }, times: 4 });
    const run = await w.approve(await w.plan(toEnglish));
    w.worker();
    await untilState(w, run.id, 'done');
    const items = await w.items(run.id);
    expect(items.map((item) => [item.state, item.attempt])).toEqual([
      ['applied', 3],
      ['rejected', 4],
      ['applied', 1],
    ]);
    expect(items[1]?.reason).toMatchObject({ code: 'NOT_CARRIED_OUT', attempts: 4, status: 500 });
    expect(await verdict(w)).toEqual([]);
  });

  it('row 6: five 5xx on PATCHes in a row → the run waits 60 s and says so, then goes on by itself', async () => {
    const { w, clock } = await virtualWorld(kind, 3);
    await w.fault({ match: { method: 'PATCH' }, effect: { kind: 'status', status: 500 }, times: 5 });
    const run = await w.approve(await w.plan(toEnglish));
    w.worker();
    const waiting = await untilIn(w, async () => {
      const found = await w.run(run.id);
      return found.waitReason === 'backlogDown' ? found : null;
    });
    const sent = await w.patches();
    expect(sent).toHaveLength(defaultTimings.downAfterFailures);
    const last = Date.parse(sent.at(-1)?.at ?? '');
    expect(waiting.waitUntil?.getTime()).toBeGreaterThanOrEqual(last + defaultTimings.downFirstMs);
    await untilState(w, run.id, 'done');
    expect(clock.now()).toBeGreaterThanOrEqual(last + defaultTimings.downFirstMs);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 7: 5xx on a PATCH with a comment → never sent again, unknown after the settling time', async () => {
    const { w } = await virtualWorld(kind, 2);
    await w.fault({ match: patchOf(FIRST), effect: { kind: 'status', status: 500 }, times: 1 });
    const run = await w.approve(await w.plan(withComment));
    w.worker();
    await untilState(w, run.id, 'done');
    const items = await w.items(run.id);
    expect(states(items)).toEqual(['unknown', 'applied']);
    const [first] = await w.patches();
    const decided = items[0]?.endedAt?.getTime() ?? 0;
    expect(decided - Date.parse(first?.at ?? '')).toBeGreaterThanOrEqual(defaultTimings.settleMs);
    expect(await w.patches()).toHaveLength(2);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 13: an answer cut in the middle, or a web page in its place → no success, read back', async () => {
    const { w } = await virtualWorld(kind, 3);
    await w.fault({ match: patchOf(FIRST), effect: { kind: 'truncate' }, times: 1 });
    await w.fault({ match: patchOf(FIRST + 1), effect: { kind: 'html', status: 200 }, times: 1 });
    await w.fault({ match: patchOf(FIRST + 2), effect: { kind: 'answer-with', body: { ok: 1 } }, times: 1 });
    const run = await w.approve(await w.plan(toEnglish));
    w.worker();
    await untilState(w, run.id, 'done');
    // The page came from something before Backlog, so that write is sent again; the others had been carried out.
    expect((await w.items(run.id)).map((item) => [item.state, item.attempt])).toEqual([
      ['applied', 1],
      ['applied', 2],
      ['applied', 1],
    ]);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 13: a web page in place of the answer to a comment → looked up, never sent again', async () => {
    const { w } = await virtualWorld(kind, 2);
    await w.fault({ match: patchOf(FIRST), effect: { kind: 'html', status: 200 }, times: 1 });
    await w.fault({ match: patchOf(FIRST + 1), effect: { kind: 'truncate' }, times: 1 });
    const run = await w.approve(await w.plan(withComment));
    w.worker();
    await untilState(w, run.id, 'done');
    expect(states(await w.items(run.id))).toEqual(['unknown', 'applied']);
    expect(await w.patches()).toHaveLength(2);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 14: success, but a value differs → applied with the field named, not sent again', async () => {
    const { w } = await virtualWorld(kind, 2);
    const effect = { kind: 'ignore', params: ['priorityId'] } as const;
    await w.fault({ match: patchOf(FIRST), effect: { ...effect, params: [...effect.params] }, times: 1 });
    const changes: Change[] = [...toEnglish, { field: 'priority', verb: 'set', to: { id: 2, label: '高' } }];
    const run = await w.approve(await w.plan(changes));
    w.worker();
    await untilState(w, run.id, 'done');
    const items = await w.items(run.id);
    expect(items.map((item) => [item.state, item.differs])).toEqual([
      ['applied', ['priority']],
      ['applied', []],
    ]);
    expect(items[0]?.afterImage).toMatchObject({ priority: { id: 3 } });
    expect(await w.patches()).toHaveLength(2);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 15: 3xx → never followed, the run stops for a person to look', async () => {
    const { w } = await virtualWorld(kind, 2);
    await w.fault({ match: patchOf(FIRST), effect: { kind: 'redirect', location: '/elsewhere' }, times: 1 });
    const run = await w.approve(await w.plan(toEnglish));
    w.worker();
    expect(await untilState(w, run.id, 'paused')).toMatchObject({ waitReason: 'redirect', leaseOwner: null });
    expect((await w.log()).filter((one) => one.path === '/elsewhere')).toEqual([]);
    expect(await w.patches()).toHaveLength(1);
    expect(await resumeRun(w.db, { runId: run.id, spaceHost: SPACE, userId: IDS.admin })).toBe(true);
    await untilState(w, run.id, 'done');
    expect(states(await w.items(run.id))).toEqual(['applied', 'applied']);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 51: 503 for half an hour → waits with longer and longer pauses, goes on by itself, no attempt lost', async () => {
    const { w, clock } = await virtualWorld(kind, 3);
    const run = await w.approve(await w.plan(toEnglish));
    await w.fault({ effect: { kind: 'status', status: 503 } });
    const before = (await w.log()).length;
    w.worker();
    const began = clock.now();
    await clock.sleep(30 * 60_000);
    expect(await w.run(run.id)).toMatchObject({ state: 'running', waitReason: 'backlogDown' });
    // A read is repeated three times at each look, and the looks grow apart to five minutes.
    expect((await w.log()).length - before).toBeLessThan(60);
    await w.clearFaults();
    await untilState(w, run.id, 'done');
    expect(clock.now() - began).toBeLessThan(36 * 60_000);
    expect((await w.items(run.id)).map((item) => [item.state, item.attempt])).toEqual(
      Array.from({ length: 3 }, () => ['applied', 1]),
    );
    expect(await verdict(w)).toEqual([]);
  });
});
