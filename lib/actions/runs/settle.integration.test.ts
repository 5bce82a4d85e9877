import { and, eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import type { Change } from '@/lib/bulk/changes';
import { audit } from '@/lib/db/schema';
import { IDS } from '@/lib/demo-space/testing';
import { createWorld, FIRST, toEnglish, until, untilState, type World } from '@/lib/runs/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { createVirtualClock } from '@/lib/testing/virtual-clock';
import { codeOf, contextOf, type TestContext } from '../testing';
import { runsItems } from './items';
import { runsList } from './list';
import { runsRetry } from './retry';
import { runsSettle } from './settle';

const worlds: World[] = [];
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

const comment = '担当を替えます';
const withComment: Change[] = [...toEnglish, { field: 'comment', verb: 'add', text: comment }];

describe.each(databaseKinds)('an unknown outcome on %s', (kind) => {
  /** A run of two whose second item was never sent, though nobody can tell: the process died right before. */
  async function unknownRun(): Promise<{ w: World; ctx: TestContext; runId: string }> {
    const w = await createWorld(kind, { issues: 2, clock: createVirtualClock(), space: { latencyMs: 128 } });
    worlds.push(w);
    const run = await w.approve(await w.plan(withComment));
    let died = false;
    const first = w.worker({
      observer: (step, { position }) => {
        if (died || step !== 'item.beforeSend' || position !== 1) return;
        died = true;
        throw new Error('died');
      },
    });
    await until(async () => (died ? true : null));
    await first.stop();
    const next = w.worker();
    await untilState(w, run.id, 'done');
    await next.stop();
    const [, second] = await w.items(run.id);
    expect(second?.state).toBe('unknown');
    return { w, ctx: contextOf(w), runId: run.id };
  }
  const settle = (
    ctx: TestContext,
    runId: string,
    as: 'lookAgain' | 'applied' | 'notApplied',
    position = 1,
  ) => runsSettle.run({ ctx, input: { runId, position, as } });
  const recordOf = async (w: World, runId: string) => {
    const [row] = await w.db
      .select()
      .from(audit)
      .where(and(eq(audit.subjectId, runId), eq(audit.event, 'run.settled')));
    return row?.data;
  };

  it('stays unknown when reading again cannot decide it, and nothing is sent', async () => {
    const { w, ctx, runId } = await unknownRun();
    const before = await w.patches();
    const answer = await settle(ctx, runId, 'lookAgain');
    expect(answer).toMatchObject({ outcome: 'unknown', run: { counts: { applied: 1, unknown: 1 } } });
    expect(await w.patches()).toEqual(before);
    expect(await recordOf(w, runId)).toBeUndefined();
  });

  it('becomes updated when our comment is found by then; the list counts it too', async () => {
    const { w, ctx, runId } = await unknownRun();
    await w.edit(FIRST + 1, { assigneeId: IDS.english, comment }, IDS.admin);
    expect(await settle(ctx, runId, 'lookAgain')).toMatchObject({
      outcome: 'applied',
      run: { counts: { applied: 2, unknown: 0 } },
    });
    const [, item] = await w.items(runId);
    expect(item).toMatchObject({ state: 'applied', afterImage: { assignee: { id: IDS.english } } });
    expect(await recordOf(w, runId)).toMatchObject({ position: 1, outcome: 'applied', how: 'reading' });
    const list = await runsList.run({ ctx, input: { limit: 1 } });
    expect(list.runs[0]?.counts).toMatchObject({ applied: 2, unknown: 0 });
  });

  it('becomes failed when the issue is gone', async () => {
    const { w, ctx, runId } = await unknownRun();
    await w.fault({
      match: { method: 'GET', path: `/api/v2/issues/${FIRST + 1}` },
      effect: {
        kind: 'status',
        status: 404,
        body: { errors: [{ message: 'No issue.', code: 6, moreInfo: '' }] },
      },
      times: 1,
    });
    expect(await settle(ctx, runId, 'lookAgain')).toMatchObject({ outcome: 'rejected' });
    const [, item] = await w.items(runId);
    expect(item?.reason).toMatchObject({ code: 'GONE' });
  });

  it('is taken as updated on the word of a person, with who said so and what an undo compares with', async () => {
    const { w, ctx, runId } = await unknownRun();
    expect(await settle(ctx, runId, 'applied')).toMatchObject({ outcome: 'applied' });
    const [, item] = await w.items(runId);
    expect(item).toMatchObject({
      state: 'applied',
      reason: { code: 'SETTLED_BY_HAND', by: { name: ctx.actor.userName } },
      beforeImage: { assignee: { id: IDS.normal } },
      afterImage: { assignee: { id: IDS.english } },
    });
    expect(await recordOf(w, runId)).toMatchObject({ outcome: 'applied', how: 'hand' });
    expect(await codeOf(settle(ctx, runId, 'notApplied'))).toBe('ITEM_STATE');
  });

  it('is taken as not updated on the word of a person, and can then be run again', async () => {
    const { w, ctx, runId } = await unknownRun();
    const sent = (await w.patches()).length;
    expect(await settle(ctx, runId, 'notApplied')).toMatchObject({
      outcome: 'rejected',
      run: { counts: { rejected: 1, unknown: 0 } },
    });
    await runsRetry.run({ ctx, input: { runId } });
    w.worker();
    await untilState(w, runId, 'done');
    const input = runsItems.input.parse({ runId });
    const { items } = await runsItems.run({ ctx, input });
    expect(items.map((item) => item.state)).toEqual(['applied', 'applied']);
    expect(await w.patches()).toHaveLength(sent + 1);
  });

  it('is decided once, and only for items that are unknown', async () => {
    const { ctx, runId } = await unknownRun();
    expect(await codeOf(settle(ctx, runId, 'applied', 0))).toBe('ITEM_STATE');
    expect(await codeOf(settle(ctx, runId, 'lookAgain', 7))).toBe('ITEM_STATE');
    const codes = await Promise.all([
      codeOf(settle(ctx, runId, 'applied')),
      codeOf(settle(ctx, runId, 'notApplied')),
    ]);
    expect(codes.sort()).toEqual(['ITEM_STATE', null].sort());
  });
});
