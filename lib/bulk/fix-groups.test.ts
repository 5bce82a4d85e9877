import { describe, expect, it } from 'vitest';
import type { Change } from './changes';
import { addFixes, groupFixes, takeBackFixes } from './fix-groups';
import type { RowFix } from './plan';

const fixed: Change = { field: 'resolution', verb: 'set', to: { id: 0, label: '対応済み' } };
const wontFix: Change = { field: 'resolution', verb: 'set', to: { id: 1, label: '対応しない' } };
const monday: Change = { field: 'dueDate', verb: 'set', to: '2026-11-30' };
const closed: Change = { field: 'status', verb: 'set', to: { label: '完了', byProject: { 1: 4 } } };
const inPlan = new Set([1, 2]);

it('fixes with the same changes travel together, whatever the order of their keys', () => {
  const same = JSON.parse('{"to":{"label":"対応済み","id":0},"verb":"set","field":"resolution"}');
  const fixes: RowFix[] = [
    { issueId: 1, changes: [fixed] },
    { issueId: 2, changes: [monday] },
    { issueId: 3, changes: [same] },
    { issueId: 4, changes: [fixed], adds: true },
  ];
  expect(groupFixes(fixes)).toEqual([
    { issueIds: [1, 3], changes: [fixed] },
    { issueIds: [2], changes: [monday] },
    { issueIds: [4], changes: [fixed], adds: true },
  ]);
});

describe('adding', () => {
  it('keeps what was there, and the later change of a field counts', () => {
    const known = addFixes([], [{ issueIds: [1, 2], changes: [fixed] }], inPlan);
    expect(addFixes(known, [{ issueIds: [1], changes: [wontFix, monday] }], inPlan)).toEqual([
      { issueId: 1, changes: [wontFix, monday] },
      { issueId: 2, changes: [fixed] },
    ]);
  });

  it('an issue that is none of the plan takes part because of its fix, and goes on doing so', () => {
    const known = addFixes([], [{ issueIds: [7], changes: [closed] }], inPlan);
    expect(known).toEqual([{ issueId: 7, changes: [closed], adds: true }]);
    const rows = new Set([...inPlan, 7]);
    expect(addFixes(known, [{ issueIds: [7], changes: [fixed] }], rows)).toEqual([
      { issueId: 7, changes: [closed, fixed], adds: true },
    ]);
  });
});

describe('taking back', () => {
  const known: RowFix[] = [
    { issueId: 1, changes: [fixed, monday] },
    { issueId: 7, changes: [closed, fixed], adds: true },
  ];

  it.each<[string, Parameters<typeof takeBackFixes>[1], RowFix[]]>([
    [
      'one field leaves the others',
      [{ issueIds: [1, 7], fields: ['resolution'] }],
      [
        { issueId: 1, changes: [monday] },
        { issueId: 7, changes: [closed], adds: true },
      ],
    ],
    ['everything', [{ issueIds: [7] }], [{ issueId: 1, changes: [fixed, monday] }]],
    [
      'the last field lets go of the issue',
      [{ issueIds: [1], fields: ['resolution'] }, { issueIds: [1], fields: ['dueDate'] }, { issueIds: [7] }],
      [],
    ],
    ['what was never fixed', [{ issueIds: [9] }, { issueIds: [1], fields: ['status'] }], known],
  ])('%s', (_name, removals, left) => {
    expect(takeBackFixes(known, removals)).toEqual(left);
  });
});
