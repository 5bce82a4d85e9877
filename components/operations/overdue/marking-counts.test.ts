import { expect, it } from 'vitest';
import type { Pile, PlanItem } from '@/lib/bulk/plan';
import { rowWith } from '@/lib/columns/column-fixtures';
import { markingCounts, shares, writesByField } from './marking-counts';
import type { MarkedIssue } from './use-marking';

function issue(
  id: number,
  pile: Pile,
  more: Partial<Pick<PlanItem, 'diffs' | 'params'>> = {},
  out = false,
): MarkedIssue {
  return {
    days: 1,
    out,
    item: {
      issueId: id,
      issueKey: `WEB-${id}`,
      projectId: 1,
      summary: '件名',
      pile,
      included: pile === 'change',
      diffs: [],
      params: {},
      warnings: [],
      blocks: [],
      issueUpdated: '',
      ...more,
    },
    row: rowWith({ id, ...(id % 2 === 0 ? { assigneeId: null, assigneeName: null } : {}) }),
  };
}

const due = { field: 'dueDate' as const, before: '2026-11-19', after: '2026-11-24' };
const meant = [
  issue(1, 'change', { diffs: [due], params: { dueDate: '2026-11-24', comment: 'a' } }),
  issue(2, 'unchanged'),
  issue(3, 'needsReview', { diffs: [due], params: { dueDate: '2026-11-24' } }),
  issue(4, 'blocked'),
  issue(5, 'change', { diffs: [due], params: { dueDate: '2026-11-24' } }, true),
];
const taken = meant.filter(({ out }) => !out);

it('the figures add up to all issues that are meant', () => {
  const { total, ...parts } = markingCounts(meant);
  expect(parts).toEqual({ change: 1, unchanged: 1, needsReview: 1, blocked: 1, out: 1 });
  expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(total);
});

it('what is written is counted by field; what waits for a person is not', () => {
  expect([...writesByField(taken)]).toEqual([
    ['dueDate', 1],
    ['comment', 1],
  ]);
});

it('the ticked issues are shared out by person, with what would change of each', () => {
  expect(shares(taken, ({ row }) => ({ id: row.assigneeId, label: row.assigneeName ?? '' }))).toEqual([
    { id: null, label: '', taken: 2, changing: 0 },
    { id: 101, label: '高橋 彩', taken: 2, changing: 2 },
  ]);
});
