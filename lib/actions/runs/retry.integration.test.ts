import { and, eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { audit } from '@/lib/db/schema';
import { IDS } from '@/lib/demo-space/testing';
import { createWorld, FIRST, toEnglish, untilState, type World } from '@/lib/runs/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { codeOf, contextOf, type TestContext } from '../testing';
import { runsCancel } from './cancel';
import { runsGet } from './get';
import { runsPause } from './pause';
import { runsRetry } from './retry';

const worlds: World[] = [];
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

const refusal = {
  kind: 'status' as const,
  status: 400,
  body: { errors: [{ message: '必須のカスタム属性がありません。', code: 7, moreInfo: '' }] },
};

describe.each(databaseKinds)('failed items taken up again on %s', (kind) => {
  async function setUp(issues: number): Promise<{ w: World; ctx: TestContext }> {
    const w = await createWorld(kind, { issues });
    worlds.push(w);
    return { w, ctx: contextOf(w) };
  }
  /** Backlog refuses one issue so many times. */
  const refuse = (w: World, id: number, times = 1) =>
    w.fault({ match: { method: 'PATCH', path: `/api/v2/issues/${id}` }, effect: refusal, times });
  const states = async (w: World, runId: string) => (await w.items(runId)).map((item) => item.state);
  const sentTo = async (w: World) =>
    (await w.patches()).map((patch) => Number(patch.path.split('/').at(-1)) - FIRST);

  it('are written, the others are not sent again, and the record names their positions', async () => {
    const { w, ctx } = await setUp(3);
    await refuse(w, FIRST + 1);
    const run = await w.approve(await w.plan(toEnglish));
    w.worker();
    await untilState(w, run.id, 'done');
    expect(await states(w, run.id)).toEqual(['applied', 'rejected', 'applied']);

    const again = await runsRetry.run({ ctx, input: { runId: run.id } });
    expect(again).toMatchObject({ state: 'queued', endedAt: null, counts: { rejected: 0, left: 1 } });
    expect(ctx.woken()).toBe(1);
    w.worker();
    await untilState(w, run.id, 'done');
    expect(await states(w, run.id)).toEqual(['applied', 'applied', 'applied']);
    expect(await sentTo(w)).toEqual([0, 1, 2, 1]);
    const [record] = await w.db
      .select()
      .from(audit)
      .where(and(eq(audit.subjectId, run.id), eq(audit.event, 'run.retried')));
    expect(record?.data).toEqual({ positions: [1] });
    expect(await codeOf(runsRetry.run({ ctx, input: { runId: run.id } }))).toBe('RUN_STATE');
  });

  it('are compared with the plan as always: what somebody has changed since is a conflict, nothing is sent', async () => {
    const { w, ctx } = await setUp(2);
    await refuse(w, FIRST);
    const run = await w.approve(await w.plan(toEnglish));
    w.worker();
    await untilState(w, run.id, 'done');
    await w.edit(FIRST, { assigneeId: IDS.admin });
    await runsRetry.run({ ctx, input: { runId: run.id } });
    await untilState(w, run.id, 'done');
    expect(await states(w, run.id)).toEqual(['conflict', 'applied']);
    expect(await sentTo(w)).toEqual([0, 1]);
  });

  it('of a cancelled run go alone: what was cancelled stays cancelled', async () => {
    const { w, ctx } = await setUp(3);
    await refuse(w, FIRST);
    const run = await w.approve(await w.plan(toEnglish));
    const input = { runId: run.id };
    const worker = w.worker({
      observer: async (step, { position }) => {
        if (step === 'item.afterRecord' && position === 0) await runsCancel.run({ ctx, input });
      },
    });
    await untilState(w, run.id, 'cancelled');
    await worker.stop();
    expect(await states(w, run.id)).toEqual(['rejected', 'cancelled', 'cancelled']);
    await runsRetry.run({ ctx, input });
    w.worker();
    await untilState(w, run.id, 'done');
    expect(await states(w, run.id)).toEqual(['applied', 'cancelled', 'cancelled']);
  });

  it('of a paused run go on together with what is left; a run under way has to be paused first', async () => {
    const { w, ctx } = await setUp(3);
    await refuse(w, FIRST);
    const run = await w.approve(await w.plan(toEnglish));
    const input = { runId: run.id };
    expect(await codeOf(runsRetry.run({ ctx, input }))).toBe('RUN_STATE');
    const worker = w.worker({
      observer: async (step, { position }) => {
        if (step === 'item.afterRecord' && position === 0) await runsPause.run({ ctx, input });
      },
    });
    await untilState(w, run.id, 'paused');
    await worker.stop();
    expect(await runsGet.run({ ctx, input })).toMatchObject({ counts: { rejected: 1, left: 2 } });
    await runsRetry.run({ ctx, input });
    w.worker();
    await untilState(w, run.id, 'done');
    expect(await states(w, run.id)).toEqual(['applied', 'applied', 'applied']);
  });
});
