import { expect, it } from 'vitest';
import { dayIn } from '@/lib/backlog/schemas/date-only';
import type { PlanItem } from '@/lib/bulk';
import { buildSeed } from '@/lib/demo-space/seed';
import { plansGet } from '../plans/get';
import { plansSetIncluded } from '../plans/set-included';
import { contextOf } from '../testing';
import { handoverRemaining } from './remaining';
import { carryOut, draftHandover, handoverWorlds } from './testing';

const world = handoverWorlds();
const [WEB, APP, OPS] = [501, 502, 503];
const takahashi = 2001;
const sato = { id: 2002, label: '佐藤 美咲' };
const suzuki = { id: 2003, label: '鈴木 健太' };
/** No member of APP. */
const tanaka = { id: 2004, label: '田中 直樹' };
const nguyen = { id: 2005, label: 'グエン ミン' };

it('佐藤’s 41 issues of the demo space are levelled among three people, one of whom may not have all, down to 0', async () => {
  const today = dayIn('Asia/Tokyo', new Date());
  const { w } = await world('pglite', () => {
    const state = buildSeed('standard', { today, spaceName: 'hoshikawa' });
    for (const user of state.users.all()) user.apiKeys.push(`key-${user.id}`);
    return state;
  });
  const ctx = contextOf(w, { userId: takahashi });
  const people = [suzuki, tanaka, nguyen];
  const statusIds = [WEB, APP, OPS].map((id) => w.clientFor(takahashi).projects.statuses(id));
  const open = [...new Set((await Promise.all(statusIds)).flat().map(({ id }) => id))].filter(
    (id) => id !== 4,
  );
  const held = async (id: number) =>
    ctx.backlog.issues.count({ projectIds: [WEB, APP, OPS, 504], statusIds: open, assigneeIds: [id] });

  /** Children whose parent somebody else has: all of these parents are other people's. */
  async function movingAlone(rows: readonly PlanItem[]): Promise<number[]> {
    const parents = await Promise.all(
      rows.map(async ({ current }) => current?.parent && (await ctx.backlog.issues.get(current.parent.id))),
    );
    return rows.flatMap(({ issueId, params }, index) => {
      const holder = parents[index]?.assignee;
      return holder && holder.id !== params.assigneeId ? [issueId] : [];
    });
  }

  const plan = await draftHandover(ctx, {
    from: sato,
    scope: { projectIds: [WEB, APP, OPS] },
    split: { by: 'level', to: people, measure: 'issues' },
    comment: '{{from}}から{{to}}へ引き継ぎました。',
  });
  expect(plan.totalCount).toBe(41);
  const { items } = await plansGet.run({ ctx, input: { planId: plan.id } });
  const alone = await movingAlone(items);
  expect(alone.length).toBeGreaterThan(0);
  const counts = { change: 41 - alone.length, unchanged: 0, needsReview: alone.length, blocked: 0 };
  expect(plan.counts).toEqual(counts);
  const warned = items.filter(({ warnings }) => warnings.some(({ code }) => code === 'CHILD_MOVES_ALONE'));
  expect(warned.map(({ issueId }) => issueId)).toEqual(alone);
  const whole = await plansSetIncluded.run({
    ctx,
    input: { planId: plan.id, digest: plan.digest ?? '', include: alone, exclude: [] },
  });
  const given = (id: number) => items.filter((item) => item.params.assigneeId === id);
  expect(given(tanaka.id).some((item) => item.projectId === APP)).toBe(false);

  const runId = await carryOut(w, ctx, whole);
  const ends = new Map(await Promise.all(people.map(async ({ id }) => [id, await held(id)] as const)));
  for (const giver of people) {
    for (const taker of people) {
      const could = given(giver.id).some((item) => taker !== tanaka || item.projectId !== APP);
      const [more = 0, less = 0] = [ends.get(giver.id), ends.get(taker.id)];
      // An issue handed on between these two would make it more even.
      if (could) expect(more - less).toBeLessThan(2);
    }
  }
  const remaining = await handoverRemaining.run({ ctx, input: handoverRemaining.input.parse({ runId }) });
  expect(remaining).toMatchObject({ counts: { open: 0, left: 0 }, finished: true });
}, 60_000);
