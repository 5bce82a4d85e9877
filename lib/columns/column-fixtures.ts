import type { IssueRow, SpaceReference } from './issue-row';

const status = (id: number, name: string) => ({ id, name, color: '#4488c5' });
const milestone = (id: number, name: string) => ({
  id,
  name,
  archived: false,
  startDate: null,
  releaseDueDate: null,
});

/** Two projects; WEB has a status of its own between 処理中 and 処理済み, OPS one before 完了. */
export const reference: SpaceReference = {
  spaceName: 'ほしかわ開発',
  timezone: 'Asia/Tokyo',
  me: { id: 101, name: '高橋 彩', roleType: 1 },
  priorities: [
    { id: 2, name: '高' },
    { id: 3, name: '中' },
    { id: 4, name: '低' },
  ],
  resolutions: [{ id: 0, name: '対応済み' }],
  projects: [
    {
      id: 1,
      projectKey: 'WEB',
      name: '会員サイト刷新',
      subtaskingEnabled: true,
      statuses: [
        status(1, '未対応'),
        status(2, '処理中'),
        status(11, 'レビュー待ち'),
        status(3, '処理済み'),
        status(4, '完了'),
      ],
      issueTypes: [{ id: 61, name: 'バグ', color: '#990000' }],
      categories: [
        { id: 31, name: '認証' },
        { id: 32, name: 'メール' },
      ],
      milestones: [milestone(21, 'Sprint 9'), milestone(22, 'Sprint 10')],
      members: [{ id: 101, name: '高橋 彩', roleType: 1 }],
      customFields: [],
    },
    {
      id: 2,
      projectKey: 'OPS',
      name: 'インフラ運用',
      subtaskingEnabled: true,
      statuses: [
        status(1, '未対応'),
        status(2, '処理中'),
        status(3, '処理済み'),
        status(12, '確認中'),
        status(4, '完了'),
      ],
      issueTypes: [{ id: 71, name: 'タスク', color: '#7ea800' }],
      categories: [],
      milestones: [],
      members: [],
      customFields: [],
    },
  ],
};

/** A row of WEB unless told otherwise. */
export function rowWith(fields: Partial<IssueRow> = {}): IssueRow {
  return {
    id: 1,
    issueKey: 'WEB-1',
    projectId: 1,
    issueTypeId: 61,
    summary: '件名',
    assigneeId: 101,
    assigneeName: '高橋 彩',
    statusId: 1,
    priorityId: 3,
    resolutionId: null,
    milestoneIds: [],
    versionIds: [],
    categoryIds: [],
    startDate: null,
    dueDate: null,
    estimatedHours: null,
    actualHours: null,
    parentIssueId: null,
    updated: '2026-11-20T05:33:00Z',
    ...fields,
  };
}
