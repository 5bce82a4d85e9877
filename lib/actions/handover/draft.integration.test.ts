import { describe, expect, it } from 'vitest';
import type { FieldDiff } from '@/lib/bulk';
import { plans } from '@/lib/db/schema';
import { IDS } from '@/lib/demo-space/testing';
import { databaseKinds } from '@/lib/testing/test-database';
import { plansFix } from '../plans/fix';
import { plansGet } from '../plans/get';
import { plansRefresh } from '../plans/refresh';
import { codeOf, contextOf, type TestContext } from '../testing';
import {
  byHand,
  draftHandover,
  emma,
  type HandoverGiven,
  handoverWorlds,
  held,
  jiro,
  leaver,
  nobody,
  REVIEW,
  rokuro,
} from './testing';

const world = handoverWorlds();
const everything = Object.values(held).sort((a, b) => a - b);

const rowsOf = async (ctx: TestContext, planId: string) =>
  (await plansGet.run({ ctx, input: { planId } })).items;
const idsOf = async (ctx: TestContext, planId: string) =>
  (await rowsOf(ctx, planId)).map((row) => row.issueId).sort((a, b) => a - b);
const assigneeOf = (diffs: readonly FieldDiff[]) =>
  diffs.flatMap((diff) => (diff.field === 'assignee' ? [diff.after?.id] : []))[0];

