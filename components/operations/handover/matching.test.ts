import { describe, expect, it } from 'vitest';
import { rowWith } from '@/lib/columns/column-fixtures';
import { anyScope } from './handover-form';
import { matching } from './matching';

const rows = [
  rowWith({ id: 1, projectId: 1, issueTypeId: 61, dueDate: '2026-11-20' }),
  rowWith({ id: 2, projectId: 2, statusId: 51, categoryIds: [8], milestoneIds: [5, 6] }),
  rowWith({ id: 3, projectId: 2, statusId: 1, issueTypeId: 7 }),
];
const ids = (found: readonly { id: number }[]) => found.map(({ id }) => id);

describe('the conditions', () => {
  it('let everything through at first, and nothing where every box of a kind is empty', () => {
    expect(ids(matching(rows, anyScope))).toEqual([1, 2, 3]);
    expect(matching(rows, { ...anyScope, statusIds: [] })).toEqual([]);
  });

  it('narrow together; an issue needs one of the milestones, and a range of days leaves out what has no due date', () => {
    expect(ids(matching(rows, { ...anyScope, projectIds: [2], statusIds: [1] }))).toEqual([3]);
    expect(ids(matching(rows, { ...anyScope, milestoneIds: [6] }))).toEqual([2]);
    expect(ids(matching(rows, { ...anyScope, dueDateUntil: '2026-11-20' }))).toEqual([1]);
    expect(ids(matching(rows, { ...anyScope, issueTypeIds: [7] }))).toEqual([3]);
  });
});
