import { reference } from '@/lib/columns/column-fixtures';
import type { IssueRow } from '@/lib/columns/issue-row';
import { emptyForm } from './closure-form';
import { type ClosureFacts, type ClosureRow, closureRows } from './closure-rows';

const [web] = reference.projects;
if (!web) throw new Error('no project');
export const project = web;

/** The closed milestone and one that overlaps it. */
export const sprint = 21;
export const release = 22;

export function issue(id: number, changes: Partial<IssueRow> = {}): IssueRow {
  return {
    id,
    issueKey: `WEB-${id}`,
    projectId: 1,
    issueTypeId: 61,
    summary: `課題 ${id}`,
    assigneeId: 101,
    assigneeName: '高橋 彩',
    statusId: 2,
    priorityId: 3,
    resolutionId: null,
    milestoneIds: [sprint],
    versionIds: [],
    categoryIds: [],
    startDate: null,
    dueDate: null,
    estimatedHours: null,
    actualHours: null,
    parentIssueId: null,
    updated: '2026-11-20T05:00:00Z',
    ...changes,
  };
}

export const facts: ClosureFacts = {
  milestoneId: sprint,
  statuses: project.statuses,
  milestones: project.milestones,
  resolvedIsDone: true,
  form: emptyForm,
  next: { startDate: '2026-11-24', dueDate: '2026-12-04' },
  carryOvers: {},
  openChildren: {},
  today: '2026-11-22',
  timezone: 'Asia/Tokyo',
};

/** The rows of these issues; `changes` says what is different from the usual. */
export function rowsOf(issues: readonly IssueRow[], changes: Partial<ClosureFacts> = {}): ClosureRow[] {
  return closureRows(issues, { ...facts, ...changes });
}