describe.each(databaseKinds)('handover.draft on %s', (kind) => {
  it('plans every open issue of the leaver, says what it is, and writes nothing', async () => {
    const { w, ctx } = await world(kind);
    const plan = await draftHandover(ctx);
    expect(plan).toMatchObject({
      kind: 'handover',
      subject: leaver.label,
      state: 'ready',
      includedCount: 7,
      totalCount: 7,
      fieldCounts: { assignee: 7 },
      operation: { kind: 'handover', from: leaver, split: { by: 'one', to: emma } },
    });
    expect(await idsOf(ctx, plan.id)).toEqual(everything);
    expect(await w.patches()).toEqual([]);
  });

  it('carries due date, status, comment and people in the same row', async () => {
    const { ctx } = await world(kind);
    const plan = await draftHandover(ctx, {
      due: { workingDays: 2, which: 'overdue' },
      reopen: true,
      comment: '{{key}} {{from}} → {{to}}',
      notify: { creator: true, people: [rokuro] },
    });
    expect(plan.fieldCounts).toMatchObject({ assignee: 7, dueDate: 1, status: 1, comment: 7 });
    const params = new Map((await rowsOf(ctx, plan.id)).map((row) => [row.issueId, row.params]));
    expect(params.get(held.inProgress)).toEqual({
      assigneeId: emma.id,
      statusId: 1,
      comment: 'DEMO-2002 一般 花子 → Emma',
      notifiedUserId: [jiro.id],
    });
    // The creator is no member of OTHER, 六郎 of nothing else.
    expect(params.get(held.inOther)?.notifiedUserId).toEqual([rokuro.id]);
  });

  it('shows what cannot be handed over with its reason', async () => {
    const { ctx } = await world(kind);
    const plan = await draftHandover(ctx, { split: { by: 'one', to: jiro } });
    expect(plan.counts).toEqual({ change: 6, unchanged: 0, needsReview: 0, blocked: 1 });
    const blocked = (await rowsOf(ctx, plan.id)).filter((row) => row.pile === 'blocked');
    const values = { assignee: jiro.label, project: 'OTHER' };
    expect(blocked).toMatchObject([
      { issueId: held.inOther, blocks: [{ code: 'SUCCESSOR_NOT_MEMBER', values }] },
    ]);
  });

  const narrowed: [string, NonNullable<HandoverGiven['scope']>, number[]][] = [
    ['a project', { projectIds: [IDS.other] }, [held.inOther]],
    ['statuses', { statusIds: [2, REVIEW, 4] }, [held.inProgress, held.review]],
    ['a type', { issueTypeIds: [IDS.bug] }, [held.resolved]],
    ['a milestone', { milestoneIds: [IDS.sprint1] }, [held.inProgress]],
    ['due dates', { dueDateSince: '2020-01-01', dueDateUntil: '2020-12-31' }, [held.overdue]],
    ['single issues that stay', { leftOut: everything.slice(1) }, everything.slice(0, 1)],
  ];
  it.each(narrowed)('can be narrowed to %s', async (_what, scope, ids) => {
    const { ctx } = await world(kind);
    expect(await idsOf(ctx, (await draftHandover(ctx, { scope })).id)).toEqual(ids);
  });

  it('levels by what the successors hold in all projects', async () => {
    const { ctx } = await world(kind);
    const split = { by: 'level', to: [emma, jiro], measure: 'issues' } as const;
    const plan = await draftHandover(ctx, { split: { ...split, to: [...split.to] } });
    // Emma has one already: four each in the end.
    const to = (await rowsOf(ctx, plan.id)).map((row) => assigneeOf(row.diffs));
    expect(to.filter((id) => id === emma.id)).toHaveLength(3);
    expect(to.filter((id) => id === jiro.id)).toHaveLength(4);
  });

  it('gives one row to somebody else, and keeps that when it is planned anew', async () => {
    const { ctx } = await world(kind);
    const plan = await draftHandover(ctx);
    const to = { id: jiro.id, label: jiro.label };
    const fix = { issueIds: [held.plain], changes: [{ field: 'assignee', verb: 'set', to }] };
    const input = { planId: plan.id, digest: plan.digest, fixes: [fix], takeBack: [] };
    const fixed = await plansFix.run({ ctx, input: plansFix.input.parse(input) });
    const anew = await plansRefresh.run({ ctx, input: { planId: fixed.id } });
    const rows = await rowsOf(ctx, anew.id);
    expect(rows.filter((row) => assigneeOf(row.diffs) === jiro.id).map((row) => row.issueId)).toEqual([
      held.plain,
    ]);
  });

  it('leaves out what somebody has taken over when it is planned anew', async () => {
    const { w, ctx } = await world(kind);
    const plan = await draftHandover(ctx);
    await w.edit(2002, { assigneeId: jiro.id });
    const anew = await plansRefresh.run({ ctx, input: { planId: plan.id } });
    expect(await idsOf(ctx, anew.id)).toEqual(everything.filter((id) => id !== held.inProgress));
  });

  const refused: [string, HandoverGiven, string, Record<string, unknown>?][] = [
    ['the leaver as successor', { split: { by: 'one', to: leaver } }, 'HANDOVER_TO_SELF'],
    [
      'the leaver among those who share',
      { split: { by: 'level', to: [emma, leaver], measure: 'hours' } },
      'HANDOVER_TO_SELF',
    ],
    [
      'the leaver in one rule',
      {
        split: {
          by: 'category',
          rules: [{ label: '開発', categoryIds: [IDS.code], to: leaver }],
          else: emma,
        },
      },
      'HANDOVER_TO_SELF',
    ],
    [
      'a successor who is in none of the projects',
      { split: { by: 'one', to: rokuro }, scope: { projectIds: [IDS.demo] } },
      'SUCCESSOR_NOT_MEMBER',
      { name: rokuro.label, projects: 'DEMO' },
    ],
    [
      'several of them',
      {
        split: { by: 'issue', byIssue: { 1: rokuro, 2: nobody }, else: emma },
        scope: { projectIds: [IDS.demo] },
      },
      'SUCCESSOR_NOT_MEMBER',
      { name: `${rokuro.label}、${nobody.label}`, projects: 'DEMO' },
    ],
    ['a person without open issues', { from: jiro }, 'SELECTION_EMPTY'],
    ['closed issues alone', { scope: { statusIds: [4] } }, 'SELECTION_EMPTY'],
    ['nothing, because all stay', { scope: { leftOut: [1, 2, ...everything] } }, 'SELECTION_EMPTY'],
    ['a project that was not joined', { scope: { projectIds: [IDS.demo, 77] } }, 'PROJECT_NOT_JOINED'],
    [
      'a comment that names make too long',
      { comment: '{{from}}'.repeat(1250), from: { ...leaver, label: '長'.repeat(255) } },
      'TOO_LARGE',
    ],
  ];
  it.each(refused)('refuses %s before anything is stored', async (_what, given, code, details) => {
    const { w, ctx } = await world(kind);
    await expect(draftHandover(ctx, given)).rejects.toMatchObject(details ? { code, details } : { code });
    expect(await w.db.select().from(plans)).toEqual([]);
  });

  it('refuses a role that cannot update issues, and a project that was archived', async () => {
    const { w, ctx } = await world(kind);
    expect(await codeOf(draftHandover(contextOf(w, { roleType: 4 })))).toBe('FORBIDDEN');
    await byHand(w, 'PATCH', '/projects/OTHER', { archived: 'true' });
    expect(await codeOf(draftHandover(ctx))).toBe('PROJECT_NOT_JOINED');
    expect(await w.db.select().from(plans)).toEqual([]);
  });
});
