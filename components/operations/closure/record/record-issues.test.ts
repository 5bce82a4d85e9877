import { expect, test } from 'vitest';
import type { RunItem } from '@/components/runs/run-data';
import type { FieldDiff } from '@/lib/bulk/plan';
import { recordIssues } from './record-issues';

const sprint24 = { id: 24, name: 'Sprint 24' };
const sprint25 = { id: 25, name: 'Sprint 25' };
const swap = (after: { id: number; name: string }[]): FieldDiff => ({
  field: 'milestone',
  before: [sprint24],
  after,
  merge: true,
  add: after,
  remove: [sprint24],
});
const closing: FieldDiff = {
  field: 'status',
  before: { id: 3, name: '処理済み' },
  after: { id: 4, name: '完了' },
};

const item = (position: number, changes: Partial<RunItem> = {}): RunItem => ({
  position,
  issueId: position,
  issueKey: `WEB-${position}`,
  summary: '',
  state: 'applied',
  attempt: 1,
  differs: [],
  reason: null,
  durationMs: null,
  endedAt: null,
  diffs: [swap([sprint25])],
  ...changes,
});

const milestone = { id: 24, label: 'Sprint 24' };
const positions = (list: readonly { position: number }[]) => list.map(({ position }) => position);

test('every issue that has ended stands in one list, steps and comments in none', () => {
  const lists = recordIssues(
    [
      item(1, { diffs: [closing] }),
      item(2),
      item(3, { diffs: [swap([])] }),
      item(4, { state: 'rejected' }),
      item(5, { state: 'planned' }),
      item(6, { diffs: [] }),
      item(7, { issueId: -1 }),
      item(8, { state: 'unchanged' }),
    ],
    { milestone, later: [] },
  );
  expect(positions(lists.close)).toEqual([1]);
  expect(positions(lists.next)).toEqual([2, 8]);
  expect(positions(lists.none)).toEqual([3]);
  expect(positions(lists.notDone)).toEqual([4]);
});

test('the latest run tells: done after all, closed instead, failed again, taken back, or under way', () => {
  const run = { runId: 'r2', planNumber: 7 };
  const later = [
    { issueId: 1, state: 'applied', goal: 'next', run },
    { issueId: 2, state: 'applied', goal: 'close', run },
    { issueId: 3, state: 'conflict', goal: 'next', run },
    { issueId: 4, state: 'undone', goal: 'next', run },
    { issueId: 5, state: 'planned', goal: 'next', run },
  ] as const;
  const failed = [1, 2, 3, 5].map((id) => item(id, { state: 'rejected' }));
  const lists = recordIssues([...failed, item(4), item(6)], { milestone, later: [...later] });
  expect(positions(lists.next)).toEqual([1, 6]);
  expect(positions(lists.close)).toEqual([2]);
  expect(lists.notDone).toMatchObject([{ position: 3, state: 'conflict', by: run }]);
  expect(positions(lists.undone)).toEqual([4]);
});
