import { describe, expect, it } from 'vitest';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { Change } from './changes';
import { BUG, customOn, target, webField } from './custom-fixtures';
import type { RowFix } from './plan';
import type { PlanInput } from './plan-bulk-update';
import { planBulkUpdate } from './plan-bulk-update';
import { inputOf, inWeb, issueType, issueWith, milestone, WEB } from './plan-fixtures';

const due: Change = { field: 'dueDate', verb: 'set', to: '2026-11-27' };
const on = (to: string): Change => ({ field: 'dueDate', verb: 'set', to });
const high: Change = { field: 'priority', verb: 'set', to: { id: 2, label: '高' } };
const tell = (...ids: number[]): Change => ({
  field: 'notify',
  verb: 'add',
  people: ids.map((id) => ({ id, label: `人${id}` })),
});
const lint = { holidays: new Set<string>() };
const parent = { projectId: WEB, parentIssueId: null };
const parents = new Map([
  [9001, { ...parent, issueKey: 'WEB-1', closed: true }],
  [9002, { ...parent, issueKey: 'WEB-2', closed: false }],
]);

const fixed = (change: Change): RowFix[] => [{ issueId: 1001, changes: [change] }];

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
    [
      {
        code: 'DUE_BEFORE_START',
        values: { due: '2026-11-27', start: '2026-12-01' },
        fix: fixed({ field: 'startDate', verb: 'set', to: '2026-11-27' }),
      },
    ],
  ],
  [
    'the start date comes after the due date it leaves in place',
    { dueDate: '2026-11-20T00:00:00Z' },
    [{ field: 'startDate', verb: 'set', to: '2026-11-21' }],
    {},
    [
      {
        code: 'DUE_BEFORE_START',
        values: { due: '2026-11-20', start: '2026-11-21' },
        fix: fixed({ field: 'startDate', verb: 'set', to: '2026-11-20' }),
      },
    ],
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
    [{ code: 'MILESTONE_ARCHIVED', values: { milestone: 'Sprint 23', milestoneId: '21' } }],
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
  [
    'the due date becomes a Saturday',
    {},
    [on('2026-11-28')],
    { lint },
    [
      {
        code: 'DUE_ON_DAY_OFF',
        values: { due: '2026-11-28', to: '2026-11-30' },
        fix: fixed(on('2026-11-30')),
      },
    ],
  ],
  [
    'the due date becomes a holiday, and the day after is a Sunday',
    {},
    [on('2026-12-25')],
    { lint: { holidays: new Set(['2026-12-25', '2026-12-28']) } },
    [
      {
        code: 'DUE_ON_DAY_OFF',
        values: { due: '2026-12-25', to: '2026-12-29' },
        fix: fixed(on('2026-12-29')),
      },
    ],
  ],
  [
    'a due date on a Saturday that stays is nobody’s doing',
    { dueDate: '2026-11-28T00:00:00Z' },
    [high],
    { lint },
    [],
  ],
  [
    'somebody else changed the issue within the hour',
    {},
    [high],
    { lint: { now: '2026-11-20T06:32:59Z', actorId: 101 } },
    [{ code: 'TOUCHED_RECENTLY', values: { at: '2026-11-20T05:33:00Z', by: '田中 直樹' } }],
  ],
  ['an edit is an hour old', {}, [high], { lint: { now: '2026-11-20T06:33:00Z', actorId: 101 } }, []],
  [
    'their own edits surprise nobody',
    {},
    [high],
    { lint: { now: '2026-11-20T05:34:00Z', actorId: 102 } },
    [],
  ],
  [
    'a clock ahead of ours makes an edit no less recent',
    { updated: '2026-11-20T05:36:00Z' },
    [high],
    { lint: { now: '2026-11-20T05:34:00Z', actorId: 101 } },
    [{ code: 'TOUCHED_RECENTLY', values: { at: '2026-11-20T05:36:00Z', by: '田中 直樹' } }],
  ],
  [
    'somebody whom Backlog no longer knows changed it',
    { updatedUser: null },
    [high],
    { lint: { now: '2026-11-20T05:34:00Z', actorId: 101 } },
    [{ code: 'TOUCHED_RECENTLY', values: { at: '2026-11-20T05:33:00Z', by: '' } }],
  ],
  [
    'they have just created it themselves',
    { updatedUser: null, created: '2026-11-20T05:33:00Z' },
    [high],
    { lint: { now: '2026-11-20T05:34:00Z', actorId: 101 } },
    [],
  ],
  [
    'one edit is said once, where the person saw the issue before',
    {},
    [high],
    {
      seen: new Map([[1001, '2026-11-20T05:32:59Z']]),
      lint: { now: '2026-11-20T05:34:00Z', actorId: 101 },
    },
    [{ code: 'CHANGED_SINCE_READ', values: { at: '2026-11-20T05:33:00Z', by: '田中 直樹' } }],
  ],
  [
    'somebody who is told is no member',
    {},
    [high, tell(103, 102)],
    {},
    [
      {
        code: 'NOTIFIED_NOT_MEMBER',
        values: { people: '人103', project: 'WEB' },
        fix: fixed(tell(102)),
      },
    ],
  ],
  [
    'nobody who is told is a member',
    {},
    [high, tell(103)],
    {},
    [{ code: 'NOTIFIED_NOT_MEMBER', values: { people: '人103', project: 'WEB' }, fix: fixed(tell()) }],
  ],
  [
    'a required field is empty',
    { issueType: issueType(BUG, 'バグ'), customFields: [customOn(webField(8), null)] },
    [high],
    {},
    [{ code: 'REQUIRED_FIELD_EMPTY', values: { field: '属性8', fieldId: '708' } }],
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

  const curable = cases.filter(([, , , , warnings]) => warnings.some((one) => 'fix' in one));
  it.each(curable)('and the fix puts it right: %s', (_name, fields, changes, more) => {
    const input = inputOf([issueWith(fields)], changes, more);
    const fixes = planBulkUpdate(input).flatMap(({ warnings }) => warnings.flatMap(({ fix = [] }) => fix));
    const fixed = planBulkUpdate({
      ...input,
      fixes: new Map(fixes.map((one) => [one.issueId, one.changes])),
    });
    expect(fixed).toMatchObject([{ pile: 'change', included: true, warnings: [] }]);
  });
});

it('an update of an issue with an empty required field is put right by a value for it', () => {
  const issue = issueWith({
    issueType: issueType(BUG, 'バグ'),
    customFields: [customOn(webField(8), null)],
  });
  const choose: Change = { field: 'custom', target: target(8), verb: 'set', to: inWeb('選択2', 2) };
  const fixes = new Map([[issue.id, [choose]]]);
  expect(planBulkUpdate(inputOf([issue], [high], { fixes }))).toMatchObject([
    { pile: 'change', warnings: [], params: { priorityId: 2, customField_708: 2 } },
  ]);
});

it('rows to which nothing happens carry no warning', () => {
  const issue = issueWith({ parentIssueId: 9001, dueDate: '2026-11-27T00:00:00Z' });
  expect(planBulkUpdate(inputOf([issue], [due], { parents }))).toMatchObject([
    { pile: 'unchanged', warnings: [] },
  ]);
});
