import { describe, expect, test } from 'vitest';
import {
  carryOverCount,
  type HistoryEvent,
  historyEvents,
  milestonesNamed,
  pastOf,
  statusNamed,
} from './milestone-history';

const milestones = [
  { id: 1, name: 'Sprint 2', dueDate: '2026-10-23' },
  { id: 2, name: 'Sprint 23', dueDate: '2026-11-06' },
  { id: 3, name: 'Sprint 24', dueDate: '2026-11-20' },
  { id: 4, name: 'リリース 3.0', dueDate: '2026-12-25' },
  { id: 5, name: '画像, 動画', dueDate: null },
  { id: 6, name: '画像', dueDate: null },
];
const statuses = [
  { id: 1, name: '未対応' },
  { id: 11, name: 'レビュー待ち' },
  { id: 4, name: '完了' },
];

describe('names in a change log', () => {
  test.each([
    ['Sprint 24', [3]],
    ['Sprint 24, リリース 3.0', [3, 4]],
    ['Sprint 24,リリース 3.0', [3, 4]],
    ['画像, 動画, Sprint 23', [5, 2]],
    ['画像, Sprint 23', [6, 2]],
    ['Sprint 23, 画像, 動画', [2, 5]],
    // One that was renamed or deleted since.
    ['スプリント24, Sprint 23', [2]],
    ['スプリント24', []],
    ['', []],
    [null, []],
  ])('%s', (text, ids) => {
    expect(milestonesNamed(text, milestones)).toEqual(ids);
  });

  test('a name that begins another one is not mistaken for it', () => {
    expect(milestonesNamed('Sprint 23', milestones)).toEqual([2]);
  });

  test.each([
    ['完了', 4],
    ['Closed', 4],
    ['In Progress', 2],
    ['レビュー待ち', 11],
    ['消えた状態', null],
    [null, null],
  ])('status %s', (text, id) => {
    expect(statusNamed(text, statuses)).toBe(id);
  });
});

test('comments become events in the order of time; other fields and texts are passed over', () => {
  const changed = (field: string, from: string | null, to: string | null) => ({
    field,
    originalValue: from,
    newValue: to,
  });
  expect(
    historyEvents([
      { id: 2, created: '2026-11-10T01:00:00Z', changeLog: [changed('status', '未対応', '処理中')] },
      {
        id: 1,
        created: '2026-11-09T01:00:00Z',
        changeLog: [changed('milestone', null, 'Sprint 24'), changed('limitDate', null, '2026/11/20')],
      },
      { id: 3, created: '2026-11-11T01:00:00Z', changeLog: null },
      { id: 4, created: '2026-11-12T01:00:00Z', changeLog: [] },
    ]),
  ).toEqual([
    { at: '2026-11-09T01:00:00Z', field: 'milestone', from: null, to: 'Sprint 24' },
    { at: '2026-11-10T01:00:00Z', field: 'status', from: '未対応', to: '処理中' },
  ]);
});

const event = (at: string, field: HistoryEvent['field'], from: string | null, to: string | null) => ({
  at,
  field,
  from,
  to,
});

describe('the past of an issue', () => {
  const issue = { created: '2026-11-01T00:00:00Z', statusId: 4, milestoneIds: [3, 4], estimatedHours: 8 };
  const names = { milestones, statuses, timezone: 'Asia/Tokyo' };
  const events = [
    event('2026-11-06T09:00:00Z', 'milestone', 'Sprint 23', 'Sprint 24, リリース 3.0'),
    event('2026-11-10T09:00:00Z', 'estimatedHours', '', '5'),
    event('2026-11-12T09:00:00Z', 'status', '未対応', 'レビュー待ち'),
    event('2026-11-12T10:00:00Z', 'estimatedHours', '5', '8'),
    // 23:30 of the 18th in Tokyo, 00:30 of the 19th there.
    event('2026-11-18T14:30:00Z', 'status', 'レビュー待ち', '完了'),
  ];
  const past = pastOf(issue, events, names);

  test.each([
    ['2026-10-31', null],
    ['2026-11-01', { statusId: 1, milestoneIds: [2], estimatedHours: null }],
    ['2026-11-06', { statusId: 1, milestoneIds: [3, 4], estimatedHours: null }],
    ['2026-11-11', { statusId: 1, milestoneIds: [3, 4], estimatedHours: 5 }],
    ['2026-11-12', { statusId: 11, milestoneIds: [3, 4], estimatedHours: 8 }],
    ['2026-11-17', { statusId: 11, milestoneIds: [3, 4], estimatedHours: 8 }],
    ['2026-11-18', { statusId: 4, milestoneIds: [3, 4], estimatedHours: 8 }],
  ])('%s', (day, expected) => {
    expect(past(day)).toEqual(expected);
  });

  test('a day ends where the space is', () => {
    const auckland = pastOf(issue, events, { ...names, timezone: 'Pacific/Auckland' });
    expect(auckland('2026-11-18')?.statusId).toBe(11);
    expect(auckland('2026-11-19')?.statusId).toBe(4);
  });

  test('without events it was always as it is', () => {
    expect(pastOf(issue, [], names)('2026-11-02')).toEqual({
      statusId: 4,
      milestoneIds: [3, 4],
      estimatedHours: 8,
    });
  });
});

describe('carried over', () => {
  const moved = (day: string, from: string | null, to: string | null) =>
    event(`${day}T03:00:00Z`, 'milestone', from, to);
  test.each<[string, HistoryEvent[], number]>([
    ['on the last day', [moved('2026-11-06', 'Sprint 23', 'Sprint 24')], 1],
    ['later', [moved('2026-11-30', 'Sprint 24', 'リリース 3.0')], 1],
    [
      'twice',
      [moved('2026-10-23', 'Sprint 2', 'Sprint 23'), moved('2026-11-06', 'Sprint 23', 'Sprint 24')],
      2,
    ],
    [
      'beside another milestone',
      [moved('2026-11-07', 'Sprint 23, リリース 3.0', 'Sprint 24, リリース 3.0')],
      1,
    ],
    [
      'once where it was undone and done again, also after the next one had ended',
      [
        moved('2026-11-06', 'Sprint 23', 'Sprint 24'),
        moved('2026-11-21', 'Sprint 24', 'Sprint 23'),
        moved('2026-11-21', 'Sprint 23', 'Sprint 24'),
      ],
      1,
    ],
    ['not back into an earlier one', [moved('2026-11-21', 'Sprint 24', 'Sprint 23')], 0],
    ['into one without an end', [moved('2026-11-06', 'Sprint 23', '画像')], 1],
    ['not before it had ended', [moved('2026-11-05', 'Sprint 23', 'Sprint 24')], 0],
    ['not into none', [moved('2026-11-07', 'Sprint 23', null)], 0],
    ['not out of none', [moved('2026-11-07', null, 'Sprint 24')], 0],
    ['not where the milestone stays', [moved('2026-11-07', 'Sprint 23', 'Sprint 23, Sprint 24')], 0],
    ['not from one without an end', [moved('2026-11-07', '画像', 'Sprint 24')], 0],
    ['not by a status', [event('2026-11-07T00:00:00Z', 'status', 'Sprint 23', 'Sprint 24')], 0],
  ])('%s', (_name, events, count) => {
    expect(carryOverCount(events, milestones, 'Asia/Tokyo')).toBe(count);
  });
});
