import { expect, it } from 'vitest';
import type { Change } from './changes';
import { leftOpen } from './left-open';
import { planBulkUpdate } from './plan-bulk-update';
import { inputOf, inWeb, issueWith, WEB } from './plan-fixtures';
import { setIncluded } from './set-included';

const changes: Change[] = [
  { field: 'status', verb: 'set', to: inWeb('完了', 4) },
  { field: 'resolution', verb: 'set', to: { id: 0, label: '対応済み' } },
];
const issues = [
  issueWith({ id: 1 }),
  issueWith({ id: 2, parentIssueId: 1 }),
  issueWith({ id: 3, parentIssueId: 1 }),
];
const openChildren = new Map([[1, [2, 3, 4].map((id) => ({ id, issueKey: `WEB-${id}`, projectId: WEB }))]]);
const items = planBulkUpdate(inputOf(issues, changes));
const without = (...exclude: number[]) =>
  leftOpen(setIncluded(items, { include: [], exclude })).map(({ parent, children }) => [
    parent.issueId,
    children.map((child) => child.issueId),
  ]);

it('a parent is named while a child that the plan would close is left out', () => {
  expect(without()).toEqual([]);
  expect(without(3)).toEqual([[1, [3]]]);
  expect(without(2, 3)).toEqual([[1, [2, 3]]]);
  expect(without(1, 2, 3)).toEqual([]);
});

it('a child that goes elsewhere is no child any more', () => {
  const away: Change = { field: 'parent', verb: 'clear' };
  const moved = planBulkUpdate(inputOf(issues, [...changes, away]));
  expect(leftOpen(setIncluded(moved, { include: [], exclude: [2] }))).toEqual([]);
});

it('a parent that carries the warning already is not named twice', () => {
  const warned = planBulkUpdate(inputOf(issues, changes, { lint: { openChildren } }));
  expect(leftOpen(setIncluded(warned, { include: [1], exclude: [2] }))).toEqual([]);
});
