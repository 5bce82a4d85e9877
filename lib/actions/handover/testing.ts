import { afterEach } from 'vitest';
import type { DatabaseKind } from '@/lib/db';
import { IDS, issueRow, smallState } from '@/lib/demo-space/testing';
import { createWorld, untilState, type World } from '@/lib/runs/testing';
import type { ActionInput } from '../define-action';
import { plansApprove } from '../plans/approve';
import type { PlanSummary } from '../plans/plan-schemas';
import { plansShow } from '../plans/show';
import { contextOf, type TestContext } from '../testing';
import { handoverDraft } from './draft';

/** A status of DEMO's own. */
export const REVIEW = 50;

/** Whose issues go: in DEMO, no longer in OTHER. */
export const leaver = { id: IDS.normal, label: '一般 花子' };
/** In both projects. */
export const emma = { id: IDS.english, label: 'Emma' };
/** In DEMO only. */
export const jiro = { id: IDS.reporter, label: '報告 次郎' };
/** In OTHER only. */
export const rokuro = { id: IDS.outsider, label: '部外 六郎' };
/** In neither. */
export const nobody = { id: 99, label: '誰でもない人' };

/** Issues of the leaver that are open, by what is special about them. */
export const held = {
  overdue: 2001,
  inProgress: 2002,
  resolved: 2003,
  review: 2004,
  inOther: 2006,
  child: 2007,
  plain: IDS.second,
} as const;
export const closedIssue = 2005;
export const ofEmma = 2008;

type HeldRow = Partial<Parameters<typeof issueRow>[0]> & { id: number };

function handoverState() {
  const state = smallState();
  const other = state.projects.get(IDS.other);
  if (other === undefined) throw new Error('no second project');
  other.memberIds = [IDS.admin, IDS.english, IDS.outsider];
  const review = {
    id: REVIEW,
    projectId: IDS.demo,
    name: 'レビュー待ち',
    color: '#868cb7',
    displayOrder: 2500,
  };
  state.setStatuses(IDS.demo, [...state.statusesOf(IDS.demo), review]);
  const mine = { assigneeId: leaver.id, createdUserId: IDS.reporter };
  const rows: HeldRow[] = [
    { id: held.overdue, dueDate: '2020-01-06', categoryIds: [IDS.code], estimatedHours: 3 },
    { id: held.inProgress, statusId: 2, milestoneIds: [IDS.sprint1], dueDate: '2099-01-05' },
    {
      id: held.resolved,
      statusId: 3,
      issueTypeId: IDS.bug,
      customFields: { 1: { value: '必須の値', otherValue: null } },
    },
    { id: held.review, statusId: REVIEW },
    { id: closedIssue, statusId: 4 },
    { id: held.inOther, projectId: IDS.other, issueTypeId: IDS.otherTask },
    { id: held.child, parentIssueId: held.overdue },
    { id: ofEmma, assigneeId: emma.id, estimatedHours: 5 },
  ];
  for (const row of rows)
    state.addIssue(issueRow({ keyId: row.id, summary: `課題 ${row.id}`, ...mine, ...row }));
  // A month ago, whatever day it is: nothing of it is new.
  const then = Date.now() - 30 * 24 * 60 * 60 * 1000;
  for (const row of state.issues.all()) Object.assign(row, { created: then, updated: then });
  return state;
}

/** Worlds of two projects and a leaver with seven open issues; they are closed after each test of the calling file. */
export function handoverWorlds() {
  const open: World[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });
  return async (kind: DatabaseKind, buildState = handoverState): Promise<{ w: World; ctx: TestContext }> => {
    const w = await createWorld(kind, { issues: 0, space: { buildState } });
    open.push(w);
    return { w, ctx: contextOf(w) };
  };
}

type Input = ActionInput<typeof handoverDraft>;
export type HandoverGiven = Partial<Omit<Input, 'scope'>> & { scope?: Partial<Input['scope']> };

/** Everything in both projects to Emma, unless told otherwise. */
export async function draftHandover(
  ctx: TestContext,
  { scope, ...given }: HandoverGiven = {},
): Promise<PlanSummary> {
  const input: Input = {
    from: leaver,
    scope: {
      projectIds: [IDS.demo, IDS.other],
      statusIds: [],
      issueTypeIds: [],
      milestoneIds: [],
      dueDateSince: null,
      dueDateUntil: null,
      leftOut: [],
      ...scope,
    },
    split: { by: 'one', to: emma },
    due: null,
    reopen: false,
    comment: null,
    notify: { creator: false, people: [] },
    lang: 'ja',
    ...given,
  };
  return handoverDraft.run({ ctx, input: handoverDraft.input.parse(input) });
}

/** Approves a plan as it is on screen. */
export async function approvePlan(
  ctx: TestContext,
  plan: Pick<PlanSummary, 'id' | 'digest'>,
): Promise<string> {
  const { ticketId } = await plansShow.run({ ctx, input: { planId: plan.id } });
  const approval = { planId: plan.id, digest: plan.digest ?? '', ticketId, pace: 'limit' as const };
  return (await plansApprove.run({ ctx, input: approval })).runId;
}

/** Approves a plan and waits until its run is done. */
export async function carryOut(
  w: World,
  ctx: TestContext,
  plan: Pick<PlanSummary, 'id' | 'digest'>,
): Promise<string> {
  const runId = await approvePlan(ctx, plan);
  const worker = w.worker();
  await untilState(w, runId, 'done');
  await worker.stop();
  return runId;
}

/** A request of a person (the administrator) by Backlog's own pages. */
export async function byHand(
  w: World,
  method: string,
  path: string,
  form: Record<string, string> = {},
): Promise<unknown> {
  const body = new URLSearchParams(form).toString();
  const headers = {
    'Backlog-API-Key': `key-${IDS.admin}`,
    'Content-Type': 'application/x-www-form-urlencoded',
  };
  const answer = await w.space.handle(
    new Request(`http://127.0.0.1:4010/api/v2${path}`, { method, headers, body }),
  );
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return answer.json();
}
