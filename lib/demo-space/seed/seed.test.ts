import { describe, expect, test } from 'vitest';
import type { IssueRow } from '../rows';
import type { SpaceState } from '../state';
import { addDays } from './dates';
import { buildSeed, type SeedName } from './index';

const today = '2026-11-22';
const standard = buildSeed('standard', { today, spaceName: 'hoshikawa' });

function userId(state: SpaceState, name: string): number {
  return state.users.all().find((user) => user.userId === name)?.id ?? 0;
}

function openOf(state: SpaceState, name: string): IssueRow[] {
  const id = userId(state, name);
  return state.issues.all().filter((issue) => issue.assigneeId === id && issue.statusId !== 4);
}

function countByStatus(issues: readonly IssueRow[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const issue of issues) counts[issue.statusId] = (counts[issue.statusId] ?? 0) + 1;
  return counts;
}

function inMilestone(state: SpaceState, name: string): IssueRow[] {
  const milestone = state.versions.all().find((version) => version.name === name);
  return state.issues
    .all()
    .filter((issue) => milestone !== undefined && issue.milestoneIds.includes(milestone.id));
}

function hours(issues: readonly IssueRow[]): number {
  return issues.reduce((sum, issue) => sum + (issue.estimatedHours ?? 0), 0);
}

describe.each<[SeedName, string]>([
  ['standard', '2026-11-22'],
  ['standard', '2026-11-20'],
  ['standard', '2027-01-01'],
  ['standard', '2028-02-29'],
  ['large', '2026-11-26'],
])("%s on %s: the leaver's work", (name, day) => {
  const state = buildSeed(name, { today: day, spaceName: 'hoshikawa' });
  const held = openOf(state, 'sato');

  test('is 41 open issues: 12 未対応, 20 処理中, 9 処理済み', () => {
    expect(countByStatus(held)).toEqual({ 1: 12, 2: 20, 3: 9 });
  });

  test('is 6 overdue, 118 h and three projects', () => {
    const keys = new Set(held.map((issue) => state.projects.get(issue.projectId)?.projectKey));
    expect(held.filter((issue) => issue.dueDate !== null && issue.dueDate < day)).toHaveLength(6);
    expect(hours(held)).toBe(118);
    expect([...keys].sort()).toEqual(['APP', 'OPS', 'WEB']);
  });

  test('can all go to 鈴木 without a warning', () => {
    const successor = userId(state, 'suzuki');
    const archived = new Set(
      state.versions
        .all()
        .filter((row) => row.archived)
        .map((row) => row.id),
    );
    for (const issue of held) {
      const parent = issue.parentIssueId === null ? undefined : state.issues.get(issue.parentIssueId);
      expect(state.projects.get(issue.projectId)?.memberIds).toContain(successor);
      expect(parent?.statusId).not.toBe(4);
      expect(issue.milestoneIds.some((id) => archived.has(id))).toBe(false);
      expect(issue.startDate !== null && issue.dueDate !== null && issue.startDate > issue.dueDate).toBe(
        false,
      );
    }
    expect(held.filter((issue) => issue.parentIssueId !== null)).toHaveLength(7);
  });

  test('is joined by 15 open issues she registered for others', () => {
    const id = userId(state, 'sato');
    const registered = state.issues
      .all()
      .filter((issue) => issue.createdUserId === id && issue.statusId !== 4);
    expect(registered).toHaveLength(15);
    expect(registered.every((issue) => issue.assigneeId !== id)).toBe(true);
  });

  test('Sprint 24 has 完了 18, 処理済み 5, 処理中 6, 未対応 4 and ended within the week', () => {
    const sprint = inMilestone(state, 'Sprint 24');
    const row = state.versions.all().find((version) => version.name === 'Sprint 24');
    expect(countByStatus(sprint)).toEqual({ 1: 4, 2: 6, 3: 5, 4: 18 });
    expect(row?.archived).toBe(false);
    expect((row?.releaseDueDate ?? '') < day && (row?.releaseDueDate ?? '') >= addDays(day, -7)).toBe(true);
    expect(inMilestone(state, 'Sprint 25')).toHaveLength(0);
  });
});

