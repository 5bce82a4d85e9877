import { expect, test } from 'vitest';
import { columnLayout, fullDayFields } from './diff-columns';
import { planItem } from './plan-fixtures';

const due = (before: string | null, after: string | null) =>
  planItem(1, { diffs: [{ field: 'dueDate', before, after }] });

test('a column has room for the years of its days where they are not this one', () => {
  const today = '2026-11-23';
  expect([...fullDayFields([due('2026-12-28', '2026-12-29'), due(null, '2026-12-29')], today)]).toEqual([]);
  expect([...fullDayFields([due('2026-12-28', '2027-01-12')], today)]).toEqual(['dueDate']);
  expect([...fullDayFields([due('2025-12-28', null)], today)]).toEqual(['dueDate']);
  const text = { field: 'customField_1', label: 'メモ', kind: 'text', before: null, after: '2027' } as const;
  expect([...fullDayFields([planItem(1, { diffs: [text] })], today)]).toEqual([]);
  const usual = columnLayout(['assignee', 'dueDate']).minWidth;
  expect(columnLayout(['assignee', 'dueDate'], new Set(['dueDate'])).minWidth).toBeGreaterThan(usual);
});
