import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { issueWith, milestone, reference, status, WEB } from '../plan-fixtures';
import type { PlanProject, PlanReference } from '../plan-reference';
import type { Closure } from './closure-schema';
import type { OperationInput } from './operation-input';

/** WEB as a project looks whose own statuses stand on both sides of 処理済み. */
const web = reference.projects.get(WEB);
if (web === undefined) throw new Error('no WEB');
const milestones = [
  { id: 21, name: 'Sprint 23', archived: true, startDate: '2026-10-26', dueDate: '2026-11-06' },
  { id: 22, name: 'Sprint 24', archived: false, startDate: '2026-11-09', dueDate: '2026-11-20' },
  { id: 23, name: 'Sprint 25', archived: false, startDate: '2026-11-24', dueDate: '2026-12-04' },
  { id: 24, name: 'リリース 3.0', archived: false, startDate: '2026-10-01', dueDate: '2026-12-25' },
];
export const closingProject: PlanProject = {
  ...web,
  statuses: [
    { id: 1, name: '未対応' },
    { id: 2, name: '処理中' },
    { id: 11, name: 'レビュー待ち' },
    { id: 3, name: '処理済み' },
    { id: 12, name: '顧客確認中' },
    { id: 4, name: '完了' },
  ],
  milestones,
};

export function referenceWith(project: Partial<PlanProject> = {}): PlanReference {
  return { ...reference, projects: new Map([[WEB, { ...closingProject, ...project }]]) };
}

export const sprint24 = milestone(22, 'Sprint 24');
export const sprint25 = milestone(23, 'Sprint 25');
export const release = milestone(24, 'リリース 3.0');
export const fixed = { id: 0, name: '対応済み' };

const statusNames = new Map(closingProject.statuses.map(({ id, name }) => [id, name]));

/** An issue of Sprint 24. */
export function closing(id: number, statusId: number, fields: Partial<BacklogIssue> = {}): BacklogIssue {
  return issueWith({
    id,
    status: status(statusId, statusNames.get(statusId) ?? ''),
    milestone: [sprint24],
    ...fields,
  });
}

/** Sprint 24 into Sprint 25, 処理済み counts as done. */
export function closureOf(given: Partial<Closure> = {}): Closure {
  return {
    kind: 'closure',
    projectId: WEB,
    milestone: { id: 22, label: 'Sprint 24' },
    resolvedIsDone: true,
    next: { kind: 'existing', milestone: { id: 23, label: 'Sprint 25' } },
    unfinished: 'next',
    decisions: {},
    leftOut: [],
    resolution: { id: 0, label: '対応済み' },
    moveDueDates: false,
    archive: true,
    report: { wiki: null, comment: null },
    snapshot: null,
    ...given,
  };
}

/** A new Sprint 26. */
export const newNext = {
  kind: 'new',
  name: 'Sprint 26',
  startDate: '2026-12-07',
  dueDate: '2026-12-18',
} as const;

export function operationInput(
  issues: readonly BacklogIssue[],
  more: Partial<OperationInput> = {},
): OperationInput {
  return {
    issues,
    parents: new Map(),
    missingIds: [],
    reference: referenceWith(),
    actorCanWrite: true,
    besides: new Set(),
    today: '2026-11-22',
    holidays: new Set(['2026-11-23']),
    load: new Map(),
    alreadySaid: new Set(),
    ...more,
  };
}
