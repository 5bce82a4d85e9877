import type { BacklogIssue, BacklogUser } from '@/lib/backlog/schemas/issue';
import type { Change, ProjectValue } from './changes';
import { BUG, CHORE, opsFields, TASK, webFields } from './custom-fixtures';
import type { NamedValue } from './plan';
import type { PlanInput } from './plan-bulk-update';
import type { PlanReference } from './plan-reference';

/** Two projects for the tests of planning: WEB (1) has everything, OPS (2) its own, fewer values. */
export const WEB = 1;
export const OPS = 2;

const defaults = ['未対応', '処理中', '処理済み', '完了'].map((name, index) => ({ id: index + 1, name }));
export const priorities: NamedValue[] = ['高', '中', '低'].map((name, index) => ({ id: index + 2, name }));
export const resolutions: NamedValue[] = ['対応済み', '対応しない', '無効'].map((name, id) => ({ id, name }));

export const reference: PlanReference = {
  priorities,
  resolutions,
  projects: new Map([
    [
      WEB,
      {
        projectKey: 'WEB',
        name: '会員サイト刷新',
        subtaskingEnabled: true,
        issueTypes: [
          { id: TASK, name: 'タスク', color: '#7ea800' },
          { id: BUG, name: 'バグ', color: '#990000' },
        ],
        customFields: webFields,
        statuses: [...defaults, { id: 11, name: 'レビュー待ち' }],
        milestones: [
          { id: 21, name: 'Sprint 23', archived: true },
          { id: 22, name: 'Sprint 24', archived: false },
          { id: 23, name: 'Sprint 25', archived: false },
          { id: 24, name: 'リリース 3.0', archived: false },
        ],
        categories: [
          { id: 31, name: '認証' },
          { id: 32, name: 'メール' },
        ],
        memberIds: new Set([101, 102]),
      },
    ],
    [
      OPS,
      {
        projectKey: 'OPS',
        name: 'インフラ運用',
        subtaskingEnabled: false,
        issueTypes: [{ id: CHORE, name: 'タスク', color: '#7ea800' }],
        customFields: opsFields,
        statuses: defaults,
        milestones: [{ id: 41, name: 'Sprint 25', archived: false }],
        categories: [{ id: 51, name: '認証' }],
        memberIds: new Set([102]),
      },
    ],
  ]),
};

export function user(id: number, name: string = `人${id}`): BacklogUser {
  return { id, userId: `user${id}`, name, roleType: 2, lang: 'ja', mailAddress: null };
}

/** An issue of WEB unless told otherwise. */
export function issueWith(fields: Partial<BacklogIssue> = {}): BacklogIssue {
  const projectId = fields.projectId ?? WEB;
  const id = fields.id ?? 1001;
  return {
    id,
    projectId,
    issueKey: `${projectId === OPS ? 'OPS' : 'WEB'}-${id}`,
    keyId: id,
    issueType: issueType(projectId === OPS ? CHORE : TASK, 'タスク', projectId),
    summary: '件名',
    description: '',
    resolution: null,
    priority: { id: 3, name: '中' },
    status: status(1, '未対応', projectId),
    assignee: user(101),
    category: [],
    versions: [],
    milestone: [],
    startDate: null,
    dueDate: null,
    estimatedHours: null,
    actualHours: null,
    parentIssueId: null,
    createdUser: user(101),
    created: '2026-11-01T00:00:00Z',
    updatedUser: user(102, '田中 直樹'),
    updated: '2026-11-20T05:33:00Z',
    customFields: [],
    ...fields,
  };
}

export const issueType = (id: number, name: string, projectId = WEB) => ({
  id,
  projectId,
  name,
  color: id === BUG ? '#990000' : '#7ea800',
  displayOrder: 0,
});
export const status = (id: number, name: string, projectId = WEB) => ({
  id,
  projectId,
  name,
  color: '#4488c5',
  displayOrder: id,
});
export const milestone = (id: number, name: string, projectId = WEB) => ({
  id,
  projectId,
  name,
  description: null,
  startDate: null,
  releaseDueDate: null,
  archived: false,
  displayOrder: id,
});
export const category = (id: number, name: string, projectId = WEB) => ({
  id,
  projectId,
  name,
  displayOrder: id,
});

export const inWeb = (label: string, id: number): ProjectValue => ({ label, byProject: { [WEB]: id } });
export const inBoth = (label: string, web: number, ops: number): ProjectValue => ({
  label,
  byProject: { [WEB]: web, [OPS]: ops },
});

/** Plan input for a few issues; every issue counts as readable and writable. */
export function inputOf(issues: BacklogIssue[], changes: Change[], more: Partial<PlanInput> = {}): PlanInput {
  return { issues, changes, reference, parents: new Map(), missingIds: [], actorCanWrite: true, ...more };
}