describe('Sprint 24', () => {
  const sprint = inMilestone(standard, 'Sprint 24');

  test('shares issues, done and unfinished, with リリース 3.0', () => {
    const shared = sprint.filter((issue) => issue.milestoneIds.length === 2);
    expect(shared.some((issue) => issue.statusId === 4)).toBe(true);
    expect(shared.some((issue) => issue.statusId !== 4)).toBe(true);
  });

  test('follows three closed, archived sprints of 78 h on average', () => {
    const before = ['Sprint 21', 'Sprint 22', 'Sprint 23'].map((name) => inMilestone(standard, name));
    expect(before.every((issues) => issues.every((issue) => issue.statusId === 4))).toBe(true);
    expect(before.reduce((sum, issues) => sum + hours(issues), 0) / 3).toBe(78);
    expect(hours(sprint.filter((issue) => issue.statusId < 3))).toBe(96);
  });

  test('has two resolved parents with an unfinished child, and issues carried over more than once', () => {
    const parents = sprint.filter((issue) => issue.statusId === 3 && standard.hasChildren(issue.id));
    const moves = sprint.map((issue) =>
      standard.comments
        .in(issue.id)
        .filter(({ changeLog }) => changeLog.some(({ field }) => field === 'milestone')),
    );
    expect(parents).toHaveLength(2);
    expect(moves.filter((comments) => comments.length >= 2)).toHaveLength(3);
  });
});

describe('a seed', () => {
  test('is the same every time, ids included, and differs by day', () => {
    const dump = (day: string): string => {
      const state = buildSeed('standard', { today: day, spaceName: 'hoshikawa' });
      return JSON.stringify([
        state.issues.all(),
        state.comments.all(),
        state.wikis.all(),
        [...state.documents],
      ]);
    };
    expect(dump(today)).toBe(dump(today));
    expect(dump(today)).not.toBe(dump('2026-11-23'));
  });

  test('has the promised size', () => {
    expect(standard.issues.size).toBe(2500);
    expect(standard.projects.size).toBe(4);
    expect(buildSeed('small', { today, spaceName: 'hoshikawa' }).issues.size).toBe(60);
    expect(buildSeed('small', { today, spaceName: 'hoshikawa' }).projects.size).toBe(2);
  });

  test('writes nothing later than the day before', () => {
    const midnight = Date.parse(`${today}T00:00:00+09:00`);
    const last = Math.max(...standard.issues.all().map((issue) => issue.updated));
    expect(last).toBeLessThan(midnight);
  });

  test('numbers issues, comments and keys in the order of time, and never updates before creation', () => {
    const issues = standard.issues.all();
    const comments = standard.comments.all();
    expect(issues.every((issue, index) => issue.created >= (issues[index - 1]?.created ?? 0))).toBe(true);
    expect(comments.every((row, index) => row.created >= (comments[index - 1]?.created ?? 0))).toBe(true);
    expect(issues.every((issue) => issue.updated >= issue.created)).toBe(true);
  });

  test('refers only to what exists in the same project', () => {
    for (const issue of standard.issues.all()) {
      const project = standard.projects.get(issue.projectId);
      const parent = issue.parentIssueId === null ? undefined : standard.issues.get(issue.parentIssueId);
      expect(standard.status(issue.projectId, issue.statusId)).toBeDefined();
      expect(standard.issueTypes.get(issue.issueTypeId)?.projectId).toBe(issue.projectId);
      expect(issue.assigneeId === null || project?.memberIds.includes(issue.assigneeId)).toBe(true);
      expect(parent === undefined || parent.projectId === issue.projectId).toBe(true);
      for (const id of [...issue.milestoneIds, ...issue.versionIds]) {
        expect(standard.versions.get(id)?.projectId).toBe(issue.projectId);
      }
      for (const id of issue.categoryIds)
        expect(standard.categories.get(id)?.projectId).toBe(issue.projectId);
      expect(issue.summary.length >= 1 && issue.summary.length <= 255).toBe(true);
      expect(issue.description.length).toBeLessThanOrEqual(100_000);
    }
  });

  test('repeats at most a fifth of its subjects, even at 12,000 issues', () => {
    const { issues } = buildSeed('large', { today, spaceName: 'hoshikawa' });
    const subjects = new Set(issues.all().map((issue) => issue.summary));
    expect(issues.size).toBe(12_000);
    expect(subjects.size / issues.size).toBeGreaterThanOrEqual(0.8);
  });
});

