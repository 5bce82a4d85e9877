import { describe, expect, it } from 'vitest';
import type { Change } from './changes';
import { customOn, target, webField } from './custom-fixtures';
import { planBulkUpdate } from './plan-bulk-update';
import { countPiles, fieldCounts } from './plan-counts';
import { inputOf, inWeb, issueWith, OPS, status } from './plan-fixtures';
import { setIncluded } from './set-included';

const changes: Change[] = [
  { field: 'status', verb: 'set', to: inWeb('処理済み', 3) },
  { field: 'dueDate', verb: 'set', to: '2026-11-27' },
  { field: 'comment', verb: 'add', text: '終わりました' },
];
const due = '2026-11-27T00:00:00Z';
const items = planBulkUpdate(
  inputOf(
    [
      issueWith({ id: 1 }),
      issueWith({ id: 2, dueDate: due }),
      issueWith({ id: 3, dueDate: due, status: status(3, '処理済み') }),
      issueWith({ id: 4, startDate: '2026-12-24T00:00:00Z' }),
      issueWith({ id: 5, projectId: OPS }),
    ],
    changes,
  ),
);
const included = (list: typeof items) => list.filter((item) => item.included).map((item) => item.issueId);

it('piles add up to the selection', () => {
  expect(countPiles(items)).toEqual({ change: 2, unchanged: 1, needsReview: 1, blocked: 1 });
});

it('fields are counted over the rows that will be written', () => {
  expect(fieldCounts(items)).toEqual({ status: 2, dueDate: 1, comment: 2 });
  expect(fieldCounts(setIncluded(items, { include: [4], exclude: [1] }))).toEqual({
    status: 2,
    dueDate: 1,
    comment: 2,
  });
});

describe('leaving out and including', () => {
  it('works on changes and warnings only', () => {
    expect(included(setIncluded(items, { include: [3, 4, 5, 99], exclude: [] }))).toEqual([1, 2, 4]);
    expect(included(setIncluded(items, { include: [], exclude: [1, 3] }))).toEqual([2]);
  });

  it('leaves out what is named both ways', () => {
    expect(included(setIncluded(items, { include: [1, 4], exclude: [1] }))).toEqual([2, 4]);
  });

  it('leaves the given rows as they were', () => {
    setIncluded(items, { include: [4], exclude: [1] });
    expect(included(items)).toEqual([1, 2]);
  });
});

it('custom fields are counted under their keys, and the people who are told', () => {
  const issue = issueWith({ customFields: [customOn(webField(7), [])] });
  const tick: Change = {
    field: 'custom',
    target: target(7),
    verb: 'add',
    values: [inWeb('選択1', 1)],
    otherValue: '自由',
  };
  const tell: Change = { field: 'notify', verb: 'add', people: [{ id: 101, label: '佐藤' }] };
  expect(fieldCounts(planBulkUpdate(inputOf([issue], [tick, tell])))).toEqual({
    customField_707: 1,
    customField_707_otherValue: 1,
    notify: 1,
  });
});
