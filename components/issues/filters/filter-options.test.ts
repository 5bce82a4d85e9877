import { describe, expect, it } from 'vitest';
import { emptyIssueFilter } from '@/lib/columns/issue-filter';
import type { IssueRow, ProjectReference, SpaceReference } from '@/lib/columns/issue-row';
import { chosenKeys, countMatching, filterOptions, idsOfKeys } from './filter-options';

const project = (id: number, projectKey: string, own: Partial<ProjectReference>): ProjectReference => ({
  id,
  projectKey,
  name: projectKey,
  statuses: [{ id: 1, name: '未対応', color: '#ed8077' }],
  issueTypes: [],
  categories: [],
  milestones: [],
  members: [],
  subtaskingEnabled: true,
  customFields: [],
  ...own,
});
const milestone = (id: number, name: string, archived = false) => ({
  id,
  name,
  archived,
  startDate: null,
  releaseDueDate: null,
});
const projects = [
  project(1, 'WEB', {
    statuses: [
      { id: 1, name: '未対応', color: '#ed8077' },
      { id: 11, name: 'レビュー待ち', color: '#eda62a' },
    ],
    milestones: [milestone(101, 'Sprint 1', true), milestone(102, 'Sprint 2')],
    members: [
      { id: 7, name: '佐藤 美咲', roleType: 2 },
      { id: 8, name: '鈴木 健太', roleType: 2 },
    ],
  }),
  project(2, 'APP', {
    statuses: [
      { id: 1, name: 'Open', color: '#ed8077' },
      { id: 21, name: 'レビュー待ち', color: '#eda62a' },
      { id: 22, name: '保留', color: '#868cb7' },
    ],
    milestones: [milestone(201, 'Sprint 2')],
    members: [{ id: 8, name: '鈴木 健太', roleType: 2 }],
  }),
];
const reference: SpaceReference = {
  spaceName: 'ほしかわ',
  timezone: 'Asia/Tokyo',
  me: { id: 8, name: '鈴木 健太', roleType: 2 },
  priorities: [{ id: 2, name: '高' }],
  resolutions: [],
  projects,
};
const source = { joined: { projects }, reference, filter: emptyIssueFilter };

describe('filter options', () => {
  it('values of one name are one entry with the ids of all projects', () => {
    const options = filterOptions('status', source);
    expect(options.map(({ label, ids, projectKeys }) => [label, ids, projectKeys])).toEqual([
      ['未対応', [1], []],
      ['レビュー待ち', [11, 21], []],
      ['保留', [22], ['APP']],
    ]);
  });

  it('offers only values of the projects in view', () => {
    const inView = { ...source, filter: { ...emptyIssueFilter, projectIds: [1] } };
    expect(filterOptions('milestone', inView).map((option) => [option.label, option.ids])).toEqual([
      ['Sprint 2', [102]],
      ['Sprint 1', [101]],
    ]);
  });

  it('one person of several projects is one entry, oneself first', () => {
    expect(filterOptions('assignee', source).map((option) => option.ids)).toEqual([[8], [7]]);
  });

  it('ids that nothing knows stay visible, so a filter never holds more than it says', () => {
    const odd = { ...source, filter: { ...emptyIssueFilter, assigneeIds: [99] } };
    const options = filterOptions('assignee', odd);
    expect(options.at(-1)?.label).toBe('ID 99');
    expect(idsOfKeys(options, chosenKeys(options, [99]))).toEqual([99]);
  });

  it('counts rows once, also with two of the chosen values', () => {
    const row = (id: number, milestoneIds: number[]): IssueRow => ({
      id,
      issueKey: `WEB-${id}`,
      projectId: 1,
      issueTypeId: 1,
      summary: '',
      assigneeId: null,
      assigneeName: null,
      statusId: 1,
      priorityId: 3,
      resolutionId: null,
      milestoneIds,
      versionIds: [],
      estimatedHours: null,
      actualHours: null,
      categoryIds: [],
      startDate: null,
      dueDate: null,
      parentIssueId: null,
      updated: '2026-11-20T00:00:00Z',
    });
    const rows = [row(1, [101, 102]), row(2, [101]), row(3, [])];
    expect(countMatching('milestone', [101, 102], rows)).toBe(2);
  });
});
