import { describe, expect, it } from 'vitest';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { Change } from './changes';
import { planBulkUpdate } from './plan-bulk-update';
import { category, inputOf, inWeb, issueWith, milestone, status, user } from './plan-fixtures';

function planOne(issue: BacklogIssue, changes: Change[], more = {}) {
  const [item] = planBulkUpdate(inputOf([issue], changes, more));
  if (item === undefined) throw new Error('no item');
  return item;
}

const s24 = milestone(22, 'Sprint 24');
const release = milestone(24, 'リリース 3.0');

describe('what each verb sends', () => {
  const cases: [string, Partial<BacklogIssue>, Change, object | 'unchanged'][] = [
    ['sets a status', {}, { field: 'status', verb: 'set', to: inWeb('処理中', 2) }, { statusId: 2 }],
    [
      'leaves an equal status alone',
      {},
      { field: 'status', verb: 'set', to: inWeb('未対応', 1) },
      'unchanged',
    ],
    [
      'swaps a status that is held',
      {},
      { field: 'status', verb: 'swap', from: inWeb('未対応', 1), to: inWeb('処理済み', 3) },
      { statusId: 3 },
    ],
    [
      'does not swap a status that is not held',
      { status: status(2, '処理中') },
      { field: 'status', verb: 'swap', from: inWeb('未対応', 1), to: inWeb('完了', 4) },
      'unchanged',
    ],
    [
      'sets resolution 0, which is a value',
      {},
      { field: 'resolution', verb: 'set', to: { id: 0, label: '対応済み' } },
      { resolutionId: 0 },
    ],
    [
      'swaps away from resolution 0',
      { resolution: { id: 0, name: '対応済み' } },
      { field: 'resolution', verb: 'swap', from: { id: 0, label: '対応済み' }, to: { id: 2, label: '無効' } },
      { resolutionId: 2 },
    ],
    [
      'an unset resolution is not resolution 0',
      {},
      { field: 'resolution', verb: 'swap', from: { id: 0, label: '対応済み' }, to: { id: 2, label: '無効' } },
      'unchanged',
    ],
    [
      'clears resolution 0',
      { resolution: { id: 0, name: '対応済み' } },
      { field: 'resolution', verb: 'clear' },
      { resolutionId: null },
    ],
    ['clears an assignee', {}, { field: 'assignee', verb: 'clear' }, { assigneeId: null }],
    [
      'clears nothing where nothing is set',
      { assignee: null },
      { field: 'assignee', verb: 'clear' },
      'unchanged',
    ],
    [
      'hands over only what the leaver holds',
      { assignee: user(102) },
      { field: 'assignee', verb: 'swap', from: { id: 101, label: '佐藤' }, to: { id: 102, label: '田中' } },
      'unchanged',
    ],
    [
      'sets a priority',
      {},
      { field: 'priority', verb: 'set', to: { id: 2, label: '高' } },
      { priorityId: 2 },
    ],
    [
      'sets a due date',
      { dueDate: '2026-11-20T00:00:00Z' },
      { field: 'dueDate', verb: 'set', to: '2026-11-27' },
      { dueDate: '2026-11-27' },
    ],
    [
      'knows that a stored date is the same day',
      { dueDate: '2026-11-27T00:00:00Z' },
      { field: 'dueDate', verb: 'set', to: '2026-11-27' },
      'unchanged',
    ],
    [
      'reads an old date record in the zone of the space',
      { dueDate: '2014-07-29T15:00:00Z' },
      { field: 'dueDate', verb: 'set', to: '2014-07-30' },
      'unchanged',
    ],
    [
      'clears a start date',
      { startDate: '2026-11-01T00:00:00Z' },
      { field: 'startDate', verb: 'clear' },
      { startDate: null },
    ],
    [
      'adds to a list and keeps the rest',
      { category: [category(31, '認証')] },
      { field: 'category', verb: 'add', values: [inWeb('メール', 32)] },
      { categoryId: [31, 32] },
    ],
    [
      'adds nothing that is there',
      { category: [category(31, '認証')] },
      { field: 'category', verb: 'add', values: [inWeb('認証', 31)] },
      'unchanged',
    ],
    [
      'removes from a list and keeps the rest',
      { milestone: [s24, release] },
      { field: 'milestone', verb: 'remove', values: [inWeb('Sprint 24', 22)] },
      { milestoneId: [24] },
    ],
    [
      'swaps in place and keeps the rest',
      { milestone: [s24, release] },
      { field: 'milestone', verb: 'swap', from: inWeb('Sprint 24', 22), to: inWeb('Sprint 25', 23) },
      { milestoneId: [23, 24] },
    ],
    [
      'swaps into a value that is already there',
      { milestone: [s24, release] },
      { field: 'milestone', verb: 'swap', from: inWeb('Sprint 24', 22), to: inWeb('リリース 3.0', 24) },
      { milestoneId: [24] },
    ],
    [
      'does not swap what is not held',
      { milestone: [release] },
      { field: 'milestone', verb: 'swap', from: inWeb('Sprint 24', 22), to: inWeb('Sprint 25', 23) },
      'unchanged',
    ],
    [
      'sets the whole list',
      { milestone: [s24, release] },
      { field: 'milestone', verb: 'set', to: [inWeb('Sprint 25', 23)] },
      { milestoneId: [23] },
    ],
    [
      'a list is a set: another order is no difference',
      { milestone: [s24, release] },
      { field: 'milestone', verb: 'set', to: [inWeb('リリース 3.0', 24), inWeb('Sprint 24', 22)] },
      'unchanged',
    ],
    ['clears a list', { milestone: [s24] }, { field: 'milestone', verb: 'clear' }, { milestoneId: [] }],
    [
      'adds a version and leaves the milestones alone',
      { milestone: [s24], versions: [release] },
      { field: 'version', verb: 'add', values: [inWeb('Sprint 24', 22)] },
      { versionId: [24, 22] },
    ],
    [
      'sets hours',
      { estimatedHours: 8 },
      { field: 'estimatedHours', verb: 'set', to: 8.25 },
      { estimatedHours: 8.25 },
    ],
    ['sets 0 hours, which is a value', {}, { field: 'actualHours', verb: 'set', to: 0 }, { actualHours: 0 }],
    ['clears 0 hours', { actualHours: 0 }, { field: 'actualHours', verb: 'clear' }, { actualHours: null }],
    [
      'leaves equal hours alone',
      { estimatedHours: 1.5 },
      { field: 'estimatedHours', verb: 'set', to: 1.5 },
      'unchanged',
    ],
    [
      'swaps a type that is not held',
      {},
      { field: 'issueType', verb: 'swap', from: inWeb('バグ', 62), to: inWeb('タスク', 61) },
      'unchanged',
    ],
    [
      'sets a parent',
      {},
      { field: 'parent', verb: 'set', to: { id: 9, label: 'WEB-9' } },
      { parentIssueId: 9 },
    ],
    [
      'leaves the same parent alone',
      { parentIssueId: 9 },
      { field: 'parent', verb: 'set', to: { id: 9, label: 'WEB-9' } },
      'unchanged',
    ],
    [
      'takes a parent away',
      { parentIssueId: 9 },
      { field: 'parent', verb: 'clear' },
      { parentIssueId: null },
    ],
  ];

  it.each(cases)('%s', (_name, fields, change, expected) => {
    const item = planOne(issueWith(fields), [change]);
    expect(item.blocks).toEqual([]);
    if (expected === 'unchanged')
      expect(item).toMatchObject({ pile: 'unchanged', included: false, params: {} });
    else expect(item).toMatchObject({ pile: 'change', included: true, params: expected });
  });
});
