import { describe, expect, it } from 'vitest';
import type { Change } from '@/lib/bulk/changes';
import type { IssueRow, ProjectReference, SpaceReference } from '@/lib/columns/issue-row';
import { projectChoices, projectsWithout } from './choice';
import { countByProject, createForecast } from './effect';

const statuses = [
  { id: 1, name: '未対応', color: '#ed8077' },
  { id: 2, name: '処理中', color: '#4488c5' },
  { id: 4, name: '完了', color: '#b0be3c' },
];
const milestone = (id: number, name: string, archived = false) => ({
  id,
  name,
  archived,
  startDate: null,
  releaseDueDate: null,
});
const web: ProjectReference = {
  id: 1,
  projectKey: 'WEB',
  name: '会員サイト刷新',
  statuses: [...statuses, { id: 11, name: 'レビュー待ち', color: '#eda62a' }],
  issueTypes: [
    { id: 61, name: 'タスク', color: '#7ea800' },
    { id: 62, name: 'バグ', color: '#990000' },
  ],
  subtaskingEnabled: true,
  customFields: [
    {
      id: 7,
      typeId: 8,
      name: '起票元',
      required: true,
      applicableTypeIds: [62],
      items: [{ id: 1, name: '社内' }],
      allowInput: true,
    },
  ],
  categories: [{ id: 31, name: '認証' }],
  milestones: [milestone(21, 'Sprint 24'), milestone(22, 'Sprint 25'), milestone(23, '旧', true)],
  members: [
    { id: 7, name: '佐藤 美咲', roleType: 2 },
    { id: 8, name: '鈴木 健太', roleType: 2 },
  ],
};
const ops: ProjectReference = {
  ...web,
  id: 2,
  projectKey: 'OPS',
  statuses,
  milestones: [milestone(91, 'Sprint 25')],
  categories: [],
  customFields: [],
  members: [{ id: 7, name: '佐藤 美咲', roleType: 2 }],
};
const reference: SpaceReference = {
  spaceName: 'ほしかわ開発',
  timezone: 'Asia/Tokyo',
  me: { id: 7, name: '佐藤 美咲', roleType: 1 },
  priorities: [
    { id: 2, name: '高' },
    { id: 3, name: '中' },
  ],
  resolutions: [{ id: 0, name: '対応済み' }],
  projects: [web, ops],
};
const row = (id: number, own: Partial<IssueRow> = {}): IssueRow => ({
  id,
  issueKey: `WEB-${id}`,
  projectId: 1,
  issueTypeId: 61,
  summary: '',
  assigneeId: 7,
  assigneeName: '佐藤 美咲',
  statusId: 1,
  priorityId: 3,
  resolutionId: null,
  milestoneIds: [],
  versionIds: [],
  estimatedHours: null,
  actualHours: null,
  categoryIds: [],
  startDate: null,
  dueDate: null,
  parentIssueId: null,
  updated: '2026-11-20T00:00:00Z',
  ...own,
});
const effect = (changes: Change[], rows: IssueRow[], canWrite = true) =>
  createForecast(reference, changes, canWrite).effect(rows);
const review = projectChoices('status', [web, ops]).find((choice) => choice.label === 'レビュー待ち');
if (!review) throw new Error('no such status');
const toReview: Change = {
  field: 'status',
  verb: 'set',
  to: { label: review.label, byProject: review.byProject },
};
const toSuzuki: Change = { field: 'assignee', verb: 'set', to: { id: 8, label: '鈴木 健太' } };