describe('the people', () => {
  test('are twelve: administrator, leaver, one guest, one who reads English, with the documented keys', () => {
    const byKey = (key: string) => standard.userByApiKey(key);
    expect(standard.users.size).toBe(12);
    expect(byKey('demo-admin-key')).toMatchObject({ userId: 'takahashi', name: '高橋 彩', roleType: 1 });
    expect(byKey('demo-member-key')).toMatchObject({ userId: 'sato', name: '佐藤 美咲', roleType: 2 });
    expect(byKey('demo-guest-key')?.roleType).toBe(5);
    expect(byKey('demo-suzuki-key')?.name).toBe('鈴木 健太');
    expect(standard.users.all().filter((user) => user.roleType >= 5)).toHaveLength(1);
    expect(standard.users.all().filter((user) => user.lang === 'en')).toHaveLength(1);
    expect(new Set(standard.users.all().map((user) => user.roleType))).toEqual(new Set([1, 2, 3, 4, 5]));
  });

  test('do not all share every project: 伊藤 and 山本 are not in WEB', () => {
    const members = standard.projectByKey('WEB')?.memberIds ?? [];
    expect(members).not.toContain(userId(standard, 'ito'));
    expect(members).not.toContain(userId(standard, 'yamamoto'));
    expect(members).toContain(userId(standard, 'suzuki'));
  });
});

describe('the variety', () => {
  const web = standard.projectByKey('WEB')?.id ?? 0;

  test('has all eight kinds of custom field, a required one and a type-restricted one', () => {
    const fields = standard.customFields.in(web);
    expect(new Set(fields.map((field) => field.typeId)).size).toBe(8);
    expect(fields.filter((field) => field.required)).toHaveLength(1);
    expect(fields.filter((field) => field.applicableIssueTypes.length > 0)).toHaveLength(1);
  });

  test('has custom statuses that differ per project', () => {
    const custom = standard.projects.all().map((project) =>
      standard
        .statusesOf(project.id)
        .filter((status) => status.id > 4)
        .map((status) => status.name),
    );
    expect(custom).toEqual([['レビュー待ち', '顧客確認中'], ['レビュー待ち'], ['保留'], ['回答待ち']]);
  });

  test('has what breaks naive code', () => {
    const issues = standard.issues.all();
    const closedParent = issues.filter(
      (issue) =>
        issue.statusId !== 4 &&
        issue.parentIssueId !== null &&
        standard.issues.get(issue.parentIssueId)?.statusId === 4,
    );
    const archived = issues.filter(
      (issue) => issue.statusId !== 4 && issue.milestoneIds.some((id) => standard.versions.get(id)?.archived),
    );
    expect(issues.some((issue) => issue.summary === '=1+1')).toBe(true);
    expect(issues.some((issue) => issue.summary.length === 255)).toBe(true);
    expect(issues.some((issue) => issue.description.length === 100_000)).toBe(true);
    expect(issues.some((issue) => issue.description === '')).toBe(true);
    expect(issues.some((issue) => /[ｱ-ﾝ]/.test(issue.summary))).toBe(true);
    expect(
      issues.some(
        (issue) => issue.startDate !== null && issue.dueDate !== null && issue.startDate > issue.dueDate,
      ),
    ).toBe(true);
    expect(issues.some((issue) => issue.assigneeId === null)).toBe(true);
    expect(issues.some((issue) => issue.statusId === 4 && issue.resolutionId === null)).toBe(true);
    expect(closedParent.length).toBeGreaterThan(0);
    expect(archived.length).toBeGreaterThan(0);
  });
});

test('mikazuki is another space where some people have the same keys', () => {
  const state = buildSeed('standard', { today, spaceName: 'mikazuki' });
  expect(state.projects.all().map((project) => project.projectKey)).toEqual(['SHOP', 'BLOG']);
  expect(state.userByApiKey('demo-admin-key')?.name).toBe('高橋 彩');
  expect(state.space.spaceKey).toBe('mikazuki');
  expect(state.issues.size).toBe(320);
});
