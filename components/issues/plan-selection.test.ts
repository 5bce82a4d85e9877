import { describe, expect, it } from 'vitest';
import { emptyIssueFilter } from '@/lib/columns/issue-filter';
import type { IssueRow } from '@/lib/columns/issue-row';
import { indexReference } from '@/lib/columns/reference-index';
import { planSelection } from './plan-selection';

const index = indexReference({ projects: [], priorities: [] });
const sort = { field: 'dueDate', order: 'asc' } as const;
const row = (id: number, projectId: number, dueDate: string | null): IssueRow => ({
  id,
  issueKey: `P-${id}`,
  projectId,
  issueTypeId: 1,
  summary: '',
  assigneeId: null,
  assigneeName: null,
  statusId: 1,
  priorityId: 3,
  resolutionId: null,
  milestoneIds: [],
  versionIds: [],
  estimatedHours: null,
  actualHours: null,
  categoryIds: [],
  startDate: null,
  dueDate,
  parentIssueId: null,
  updated: `2026-11-0${id}T00:00:00Z`,
});

describe('what a plan is made of', () => {
  it('single issues go in the order of the list, with the time they were read at', () => {
    const rows = [row(1, 10, null), row(2, 20, '2026-11-05'), row(3, 10, '2026-11-01')];
    expect(planSelection({ ids: new Set([1, 2, 3]), rows, count: 3, everything: null }, sort, index)).toEqual(
      {
        kind: 'ids',
        ids: [3, 2, 1],
        projectIds: [10, 20],
        seen: { '1': '2026-11-01T00:00:00Z', '2': '2026-11-02T00:00:00Z', '3': '2026-11-03T00:00:00Z' },
      },
    );
  });

  it('an issue that is not loaded is searched in every joined project', () => {
    const selection = planSelection(
      { ids: new Set([1, 99]), rows: [row(1, 10, null)], count: 2, everything: null },
      sort,
      index,
    );
    expect(selection).toMatchObject({ kind: 'ids', ids: [1, 99], projectIds: [] });
  });

  it('everything that matches goes as its filter, with the number the person saw', () => {
    const filter = { ...emptyIssueFilter, assigneeIds: [7] };
    expect(planSelection({ ids: new Set(), rows: [], count: 2314, everything: filter }, sort, index)).toEqual(
      { kind: 'allMatching', filter, countSeen: 2314 },
    );
  });
});