describe('live effect', () => {
  it('the four piles add up, and each field tells its own share', () => {
    const rows = [row(1), row(2, { statusId: 11 }), row(3, { projectId: 2 })];
    const { piles, total, fields } = effect([toReview], rows);
    expect(piles).toEqual({ change: 1, unchanged: 1, needsReview: 0, blocked: 1 });
    expect(total).toBe(3);
    expect(fields.get('status')).toEqual({ changed: 1, same: 1, lacking: new Map([['OPS', 1]]) });
  });

  it('a person who is not a member is a warning, as in the preview', () => {
    expect(effect([toSuzuki], [row(1), row(2, { projectId: 2 })]).piles).toEqual({
      change: 1,
      unchanged: 0,
      needsReview: 1,
      blocked: 0,
    });
  });

  it('a comment beside other changes goes only where something changes', () => {
    const comment: Change = { field: 'comment', verb: 'add', text: 'よろしくお願いします。' };
    const rows = [row(1), row(2, { assigneeId: 8, assigneeName: '鈴木 健太' })];
    expect(effect([toSuzuki, comment], rows).fields.get('comment')?.changed).toBe(1);
    expect(effect([comment], rows).fields.get('comment')?.changed).toBe(2);
  });

  it('a swapped milestone keeps the others', () => {
    const swap: Change = {
      field: 'milestone',
      verb: 'swap',
      from: { label: 'Sprint 24', byProject: { '1': 21 } },
      to: { label: 'Sprint 25', byProject: { '1': 22 } },
    };
    const { proposal } = createForecast(reference, [swap], true);
    const diff = proposal(row(1, { milestoneIds: [23, 21] }))?.get('milestone');
    expect(Array.isArray(diff?.after) && diff.after.map((value) => value.id)).toEqual([23, 22]);
    expect(proposal(row(2, { milestoneIds: [23] }))).toBeNull();
  });

  it('hours and versions count from the rows, and an issue that has the value stays as it is', () => {
    const rows = [row(1, { estimatedHours: 3.5 }), row(2), row(3, { versionIds: [22] })];
    const hours: Change = { field: 'estimatedHours', verb: 'set', to: 3.5 };
    const version: Change = {
      field: 'version',
      verb: 'add',
      values: [{ label: 'Sprint 25', byProject: { '1': 22 } }],
    };
    const { fields, piles } = effect([hours, version], rows);
    expect(fields.get('estimatedHours')).toEqual({ changed: 2, same: 1, lacking: new Map() });
    expect(fields.get('version')).toMatchObject({ changed: 2, same: 1 });
    expect(piles.change).toBe(3);
  });

  it('what rows do not carry is left to the preview: no figure is invented, and the total adds up', () => {
    const custom: Change = {
      field: 'custom',
      verb: 'set',
      target: { label: '起票元', typeId: 8, byProject: { '1': 7 } },
      to: { label: '社内', byProject: { '1': 1 } },
    };
    const comment: Change = { field: 'comment', verb: 'add', text: '起票元を揃えます。' };
    const rows = [
      row(1, { issueTypeId: 62 }),
      row(2, { issueTypeId: 62, assigneeId: 8, assigneeName: '鈴木 健太' }),
      row(3),
      row(4, { projectId: 2 }),
    ];
    const alone = effect([custom, comment], rows);
    expect(alone.fields.get('custom:8:起票元')).toEqual({
      changed: null,
      same: 0,
      lacking: new Map([
        ['WEB', 1],
        ['OPS', 1],
      ]),
    });
    expect(alone.fields.get('comment')?.changed).toBeNull();
    expect(alone).toMatchObject({ open: 2, piles: { change: 0, unchanged: 0, needsReview: 0, blocked: 2 } });
    const withSuzuki = effect([toSuzuki, custom], rows);
    expect(withSuzuki).toMatchObject({ open: 1, piles: { change: 1, unchanged: 0, blocked: 2 } });
  });

  it('a new type whose required field nobody fills is blocked, unless the block fills it', () => {
    const toBug: Change = {
      field: 'issueType',
      verb: 'set',
      to: { label: 'バグ', byProject: { '1': 62 } },
    };
    const origin: Change = {
      field: 'custom',
      verb: 'set',
      target: { label: '起票元', typeId: 8, byProject: { '1': 7 } },
      to: { label: '社内', byProject: { '1': 1 } },
    };
    expect(effect([toBug], [row(1)]).piles.blocked).toBe(1);
    const filled = effect([toBug, origin], [row(1)]);
    expect(filled).toMatchObject({ open: 0, piles: { change: 1, blocked: 0 } });
    expect(filled.fields.get('custom:8:起票元')?.lacking).toEqual(new Map());
  });

  it('without the right to write everything is blocked', () => {
    expect(effect([toSuzuki], [row(1)], false).piles.blocked).toBe(1);
  });

  it('selected issues are counted per project, most first', () => {
    const rows = [row(1), row(2, { projectId: 2 }), row(3)];
    expect(countByProject(rows, reference.projects)).toEqual([
      { projectKey: 'WEB', count: 2 },
      { projectKey: 'OPS', count: 1 },
    ]);
  });
});

describe('choices over several projects', () => {
  it('one name is one entry that knows the id in each project and which projects lack it', () => {
    const choices = projectChoices('milestone', [web, ops]);
    expect(choices.map((choice) => [choice.label, choice.byProject])).toEqual([
      ['Sprint 24', { '1': 21 }],
      ['Sprint 25', { '1': 22, '2': 91 }],
      ['旧', { '1': 23 }],
    ]);
    expect(choices.map((choice) => projectsWithout(choice, [web, ops]))).toEqual([['OPS'], [], ['OPS']]);
  });

  it('the default statuses are one entry whatever their names', () => {
    const english = { ...ops, statuses: [{ id: 1, name: 'Open', color: '#ed8077' }] };
    const [first] = projectChoices('status', [web, english]);
    expect(first?.byProject).toEqual({ '1': 1, '2': 1 });
    expect(
      projectChoices('status', [web, english]).filter((choice) => choice.byProject['2'] === 1),
    ).toHaveLength(1);
  });
});
