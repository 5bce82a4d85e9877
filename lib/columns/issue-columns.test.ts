import { describe, expect, it } from 'vitest';
import { reference, rowWith } from './column-fixtures';
import { issueColumn, issueColumns } from './issue-columns';
import { sortFields } from './issue-filter';
import { indexReference } from './reference-index';

const index = indexReference(reference);
const full = rowWith({
  issueKey: 'WEB-1284',
  summary: 'ログイン画面, "セッション"が切れる',
  statusId: 11,
  priorityId: 2,
  milestoneIds: [22, 21],
  categoryIds: [31, 32],
  dueDate: '2026-11-13',
});

describe('the column definition', () => {
  it('has one column for every field the URL can sort by', () => {
    expect(issueColumns.map((column) => column.id)).toEqual([...sortFields]);
    expect(issueColumns.filter((column) => column.fills).map((column) => column.id)).toEqual(['summary']);
  });

  it('drops category and update time on narrow windows', () => {
    const hidden = issueColumns.filter((column) => column.hiddenBelow !== null);
    expect(hidden.map((column) => column.id)).toEqual(['category', 'updated']);
  });

  it('gives plain text for files', () => {
    expect(issueColumns.map((column) => column.text(full, index))).toEqual([
      'WEB-1284',
      'バグ',
      'ログイン画面, "セッション"が切れる',
      '高橋 彩',
      'レビュー待ち',
      '高',
      'Sprint 10, Sprint 9',
      '認証, メール',
      '2026-11-13',
      '2026-11-20T05:33:00Z',
    ]);
  });

  it('gives empty text for what is unset or no longer known', () => {
    const row = rowWith({ assigneeId: null, assigneeName: null, statusId: 999, milestoneIds: [999] });
    for (const id of ['assignee', 'status', 'milestone', 'category', 'dueDate'] as const) {
      expect(issueColumn(id).text(row, index)).toBe('');
      expect(issueColumn(id).sortKey(row, index)).toBeNull();
    }
  });

  it('names what Backlog calls each filter', () => {
    const wired = issueColumns.flatMap((column) => column.filter?.wireParams ?? []);
    expect(wired).toEqual([
      'issueTypeId[]',
      'assigneeId[]',
      'statusId[]',
      'priorityId[]',
      'milestoneId[]',
      'categoryId[]',
      'dueDateSince',
      'dueDateUntil',
    ]);
  });
});
