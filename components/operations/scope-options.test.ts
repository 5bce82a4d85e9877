import { describe, expect, it } from 'vitest';
import { rowWith } from '@/lib/columns/column-fixtures';
import { projectOf } from './handover/handover-fixtures';
import { pressedOption, scopeOptions, statusKey } from './scope-options';

const WEB = projectOf(1, 'WEB', []);
const APP = projectOf(2, 'APP', [], {
  statuses: [
    { id: 1, name: 'Open', color: '' },
    { id: 51, name: '確認中', color: '' },
  ],
  categories: [{ id: 8, name: '認証' }],
});
const CS = projectOf(3, 'CS', [], { categories: [{ id: 9, name: '認証' }] });
const rows = [
  rowWith({ id: 1, projectId: 1, issueTypeId: 61, dueDate: '2026-11-20' }),
  rowWith({ id: 2, projectId: 2, statusId: 51, categoryIds: [8], milestoneIds: [5, 6] }),
  rowWith({ id: 3, projectId: 2, statusId: 1, issueTypeId: 7 }),
];

describe('the values to choose from', () => {
  const statuses = scopeOptions(
    rows,
    [WEB, APP, CS],
    (project) => project.statuses,
    (row) => [row.statusId],
    statusKey,
  );

  it('are those that the issues have: the four usual statuses once, whatever a project calls them', () => {
    expect(statuses.map(({ label, ids: own, count }) => [label, own, count])).toEqual([
      ['未対応', [1], 2],
      ['確認中', [51], 1],
    ]);
  });

  it('are one by name across projects', () => {
    const categories = scopeOptions(
      rows,
      [APP, CS],
      (project) => project.categories,
      (row) => row.categoryIds,
    );
    expect(categories).toEqual([{ key: '認証', label: '認証', ids: [8, 9], count: 1 }]);
  });

  it('pressed off and on again mean any again', () => {
    const [open, checking] = statuses;
    if (!open || !checking) throw new Error('no statuses');
    const without = pressedOption(null, open, statuses);
    expect(without).toEqual([51]);
    expect(pressedOption(without, checking, statuses)).toEqual([]);
    expect(pressedOption(without, open, statuses)).toBeNull();
  });
});
