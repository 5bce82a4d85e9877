import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { IDS } from '@/lib/demo-space/testing';
import { carryOutPlan, readyPlan, wholeClosure } from '@/lib/runs/steps-fixtures';
import { createWorld, FIRST, toEnglish, untilState, type World } from '@/lib/runs/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { plansDraftAgain } from '../plans/draft-again';
import { plansDraftUndo } from '../plans/draft-undo';
import { contextOf, type TestContext } from '../testing';
import { runsEvidence } from './evidence';
import {
  approvePlan,
  comment,
  evidenceWorld,
  fates,
  formula,
  runOfEveryFate,
  said,
} from './evidence-fixtures';
import type { EvidenceItem } from './evidence-schemas';
import { runsPause } from './pause';
import { runsSetPace } from './set-pace';

const worlds: World[] = [];
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

async function evidence(ctx: TestContext, runId: string, page: { offset?: number; limit?: number } = {}) {
  const input = { offset: 0, limit: 100, ...page };
  // What it says of itself holds: names, words and files are made from the schema.
  return runsEvidence.output.parse(await runsEvidence.run({ ctx, input: { runId, ...input } }));
}
const named = (value: unknown) =>
  JSON.stringify(value, (key, part) => (key === 'id' || key === 'color' ? undefined : part));

