import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlanItem, stepItem, withCreated } from '@/lib/bulk';
import { IDS } from '@/lib/demo-space/testing';
import { resumeRun } from './control';
import { verdict } from './fault-matrix/testing';
import { retryFailed } from './retry';
import { archiveLast, milestones, move, readyPlan, report, writes } from './steps-fixtures';
import { createWorld, SPACE, testTimings, untilState, type World } from './testing';

/** What happens to an issue before or while its turn comes. */
const fates = ['fine', 'there', 'edited', 'refused', 'deleted', 'lost', 'lostLate', 'said'] as const;
type Fate = (typeof fates)[number];

const cases = fc.record({
  issues: fc.array(fc.constantFrom(...fates), { minLength: 1, maxLength: 4 }),
  page: fc.constantFrom('fine', 'taken', 'lost'),
  /** Open issues that somebody puts into the milestone meanwhile. */
  added: fc.constantFrom(0, 0, 0, 1),
  afterwards: fc.constantFrom('nothing', 'retry'),
});

const intoSprint2 = (id: number, comment: boolean): PlanItem => {
  const row = withCreated(move(id), new Map([[-1, IDS.sprint2]]));
  return comment ? { ...row, params: { ...row.params, comment: '次へ送ります' } } : row;
};
const refusal = {
  kind: 'status' as const,
  status: 400,
  body: { errors: [{ message: '不正です。', code: 6 }] },
};

/** Somebody else at the same space. */
const theirs = (w: World) => w.clientFor(IDS.english);

/** Must come before the plan is carried out, after it is made. */
async function meet(w: World, id: number, fate: Fate): Promise<void> {
  const match = { method: 'PATCH', path: `/api/v2/issues/${id}` };
  switch (fate) {
    case 'there':
      return w.edit(id, { milestoneId: [IDS.sprint2] });
    case 'edited':
      return w.edit(id, { milestoneId: [] });
    case 'refused':
      return w.fault({ match, effect: refusal, times: 1 });
    case 'deleted':
      return w.fault({ match: { method: 'GET', path: match.path }, effect: { kind: 'status', status: 404 } });
    case 'lost':
    case 'said':
      return w.fault({ match, effect: { kind: 'reset-before' }, times: 1 });
    case 'lostLate':
      return w.fault({ match, effect: { kind: 'reset-after' }, times: 1 });
    case 'fine':
  }
}

/** To the end, whatever it takes: the person says go on at every pause. */
async function toTheEnd(w: World, runId: string): Promise<void> {
  const worker = w.worker({ timings: { ...testTimings, settleMs: 100 } });
  for (;;) {
    if ((await untilState(w, runId, 'paused', 'done')).state === 'done') break;
    await resumeRun(w.db, { runId, spaceHost: SPACE, userId: IDS.admin });
    worker.wake();
  }
  await worker.stop();
}

describe('whatever happens during a closure', () => {
  it('archives if and only if everything before was updated or had its value and no open issue is left', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ issues, page, added, afterwards }) => {
        const w = await createWorld('pglite', {
          issues: issues.length,
          issue: () => ({ milestoneIds: [IDS.sprint1] }),
        });
        try {
          const rows = w.ids.map((id, index) => intoSprint2(id, issues[index] === 'said'));
          const plan = await readyPlan(w, [
            ...rows,
            stepItem(report, { number: 2, stage: 2 }),
            stepItem(archiveLast, { number: 3, stage: 3 }),
          ]);
          for (const [index, fate] of issues.entries()) await meet(w, w.ids[index] ?? 0, fate);
          if (page === 'taken') await theirs(w).wikis.create(IDS.demo, { name: report.name, content: '別' });
          if (page === 'lost')
            await w.fault({ match: { method: 'POST' }, effect: { kind: 'reset-before' }, times: 1 });
          if (added > 0) await w.edit(1, { milestoneId: [IDS.sprint1] });

          const run = await w.approve(plan);
          await toTheEnd(w, run.id);
          await check(w, run.id);
          if (afterwards === 'nothing') return;
          await w.clearFaults();
          if (added > 0) await w.edit(1, { statusId: 4 });
          const key = { runId: run.id, spaceHost: SPACE, userId: IDS.admin };
          if ((await retryFailed(w.db, key))?.length === 0) return;
          await toTheEnd(w, run.id);
          await check(w, run.id);
        } finally {
          await w.close();
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }, 300_000);
});

async function check(w: World, runId: string): Promise<void> {
  const items = await w.items(runId);
  const done = items.slice(0, -1).every(({ state }) => state === 'applied' || state === 'unchanged');
  const archive = items.at(-1);
  const held = { projectIds: [IDS.demo], milestoneIds: [IDS.sprint1] };
  const open =
    (await w.client.issues.count(held)) - (await w.client.issues.count({ ...held, statusIds: [4] }));
  const sent = (await writes(w)).filter((write) => write === `PATCH /versions/${IDS.sprint1}`).length;
  const archived = (await milestones(w)).get('Sprint 1')?.archived;
  const should = done && open === 0;
  expect([sent, archived, archive?.state]).toEqual(should ? [1, true, 'applied'] : [0, false, 'rejected']);
  if (!should) expect(Object(archive?.reason)).toMatchObject({ code: 'HELD_BACK' });
  expect(await verdict(w, { foreign: ({ userId }) => userId === IDS.english })).toEqual([]);
}
