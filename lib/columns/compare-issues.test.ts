import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reference, rowWith } from './column-fixtures';
import { sortIssues } from './compare-issues';
import { type SortField, sortFields } from './issue-filter';
import type { IssueRow } from './issue-row';
import { indexReference } from './reference-index';

const index = indexReference(reference);
const keysBy = (rows: IssueRow[], field: SortField, order: 'asc' | 'desc' = 'asc') =>
  sortIssues(rows, { field, order }, index).map((row) => row.issueKey);
const rows = (...fields: Partial<IssueRow>[]) =>
  fields.map((one, n) => rowWith({ id: n + 1, issueKey: `WEB-${n + 1}`, ...one }));

describe('sorting', () => {
  it('takes the number in a key as a number', () => {
    const given = rows({ issueKey: 'WEB-10' }, { issueKey: 'WEB-9' }, { issueKey: 'APP-100' });
    expect(keysBy(given, 'issueKey')).toEqual(['APP-100', 'WEB-9', 'WEB-10']);
  });

  it('puts rows without a date last, whichever the direction', () => {
    const given = rows({ dueDate: null }, { dueDate: '2026-11-20' }, { dueDate: '2026-11-13' });
    expect(keysBy(given, 'dueDate')).toEqual(['WEB-3', 'WEB-2', 'WEB-1']);
    expect(keysBy(given, 'dueDate', 'desc')).toEqual(['WEB-2', 'WEB-3', 'WEB-1']);
  });

  it('puts issues of nobody last', () => {
    const given = rows(
      { assigneeName: null, assigneeId: null },
      { assigneeName: '渡辺' },
      { assigneeName: 'あべ' },
    );
    expect(keysBy(given, 'assignee')).toEqual(['WEB-3', 'WEB-2', 'WEB-1']);
  });

  it('ranks priorities, high first', () => {
    expect(keysBy(rows({ priorityId: 4 }, { priorityId: 2 }, { priorityId: 3 }), 'priority')).toEqual([
      'WEB-2',
      'WEB-3',
      'WEB-1',
    ]);
  });

  it('follows the display order of statuses, across projects', () => {
    const given = rows(
      { statusId: 4 },
      { statusId: 12, projectId: 2 },
      { statusId: 3 },
      { statusId: 11 },
      { statusId: 2, projectId: 2 },
      { statusId: 1 },
      { statusId: 2 },
    );
    expect(keysBy(given, 'status')).toEqual(['WEB-6', 'WEB-5', 'WEB-7', 'WEB-4', 'WEB-3', 'WEB-2', 'WEB-1']);
  });

  it('reads milestone names as people do', () => {
    const given = rows({ milestoneIds: [22] }, { milestoneIds: [] }, { milestoneIds: [21] });
    expect(keysBy(given, 'milestone')).toEqual(['WEB-3', 'WEB-1', 'WEB-2']);
  });

  it('orders updates by time', () => {
    const given = rows({ updated: '2026-11-20T05:33:00Z' }, { updated: '2026-11-20T05:34:00Z' });
    expect(keysBy(given, 'updated', 'desc')).toEqual(['WEB-2', 'WEB-1']);
  });

  it('keeps every row, and gives one order whatever order rows arrived in', () => {
    const row = fc.record({
      dueDate: fc.option(fc.constantFrom('2026-11-13', '2026-11-20')),
      statusId: fc.constantFrom(1, 2, 11, 99),
      priorityId: fc.constantFrom(2, 3, 4),
      assigneeName: fc.option(fc.constantFrom('佐藤', '田中')),
      milestoneIds: fc.subarray([21, 22, 99]),
    });
    const sort = fc.record({ field: fc.constantFrom(...sortFields), order: fc.constantFrom('asc', 'desc') });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), sort, (fields, by) => {
        const given = rows(...fields);
        const sorted = sortIssues(given, by, index);
        expect(new Set(sorted)).toEqual(new Set(given));
        expect(sortIssues(given.toReversed(), by, index)).toEqual(sorted);
      }),
    );
  });
});
