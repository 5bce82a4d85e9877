import { describe, expect, it } from 'vitest';
import { issueSchema } from '@/lib/backlog/schemas/issue';
import { toIssueRow } from './to-issue-row';

const person = { id: 2001, userId: 'hanako', name: '山田花子', roleType: 2, lang: 'ja', mailAddress: null };
const milestone = {
  id: 7,
  projectId: 501,
  name: 'Sprint 24',
  startDate: null,
  releaseDueDate: null,
  archived: false,
};
const answer = {
  id: 90123,
  projectId: 501,
  issueKey: 'DEMO-42',
  keyId: 42,
  issueType: { id: 801, projectId: 501, name: 'タスク', color: '#7ea800', displayOrder: 0 },
  summary: '見積もりの再確認',
  description: '長い詳細',
  resolution: { id: 0, name: '対応済み' },
  priority: { id: 3, name: '中' },
  status: { id: 2, projectId: 501, name: '処理中', color: '#4488c5', displayOrder: 2000 },
  assignee: person,
  category: [{ id: 5, projectId: 501, name: '認証', displayOrder: 0 }],
  versions: [{ ...milestone, id: 8, name: '1.2', displayOrder: 2 }],
  milestone: [{ ...milestone, displayOrder: 1 }],
  startDate: null,
  dueDate: '2026-12-01T00:00:00Z',
  estimatedHours: 13,
  actualHours: null,
  parentIssueId: null,
  createdUser: person,
  created: '2026-11-01T02:55:43Z',
  updatedUser: person,
  updated: '2026-11-20T00:33:59Z',
  customFields: [],
};

describe('a row of the table', () => {
  it('is what the table needs of an issue, and no more', () => {
    expect(toIssueRow(issueSchema.parse(answer), 'Asia/Tokyo')).toEqual({
      id: 90123,
      issueKey: 'DEMO-42',
      projectId: 501,
      issueTypeId: 801,
      summary: '見積もりの再確認',
      assigneeId: 2001,
      assigneeName: '山田花子',
      statusId: 2,
      priorityId: 3,
      resolutionId: 0,
      milestoneIds: [7],
      versionIds: [8],
      categoryIds: [5],
      startDate: null,
      dueDate: '2026-12-01',
      estimatedHours: 13,
      actualHours: null,
      parentIssueId: null,
      updated: '2026-11-20T00:33:59Z',
    });
  });

  it('keeps absence as null and reads old dates in the zone of the space', () => {
    const old = issueSchema.parse({
      ...answer,
      assignee: null,
      resolution: null,
      dueDate: '2014-07-29T15:00:00Z',
    });
    expect(toIssueRow(old, 'Asia/Tokyo')).toMatchObject({
      assigneeId: null,
      assigneeName: null,
      resolutionId: null,
      dueDate: '2014-07-30',
    });
  });
});
