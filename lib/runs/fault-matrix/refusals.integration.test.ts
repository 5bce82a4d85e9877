import { describe, expect, it } from 'vitest';
import { IDS } from '@/lib/demo-space/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { resumeRun } from '../control';
import { FIRST, SPACE, toEnglish, untilState } from '../testing';
import { patchOf, states, verdict, withComment, worldsOfTests } from './testing';

const { world } = worldsOfTests();
const refusal = (code: number, message: string) => ({ errors: [{ message, code, moreInfo: '' }] });

describe.each(databaseKinds)('a refusal on %s', (kind) => {
  it('row 16: 400 code 7 → failed with Backlog’s own sentence, the run goes on', async () => {
    const w = await world(kind, 3);
    const run = await w.approve(await w.plan(toEnglish));
    const body = refusal(7, '担当者が不正です。');
    await w.fault({ match: patchOf(FIRST + 1), effect: { kind: 'status', status: 400, body }, times: 1 });
    w.worker();
    await untilState(w, run.id, 'done');
    const items = await w.items(run.id);
    expect(states(items)).toEqual(['applied', 'rejected', 'applied']);
    expect(items[1]?.reason).toMatchObject({
      code: 'REFUSED',
      message: '担当者が不正です。',
      backlogCode: 7,
      status: 400,
    });
    expect(await verdict(w)).toEqual([]);
  });

  it('row 16: a refused PATCH with a comment → known at once, nothing is read back for it', async () => {
    const w = await world(kind, 2);
    const run = await w.approve(await w.plan(withComment));
    const body = refusal(7, '担当者が不正です。');
    await w.fault({ match: patchOf(FIRST), effect: { kind: 'status', status: 400, body }, times: 1 });
    w.worker();
    await untilState(w, run.id, 'done');
    const items = await w.items(run.id);
    expect(states(items)).toEqual(['rejected', 'applied']);
    expect(items[0]?.reason).toMatchObject({ code: 'REFUSED', message: '担当者が不正です。' });
    const { path } = patchOf(FIRST);
    expect((await w.log()).filter((one) => one.method === 'GET' && one.path.startsWith(path))).toHaveLength(
      1,
    );
    expect(await verdict(w)).toEqual([]);
  });

  it.each([
    [2, 403, 'ライセンスがありません。'],
    [3, 403, 'ライセンスの期限が切れています。'],
    [4, 403, 'このIPアドレスからは利用できません。'],
    [12, 403, '2段階認証が必要です。'],
  ])(
    'row 25: code %i → the whole run stops, with the real reason, nothing lost',
    async (code, status, message) => {
      const w = await world(kind, 3);
      const run = await w.approve(await w.plan(toEnglish));
      const effect = { kind: 'status', status, body: refusal(code, message) } as const;
      await w.fault({ match: patchOf(FIRST + 1), effect });
      w.worker();
      const stopped = await untilState(w, run.id, 'paused');
      expect(stopped).toMatchObject({ waitReason: 'licence', waitUntil: null, leaseOwner: null });
      expect(states(await w.items(run.id))).toEqual(['applied', 'planned', 'planned']);
      await w.clearFaults();
      expect(await resumeRun(w.db, { runId: run.id, spaceHost: SPACE, userId: IDS.admin })).toBe(true);
      await untilState(w, run.id, 'done');
      expect((await w.items(run.id)).map((item) => [item.state, item.attempt])).toEqual(
        Array.from({ length: 3 }, () => ['applied', 1]),
      );
      expect(await verdict(w)).toEqual([]);
    },
  );

  it.each(['GET', 'PATCH'])(
    'row 26: 404 on the %s, the issue was deleted → failed as gone, the rest goes on',
    async (method) => {
      const w = await world(kind, 2);
      const run = await w.approve(await w.plan(toEnglish));
      const match = { method, path: patchOf(FIRST).path };
      await w.fault({ match, effect: { kind: 'status', status: 404 }, times: 1 });
      w.worker();
      await untilState(w, run.id, 'done');
      const items = await w.items(run.id);
      expect(states(items)).toEqual(['rejected', 'applied']);
      expect(items[0]?.reason).toMatchObject({ code: 'GONE' });
      expect(await verdict(w)).toEqual([]);
    },
  );

  it('row 27: the issue was moved to another project → conflict, nothing sent, found by its number', async () => {
    const w = await world(kind, 2);
    const run = await w.approve(await w.plan(toEnglish));
    const issue = w.space.state.issues.get(FIRST);
    const other = w.space.state.projects.get(IDS.other);
    if (issue === undefined || other === undefined) throw new Error('the small space has both');
    other.memberIds.push(IDS.admin);
    Object.assign(issue, { projectId: IDS.other, issueTypeId: IDS.otherTask, keyId: 900 });
    w.worker();
    await untilState(w, run.id, 'done');
    const items = await w.items(run.id);
    expect(states(items)).toEqual(['conflict', 'applied']);
    expect(items[0]?.reason).toMatchObject({
      code: 'OTHER_PROJECT',
      fields: [{ field: 'project', planned: `DEMO-${FIRST}`, now: 'OTHER-900' }],
    });
    expect((await w.patches()).map((patch) => patch.path)).toEqual([patchOf(FIRST + 1).path]);
    expect(await verdict(w)).toEqual([]);
  });

  it('row 28: a touched field was edited meanwhile → conflict; another field → goes on; a list → merged', async () => {
    const w = await world(kind, 4);
    const category = { label: 'デザイン', byProject: { [IDS.demo]: IDS.design } };
    const plan = await w.plan([...toEnglish, { field: 'category', verb: 'add', values: [category] }]);
    await w.edit(FIRST, { assigneeId: IDS.admin });
    await w.edit(FIRST + 1, { priorityId: 2 });
    await w.edit(FIRST + 2, { categoryId: [IDS.code] });
    await w.edit(FIRST + 3, { assigneeId: IDS.english, categoryId: [IDS.design] });
    const run = await w.approve(plan);
    w.worker();
    await untilState(w, run.id, 'done');
    const items = await w.items(run.id);
    expect(states(items)).toEqual(['conflict', 'applied', 'applied', 'unchanged']);
    expect(items[0]?.reason).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      fields: [{ field: 'assignee', planned: { id: IDS.normal }, now: { id: IDS.admin } }],
      by: { name: 'Emma' },
    });
    const [, merged] = await w.patches();
    const sent = new URLSearchParams(merged?.body ?? '');
    expect(sent.getAll('categoryId[]').map(Number).sort()).toEqual([IDS.design, IDS.code].sort());
    expect(await w.patches()).toHaveLength(2);
    expect(await verdict(w)).toEqual([]);
  });
});
