import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { type PlanItem, type PlanStep, setIncluded, stepItem } from '@/lib/bulk';
import { plans } from '@/lib/db/schema';
import { IDS } from '@/lib/demo-space/testing';
import type { PlanRow } from './claim';
import { completeDraft } from './complete-draft';
import { fillDraft } from './fill-draft';
import { loadPlanItems } from './plan-items';
import { insertDraft, type NewPlan } from './plan-store';
import { noObserver } from './step-observer';
import { SPACE, untilState, type World } from './testing';
import { undoCandidates } from './undo-source';

const person = {
  spaceHost: SPACE,
  userId: IDS.admin,
  actorType: 'user',
  createdBy: '管理 太郎',
  timezone: 'Asia/Tokyo',
} as const;

type Draft = Pick<NewPlan, 'selection' | 'title'> & Partial<NewPlan>;

async function draft(w: World, given: Draft, owner: string): Promise<PlanRow> {
  const now = new Date();
  const { selection } = given;
  return w.db.transaction((tx) =>
    insertDraft(tx, {
      ...person,
      changes: [],
      totalCount: selection.kind === 'ids' ? selection.ids.length : 0,
      createdAt: now,
      expiresAt: new Date(now.getTime() + 3_600_000),
      filledBy: { owner, leaseMs: 60_000 },
      ...given,
    }),
  );
}

async function stored(w: World, id: string): Promise<PlanRow> {
  const [plan] = await w.db.select().from(plans).where(eq(plans.id, id));
  if (plan === undefined) throw new Error('no plan');
  return plan;
}

/** A ready plan of exactly these rows, as an operation with side steps makes it. */
export async function readyPlan(
  w: World,
  items: readonly PlanItem[],
  given: Partial<NewPlan> = {},
): Promise<PlanRow> {
  const owner = randomUUID();
  const ids = items.map((item) => item.issueId);
  const selection = { kind: 'ids' as const, ids, projectIds: [IDS.demo] };
  const plan = await draft(w, { title: 'Sprint 1 を締める', selection, ...given }, owner);
  await completeDraft(w.db, plan, items, [], owner);
  return stored(w, plan.id);
}

/** The undo of a run, filled at once. */
export async function undoPlan(w: World, runId: string): Promise<PlanRow> {
  const owner = randomUUID();
  const candidates = await undoCandidates(w.db, runId);
  const ids = candidates.map((item) => item.issueId);
  const plan = await draft(
    w,
    { title: '', kind: 'undo', sourceRunId: runId, selection: { kind: 'ids', ids, projectIds: [IDS.demo] } },
    owner,
  );
  await fillDraft(w.db, w.client, plan, { owner, leaseMs: 60_000, observer: noObserver });
  return stored(w, plan.id);
}

/** The same plan with every row taken in that can be. */
export async function everythingIncluded(w: World, plan: PlanRow): Promise<PlanRow> {
  const items = await loadPlanItems(w.db, plan.id);
  return readyPlan(w, setIncluded(items, { include: items.map((item) => item.issueId), exclude: [] }));
}

/** Carries a plan out to the end of its run. */
export async function carryOutPlan(w: World, plan: PlanRow) {
  const run = await w.approve(plan);
  const worker = w.worker();
  await untilState(w, run.id, 'done');
  await worker.stop();
  return { run, items: await w.items(run.id) };
}

const sprint1 = { id: IDS.sprint1, name: 'Sprint 1' };
/** Side steps on the small space: the next sprint, the archive of Sprint 1, the end of Sprint 2. */
export const create = {
  kind: 'createMilestone',
  projectId: IDS.demo,
  name: 'Sprint 3',
  startDate: null,
  dueDate: '2026-12-18',
} as const satisfies PlanStep;
export const archive = {
  kind: 'archiveMilestone',
  projectId: IDS.demo,
  milestoneId: IDS.sprint1,
  name: 'Sprint 1',
  archived: true,
} as const satisfies PlanStep;
/** The same as the last step of a closure: only after complete success. */
export const archiveLast = { ...archive, afterSuccess: true } as const satisfies PlanStep;
export const report = {
  kind: 'createWiki',
  projectId: IDS.demo,
  name: 'Sprint 1 の記録',
  content: '# 締めの記録\n\n- 完了 2件\n',
} as const satisfies PlanStep;
export const remove = {
  kind: 'deleteMilestone',
  projectId: IDS.demo,
  milestoneId: IDS.sprint2,
  name: 'Sprint 2',
} as const satisfies PlanStep;

/** Moves an issue from Sprint 1 to what step 1 creates. */
export const move = (issueId: number): PlanItem => {
  const made = { id: -1, name: 'Sprint 3' };
  return {
    issueId,
    issueKey: `DEMO-${issueId}`,
    projectId: IDS.demo,
    summary: `課題 ${issueId}`,
    pile: 'change',
    included: true,
    diffs: [
      { field: 'milestone', before: [sprint1], after: [made], merge: true, add: [made], remove: [sprint1] },
    ],
    params: { milestoneId: [-1] },
    warnings: [],
    blocks: [],
    issueUpdated: '2026-11-01T00:00:00Z',
    stage: 1,
  };
};
/** Create the next milestone, move the issues into it, archive the old one. */
export const closure = (w: World) => [
  stepItem(create, { number: 1, stage: 0 }),
  ...w.ids.map(move),
  stepItem(archive, { number: 2, stage: 2 }),
];

/** The whole of a closure: create, move, report, and archive after complete success. */
export const wholeClosure = (w: World) => [
  stepItem(create, { number: 1, stage: 0 }),
  ...w.ids.map(move),
  stepItem(report, { number: 2, stage: 2 }),
  stepItem(archiveLast, { number: 3, stage: 3 }),
];

/** What a closure marks the rows with that publish its report. */
export const reportMark = { milestoneId: IDS.sprint1, otherwise: 0 };

/** The same with a report that is held back unless all of it comes to pass; `more` rows come with the issues. */
export const reportedClosure = (w: World, more: readonly PlanItem[] = []) => [
  stepItem(create, { number: 1, stage: 0 }),
  ...w.ids.map(move),
  ...more,
  { ...stepItem(report, { number: 2, stage: 2 }), report: reportMark },
  stepItem(archiveLast, { number: 3, stage: 3 }),
];

/** Names of the wiki pages that mention a text. */
export const wikiPages = (w: World, keyword: string = report.name) =>
  w.client.wikis.list({ projectId: IDS.demo, keyword });

/** Milestones of the project by name. */
export const milestones = async (w: World) => {
  const versions = await w.client.projects.versions(IDS.demo);
  return new Map(versions.map((version) => [version.name, version]));
};

/** Writes that the space received, as `METHOD path below the project or the API`. */
export const writes = async (w: World) =>
  (await w.log())
    .filter((entry) => entry.method !== 'GET')
    .map(
      ({ method, path }) =>
        `${method} ${path.replace(`/api/v2/projects/${IDS.demo}`, '').replace('/api/v2', '')}`,
    );
