import type { Change } from '@/lib/bulk/changes';
import { emptyIssueFilter } from '@/lib/columns/issue-filter';
import type { DatabaseKind } from '@/lib/db';
import { IDS } from '@/lib/demo-space/testing';
import { createWorld, FIRST, untilState, type World } from '@/lib/runs/testing';
import { plansApprove } from '../plans/approve';
import { plansDraftBulkUpdate } from '../plans/draft-bulk-update';
import type { PlanSummary } from '../plans/plan-schemas';
import { plansSetIncluded } from '../plans/set-included';
import { plansShow } from '../plans/show';
import { contextOf, type TestContext } from '../testing';

export const comment = '担当を替えました。\n次の期限日を確かめてください。';

/** A person, a day, a number, a list that keeps the rest, a comment and somebody who is told. */
export const changes: Change[] = [
  { field: 'assignee', verb: 'set', to: { id: IDS.english, label: 'Emma' } },
  { field: 'dueDate', verb: 'set', to: '2026-12-01' },
  { field: 'estimatedHours', verb: 'set', to: 7.5 },
  {
    field: 'milestone',
    verb: 'swap',
    from: { label: 'Sprint 1', byProject: { [IDS.demo]: IDS.sprint1 } },
    to: { label: 'Sprint 2', byProject: { [IDS.demo]: IDS.sprint2 } },
  },
];
export const said: Change[] = [
  { field: 'comment', verb: 'add', text: comment },
  { field: 'notify', verb: 'add', people: [{ id: IDS.reporter, label: '報告 次郎' }] },
];

/** What becomes of each issue, by its place after `FIRST`. */
export const fates = [
  'updated',
  'refused',
  'conflict',
  'there already',
  'left out',
  'held back by a warning',
  'included despite a warning',
  'no change in the plan',
] as const;
const place = (fate: (typeof fates)[number]) => FIRST + fates.indexOf(fate);

/** A subject that a spreadsheet would run. */
export const formula = '=HYPERLINK("http://evil.example","x")';

const atTarget = { assigneeId: IDS.english, dueDate: '2026-12-01', estimatedHours: 7.5 };

/** Issues that end in every way there is, under a plan of everything that a filter finds. */
export async function evidenceWorld(kind: DatabaseKind): Promise<{ w: World; ctx: TestContext }> {
  const w = await createWorld(kind, {
    issues: fates.length,
    issue: (id) => ({
      milestoneIds: [IDS.sprint1],
      estimatedHours: 3,
      ...(id === place('updated') ? { summary: formula, milestoneIds: [IDS.sprint1, IDS.sprint2] } : {}),
      ...(id === place('held back by a warning') || id === place('included despite a warning')
        ? { startDate: '2027-01-10' }
        : {}),
      ...(id === place('no change in the plan') ? { ...atTarget, milestoneIds: [IDS.sprint2] } : {}),
    }),
  });
  return { w, ctx: contextOf(w) };
}

export async function approvePlan(ctx: TestContext, plan: PlanSummary): Promise<string> {
  const { ticketId } = await plansShow.run({ ctx, input: { planId: plan.id } });
  const input = { planId: plan.id, digest: plan.digest ?? '', ticketId, pace: 'limit' as const };
  return (await plansApprove.run({ ctx, input })).runId;
}

/** Plans, decides about the rows, approves, and lets the run end. */
export async function runOfEveryFate(w: World, ctx: TestContext): Promise<string> {
  const filter = { ...emptyIssueFilter, projectIds: [IDS.demo], statusIds: [1, 99], keyword: '' };
  const countSeen = await w.client.issues.count({ projectIds: [IDS.demo], statusIds: [1] });
  const draft = await plansDraftBulkUpdate.run({
    ctx,
    input: { selection: { kind: 'allMatching', filter, countSeen }, changes },
  });
  const plan = await plansSetIncluded.run({
    ctx,
    input: {
      planId: draft.id,
      digest: draft.digest ?? '',
      include: [place('included despite a warning')],
      // The space's own issues are not what this is about.
      exclude: [IDS.issue, IDS.second, place('left out')],
    },
  });
  const runId = await approvePlan(ctx, plan);
  await w.fault({
    match: { method: 'PATCH', path: `/api/v2/issues/${place('refused')}` },
    effect: {
      kind: 'status',
      status: 400,
      body: { errors: [{ message: '必須のカスタム属性がありません。', code: 7, moreInfo: '' }] },
    },
    times: 1,
  });
  await w.edit(place('conflict'), { assigneeId: IDS.admin });
  await w.edit(place('there already'), { ...atTarget, milestoneId: [IDS.sprint2] });
  const worker = w.worker();
  await untilState(w, runId, 'done');
  await worker.stop();
  return runId;
}