describe.each(databaseKinds)('runs.evidence on %s, of a run that ended in every way', (kind) => {
  let w: World;
  let ctx: TestContext;
  let runId: string;
  let record: Awaited<ReturnType<typeof evidence>>;
  beforeAll(async () => {
    ({ w, ctx } = await evidenceWorld(kind));
    runId = await runOfEveryFate(w, ctx);
    record = await evidence(ctx, runId);
  });
  afterAll(() => w.close());
  const rowOf = (items: readonly EvidenceItem[], fate: (typeof fates)[number]) => {
    const item = items.find((one) => one.issueId === FIRST + fates.indexOf(fate));
    if (item === undefined) throw new Error(`no row of ${fate}`);
    return item;
  };

  it('has a row for every row of the plan, also for those that were never part of the run', async () => {
    expect(record.total).toBe(fates.length + 2);
    expect(record.items).toHaveLength(record.total);
    expect(record.items.map((item) => item.position)).toEqual(record.items.map((_item, index) => index));
    const results = fates.map((fate) => rowOf(record.items, fate).result);
    expect(results).toEqual([
      'applied',
      'rejected',
      'conflict',
      'unchanged',
      'leftOut',
      'leftOut',
      'applied',
      'notNeeded',
    ]);
  });

  it('tells each value before and after as the ledger and Backlog know it', async () => {
    const ledger = new Map((await w.items(runId)).map((row) => [row.issueId, row]));
    for (const item of record.items.filter(({ result }) => result === 'applied')) {
      const row = ledger.get(item.issueId);
      expect(item.fields.map(({ field }) => field).sort()).toEqual([
        'assignee',
        'dueDate',
        'estimatedHours',
        'milestone',
      ]);
      for (const { field, before, after } of item.fields) {
        expect({ [field]: before }).toEqual({ [field]: Object(row?.beforeImage)[field] });
        expect({ [field]: after }).toEqual({ [field]: Object(row?.afterImage)[field] });
      }
      const now = await w.client.issues.get(item.issueId);
      expect(now.milestone.map(({ id }) => id)).toEqual([IDS.sprint2]);
      expect(item.endedAt).toBe(row?.endedAt?.toISOString());
      expect(item.attempts).toBe(1);
    }
    expect(rowOf(record.items, 'updated').summary).toBe(formula);
  });

  it('tells why: what Backlog said, what stood there instead, what was warned of', async () => {
    expect(rowOf(record.items, 'refused').reason).toMatchObject({
      code: 'REFUSED',
      message: '必須のカスタム属性がありません。',
      backlogCode: 7,
      status: 400,
    });
    const conflict = rowOf(record.items, 'conflict');
    expect(conflict.reason).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    expect(named(conflict.fields.find(({ field }) => field === 'assignee'))).toBe(
      named({
        field: 'assignee',
        before: { name: '一般 花子' },
        planned: { name: 'Emma' },
        after: { name: '管理 太郎' },
      }),
    );
    expect(conflict.fields.filter(({ after }) => after !== undefined)).toHaveLength(1);
    for (const fate of ['held back by a warning', 'included despite a warning'] as const) {
      expect(rowOf(record.items, fate).warnings.map(({ code }) => code)).toContain('DUE_BEFORE_START');
    }
    expect(rowOf(record.items, 'left out').warnings).toEqual([]);
  });

  it('names the filter from what the issues had, and says by whom, when and under which digest', async () => {
    const { head } = record;
    expect(head.selection).toMatchObject({ kind: 'allMatching', filter: { statusIds: [1, 99] } });
    expect(head.names).toMatchObject({ project: { [IDS.demo]: 'DEMO' }, status: { 1: '未対応' } });
    expect(head.names.status).not.toHaveProperty('99');
    expect(head.names.assignee).toMatchObject({ [IDS.normal]: '一般 花子' });
    expect(head.plan).toMatchObject({ revision: 2, createdBy: `人${IDS.admin}`, actorType: 'user' });
    expect(head.plan.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(head.run).toMatchObject({ approvedBy: `人${IDS.admin}`, pace: 'limit', state: 'done' });
    expect(head.events.map((event) => event.kind)).toEqual(['ended']);
    const { counts } = head.run;
    expect([counts.applied, counts.unchanged, counts.conflict, counts.rejected]).toEqual([2, 1, 1, 1]);
  });

  it('comes in pages that together are the whole', async () => {
    const pages = await Promise.all([0, 4, 8].map((offset) => evidence(ctx, runId, { offset, limit: 4 })));
    expect(pages.flatMap((page) => page.items)).toEqual(record.items);
    expect(pages.map((page) => page.total)).toEqual([10, 10, 10]);
    expect((await evidence(ctx, runId, { offset: 10 })).items).toEqual([]);
  });

  it('asks Backlog nothing', async () => {
    const before = (await w.log()).length;
    await evidence(ctx, runId);
    expect((await w.log()).length).toBe(before);
  });

  // Last, because it goes on from there.
  it('says what later runs did: taken up again, and put back', async () => {
    const again = await plansDraftAgain.run({ ctx, input: { runId, issueIds: [FIRST + 1] } });
    const undo = await plansDraftUndo.run({ ctx, input: { runId, issueIds: [FIRST] } });
    const worker = w.worker();
    for (const plan of [again, undo]) await untilState(w, await approvePlan(ctx, plan), 'done');
    await worker.stop();
    const { head, items } = await evidence(ctx, runId);
    expect(rowOf(items, 'refused').takenUp).toEqual({ planNumber: again.number, result: 'applied' });
    const [undone] = rowOf(items, 'updated').undone;
    expect(undone?.planNumber).toBe(undo.number);
    expect([...(undone?.fields ?? [])].sort()).toEqual([
      'assignee',
      'dueDate',
      'estimatedHours',
      'milestone',
    ]);
    expect(rowOf(items, 'included despite a warning').undone).toEqual([]);
    expect(head.followers.map((later) => later.planNumber).sort()).toEqual([again.number, undo.number]);
  });
});

describe.each(databaseKinds)('runs.evidence on %s', (kind) => {
  it('has what was said to whom', async () => {
    const w = await createWorld(kind, { issues: 1 });
    worlds.push(w);
    const { run } = await carryOutPlan(w, await w.plan([...toEnglish, ...said]));
    const { items, head } = await evidence(contextOf(w), run.id);
    expect(items[0]).toMatchObject({ comment, notifiedIds: [IDS.reporter], result: 'applied' });
    expect(head.run.changes).toContainEqual(said[1]);
  });

  it('has the side steps with what was there before and after, and the text of a page', async () => {
    const w = await createWorld(kind, { issues: 2, issue: () => ({ milestoneIds: [IDS.sprint1] }) });
    worlds.push(w);
    const plan = await readyPlan(w, wholeClosure(w), { kind: 'closure' });
    const { run } = await carryOutPlan(w, plan);
    const { items } = await evidence(contextOf(w), run.id);
    const steps = items.filter((item) => item.step !== null);
    expect(steps.map((item) => item.step?.kind)).toEqual([
      'createMilestone',
      'createWiki',
      'archiveMilestone',
    ]);
    expect(steps[0]).toMatchObject({
      stepBefore: { milestone: null },
      stepAfter: { milestone: { name: 'Sprint 3', dueDate: '2026-12-18' } },
    });
    expect(steps[1]?.stepAfter?.wiki?.content).toContain('# 締めの記録');
    expect(steps[2]).toMatchObject({
      stepBefore: { milestone: { archived: false } },
      stepAfter: { milestone: { archived: true } },
    });
    // What the step created has its real number in the ledger.
    expect(items.find((item) => item.issueId === FIRST)?.fields[0]?.after).toEqual([
      { id: steps[0]?.stepAfter?.milestone?.id, name: 'Sprint 3' },
    ]);
  });

  it('of a run under way says what is left, and what was done to the run', async () => {
    const w = await createWorld(kind, { issues: 3 });
    worlds.push(w);
    const ctx = contextOf(w);
    const run = await w.approve(await w.plan(toEnglish));
    const input = { runId: run.id };
    await runsSetPace.run({ ctx, input: { ...input, pace: 'gentle' } });
    const worker = w.worker({
      observer: async (step, { position }) => {
        if (step === 'item.beforeIntent' && position === 1) await runsPause.run({ ctx, input });
      },
    });
    await untilState(w, run.id, 'paused');
    await worker.stop();
    const { head, items } = await evidence(ctx, run.id);
    expect(items.map((item) => item.result)).toEqual(['applied', 'left', 'left']);
    expect(items[1]).toMatchObject({ sentAt: null, endedAt: null, attempts: 0 });
    expect(head.run).toMatchObject({ endedAt: null, counts: { left: 2 } });
    expect(head.events.map(({ kind: what, pace }) => [what, pace])).toEqual([
      ['paceSet', 'gentle'],
      ['paused', undefined],
    ]);
  });
});
