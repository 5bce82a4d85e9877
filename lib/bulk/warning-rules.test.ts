import { describe, expect, it } from 'vitest';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { Change } from './changes';
import type { PlanInput } from './plan-bulk-update';
import { planBulkUpdate } from './plan-bulk-update';
import { inputOf, inWeb, issueWith, milestone, WEB } from './plan-fixtures';

const due: Change = { field: 'dueDate', verb: 'set', to: '2026-11-27' };
const parent = { projectId: WEB, parentIssueId: null };
const parents = new Map([
  [9001, { ...parent, issueKey: 'WEB-1', closed: true }],
  [9002, { ...parent, issueKey: 'WEB-2', closed: false }],
]);

type Case = [string, Partial<BacklogIssue>, Change[], Partial<PlanInput>, object[]];
const cases: Case[] = [
  [
    'the parent is closed',
    { parentIssueId: 9001 },
    [due],
    { parents },
    [{ code: 'PARENT_CLOSED', values: { parent: 'WEB-1' } }],
  ],
  ['an open parent is nothing to look at', { parentIssueId: 9002 }, [due], { parents }, []],
  ['nor is one that could not be read', { parentIssueId: 9009 }, [due], { parents }, []],
  [
    'the parent to be is closed',
    {},
    [{ field: 'parent', verb: 'set', to: { id: 9001, label: 'WEB-1' } }],
    { parents },
    [{ code: 'PARENT_CLOSED', values: { parent: 'WEB-1' } }],
  ],
  [
    'a closed parent that the issue leaves is nothing to look at',
    { parentIssueId: 9001 },
    [{ field: 'parent', verb: 'clear' }],
    { parents },
    [],
  ],
  [
    'the due date comes before the start date it leaves in place',
    { startDate: '2026-12-01T00:00:00Z' },
    [due],
    {},
    [{ code: 'DUE_BEFORE_START', values: { due: '2026-11-27', start: '2026-12-01' } }],
  ],
  [
    'the start date comes after the due date it leaves in place',
    { dueDate: '2026-11-20T00:00:00Z' },
    [{ field: 'startDate', verb: 'set', to: '2026-11-21' }],
    {},
    [{ code: 'DUE_BEFORE_START', values: { due: '2026-11-20', start: '2026-11-21' } }],
  ],
  [
    'both move together',
    { startDate: '2026-12-01T00:00:00Z' },
    [due, { field: 'startDate', verb: 'set', to: '2026-11-27' }],
    {},
    [],
  ],
  [
    'dates that are not touched are not judged',
    { startDate: '2026-12-01T00:00:00Z', dueDate: '2026-11-01T00:00:00Z' },
    [{ field: 'priority', verb: 'set', to: { id: 2, label: '高' } }],
    {},
    [],
  ],
  [
    'the milestone is archived',
    {},
    [{ field: 'milestone', verb: 'add', values: [inWeb('Sprint 23', 21)] }],
    {},
    [{ code: 'MILESTONE_ARCHIVED', values: { milestone: 'Sprint 23' } }],
  ],
  [
    'an archived milestone that is merely kept',
    { milestone: [milestone(21, 'Sprint 23')] },
    [{ field: 'milestone', verb: 'add', values: [inWeb('Sprint 24', 22)] }],
    {},
    [],
  ],
  [
    'the new assignee is not a member',
    {},
    [{ field: 'assignee', verb: 'set', to: { id: 103, label: '鈴木 健太' } }],
    {},
    [{ code: 'ASSIGNEE_NOT_MEMBER', values: { assignee: '鈴木 健太', project: 'WEB' } }],
  ],
  ['taking the assignee away needs no member', {}, [{ field: 'assignee', verb: 'clear' }], {}, []],
  [
    'the issue changed after the person saw it',
    { updated: '2026-11-20T05:33:00Z' },
    [due],
    { seen: new Map([[1001, '2026-11-20T05:32:59Z']]) },
    [{ code: 'CHANGED_SINCE_READ', values: { at: '2026-11-20T05:33:00Z', by: '田中 直樹' } }],
  ],
  [
    'the issue is as the person saw it',
    { updated: '2026-11-20T05:33:00Z' },
    [due],
    { seen: new Map([[1001, '2026-11-20T05:33:00Z']]) },
    [],
  ],
];

describe('a row is left out until a person includes it when', () => {
  it.each(cases)('%s', (_name, fields, changes, more, warnings) => {
    const [item] = planBulkUpdate(inputOf([issueWith(fields)], changes, more));
    expect(item?.warnings).toEqual(warnings);
    const calm = warnings.length === 0;
    expect(item).toMatchObject({ pile: calm ? 'change' : 'needsReview', included: calm });
    expect(item?.params).not.toEqual({});
  });
});

it('rows to which nothing happens carry no warning', () => {
  const issue = issueWith({ parentIssueId: 9001, dueDate: '2026-11-27T00:00:00Z' });
  expect(planBulkUpdate(inputOf([issue], [due], { parents }))).toMatchObject([
    { pile: 'unchanged', warnings: [] },
  ]);
});
