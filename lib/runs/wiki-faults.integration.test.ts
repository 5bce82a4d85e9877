import { afterEach, describe, expect, it } from 'vitest';
import { type PlanStep, stepItem } from '@/lib/bulk';
import { IDS } from '@/lib/demo-space/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { createVirtualClock } from '@/lib/testing/virtual-clock';
import { verdict } from './fault-matrix/testing';
import { lookAgain } from './settle';
import type { StepName } from './step-observer';
import { readyPlan, report, wikiPages, writes } from './steps-fixtures';
import { createWorld, SPACE, untilState, type World } from './testing';

const worlds: World[] = [];
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

const old = { name: '前のスプリントの記録', content: '# 前の記録\n' };

/** A run that creates one page and deletes another. */
async function runOfPages(kind: (typeof databaseKinds)[number]) {
  const w = await createWorld(kind, { issues: 0, clock: createVirtualClock(), space: { latencyMs: 128 } });
  worlds.push(w);
  const { id } = await w.clientFor(IDS.english).wikis.create(IDS.demo, old);
  const remove: PlanStep = { kind: 'deleteWiki', projectId: IDS.demo, wikiId: id, ...old };
  const rows = [report, remove].map((step, index) => stepItem(step, { number: index + 1, stage: 0 }));
  const before = (await writes(w)).length;
  return {
    w,
    run: await w.approve(await readyPlan(w, rows)),
    sent: async () => (await writes(w)).slice(before),
    once: ['POST /wikis', `DELETE /wikis/${id}`],
  };
}

/** A worker whose process dies the first time that each item comes to `step`. */
function dieAt(step: StepName) {
  const died = new Set<number | null>();
  return (now: StepName, { position }: { position: number | null }) => {
    if (now !== step || died.has(position)) return;
    died.add(position);
    throw new Error(`died at ${step}`);
  };
}

const names = async (w: World) =>
  [...(await wikiPages(w)), ...(await wikiPages(w, old.name))].map((page) => page.name);
const key = (runId: string) => ({ runId, spaceHost: SPACE, userId: IDS.admin });

describe.each(databaseKinds)('process death in wiki steps on %s', (kind) => {
  it.each(['item.afterIntent', 'item.beforeSend'] as const)(
    'at %s: nothing is ever sent blindly',
    async (at) => {
      const { w, run, sent } = await runOfPages(kind);
      w.worker({ observer: dieAt(at) });
      await untilState(w, run.id, 'done');
      expect(await w.items(run.id)).toMatchObject([
        { state: 'unknown', reason: { code: 'ANSWER_LOST' } },
        { state: 'rejected', reason: { code: 'NOT_CARRIED_OUT' } },
      ]);
      expect(await sent()).toEqual([]);
    },
  );

  it.each(['item.beforeIntent', 'item.afterSend', 'item.afterAnswer', 'item.afterRecord'] as const)(
    'at %s: each is sent exactly once',
    async (at) => {
      const { w, run, sent, once } = await runOfPages(kind);
      w.worker({ observer: dieAt(at) });
      await untilState(w, run.id, 'done');
      const [page] = await wikiPages(w);
      expect(await w.items(run.id)).toMatchObject([
        { state: 'applied', createdId: page?.id },
        { state: 'applied' },
      ]);
      expect(await sent()).toEqual(once);
      expect(await names(w)).toEqual([report.name]);
    },
  );
});

describe.each(databaseKinds)('lost answers to wiki steps on %s', (kind) => {
  async function lose(effect: { kind: 'reset-before' | 'reset-after' } | { kind: 'late-apply'; ms: number }) {
    const { w, run, sent, once } = await runOfPages(kind);
    for (const method of ['POST', 'DELETE']) await w.fault({ match: { method }, effect, times: 1 });
    w.worker();
    await untilState(w, run.id, 'done');
    expect((await sent()).toSorted()).toEqual(once.toSorted());
    return { w, run, states: (await w.items(run.id)).map((item) => item.state) };
  }

  it.each([{ kind: 'reset-after' } as const, { kind: 'late-apply', ms: 200 } as const])(
    'carried out ($kind): found by name, text and author, each sent once',
    async (effect) => {
      const { w, run, states } = await lose(effect);
      expect(states).toEqual(['applied', 'applied']);
      const [page] = await wikiPages(w);
      expect((await w.items(run.id))[0]).toMatchObject({
        createdId: page?.id,
        afterImage: { wiki: { id: page?.id, content: report.content } },
      });
      expect(await names(w)).toEqual([report.name]);
      expect(await verdict(w, { foreign: ({ userId }) => userId === IDS.english })).toEqual([]);
    },
  );

  it('vanished: the page is never sent again, and nobody claims to know', async () => {
    const { w, states } = await lose({ kind: 'reset-before' });
    expect(states).toEqual(['unknown', 'rejected']);
    expect(await names(w)).toEqual([old.name]);
  });

  it('created after we had given up: looking again finds it, but never somebody else’s page', async () => {
    const { w, run } = await lose({ kind: 'reset-before' });
    const { name, content } = report;
    const theirs = await w.clientFor(IDS.english).wikis.create(IDS.demo, { name, content });
    expect(await lookAgain(w.db, w.client, key(run.id), 0)).toBe('unknown');
    await w.client.wikis.remove(theirs.id);
    const ours = await w.client.wikis.create(IDS.demo, { name, content });
    expect(await lookAgain(w.db, w.client, key(run.id), 0)).toBe('applied');
    expect((await w.items(run.id))[0]).toMatchObject({ state: 'applied', createdId: ours.id });
  });

  it('refused by Backlog: its own words, also when a page of that name is there by then', async () => {
    const { w, run } = await runOfPages(kind);
    const body = { errors: [{ message: '同じ名前がすでに登録されています', code: 7 }] };
    await w.fault({ match: { method: 'POST' }, effect: { kind: 'status', status: 400, body }, times: 1 });
    w.worker();
    await untilState(w, run.id, 'done');
    expect((await w.items(run.id))[0]).toMatchObject({
      state: 'rejected',
      reason: { code: 'REFUSED', message: '同じ名前がすでに登録されています' },
    });
  });
});
