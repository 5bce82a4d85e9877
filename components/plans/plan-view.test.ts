import { describe, expect, it } from 'vitest';
import { heldItem, planItem } from './plan-fixtures';
import { headBox, includedPerField, nextWarning, openingPile, rowsInView } from './plan-view';

const closed = { code: 'PARENT_CLOSED', values: { parent: 'WEB-9' } } as const;
const items = [
  planItem(1),
  heldItem(2, closed),
  planItem(3, { included: false, diffs: [{ field: 'dueDate', before: null, after: '2026-11-27' }] }),
  planItem(4, { pile: 'unchanged', included: false, diffs: [], params: {} }),
  planItem(5, { pile: 'blocked', included: false, diffs: [], params: {} }),
  heldItem(6, closed),
  planItem(7, { params: { assigneeId: 2, comment: '引き継ぎます' } }),
];
const ids = (rows: readonly { issueId: number }[]) => rows.map(({ issueId }) => issueId);

describe('rows of a view', () => {
  it('shows rows under a warning among the changes, in their places', () => {
    expect(ids(rowsInView(items, { pile: 'change', field: null }))).toEqual([1, 2, 3, 6, 7]);
  });

  it('shows exactly the pile otherwise', () => {
    expect(ids(rowsInView(items, { pile: 'needsReview', field: null }))).toEqual([2, 6]);
    expect(ids(rowsInView(items, { pile: 'blocked', field: null }))).toEqual([5]);
  });

  it('keeps only the rows that touch the field, the comment too', () => {
    expect(ids(rowsInView(items, { pile: 'change', field: 'dueDate' }))).toEqual([3]);
    expect(ids(rowsInView(items, { pile: 'change', field: 'comment' }))).toEqual([7]);
  });

  it('opens with the first pile that has something to look at', () => {
    expect(openingPile({ change: 3, unchanged: 5, needsReview: 1, blocked: 2 })).toBe('change');
    expect(openingPile({ change: 0, unchanged: 5, needsReview: 1, blocked: 2 })).toBe('needsReview');
    expect(openingPile({ change: 0, unchanged: 5, needsReview: 0, blocked: 2 })).toBe('blocked');
    expect(openingPile({ change: 0, unchanged: 5, needsReview: 0, blocked: 0 })).toBe('unchanged');
  });
});

it('counts per field only what will be written', () => {
  expect(includedPerField(items)).toEqual([
    { field: 'assignee', count: 2 },
    { field: 'comment', count: 1 },
  ]);
});

describe('next warning', () => {
  it('goes forward and back and round at the ends', () => {
    const rows = rowsInView(items, { pile: 'change', field: null });
    expect(nextWarning(rows, -1, 1)).toBe(1);
    expect(nextWarning(rows, 1, 1)).toBe(3);
    expect(nextWarning(rows, 3, 1)).toBe(1);
    expect(nextWarning(rows, 1, -1)).toBe(3);
  });

  it('finds nothing among calm rows', () => {
    expect(nextWarning([planItem(1)], -1, 1)).toBeNull();
  });
});

describe('box in the head', () => {
  it('takes in plain changes only, never a warning unseen', () => {
    const rows = rowsInView(items, { pile: 'change', field: null });
    expect(headBox(rows, 'change')).toEqual({ checked: 'indeterminate', ids: [1, 3, 7] });
  });

  it('takes in warnings where only warnings are shown', () => {
    const rows = rowsInView(items, { pile: 'needsReview', field: null });
    expect(headBox(rows, 'needsReview')).toEqual({ checked: false, ids: [2, 6] });
  });

  it('has nothing to tick among rows that cannot be included', () => {
    expect(headBox(rowsInView(items, { pile: 'unchanged', field: null }), 'unchanged').ids).toEqual([]);
  });
});
