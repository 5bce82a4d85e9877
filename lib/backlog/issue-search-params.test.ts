import { expect, test } from 'vitest';
import { encodeForm } from './encode-form';
import { issueSearchParams } from './issue-search-params';

test('a query always names its projects', () => {
  expect(() => issueSearchParams({ projectIds: [] })).toThrow('FILTER_NEEDS_PROJECT');
});

test('empty lists, empty texts and nulls mean any and are left out', () => {
  const params = issueSearchParams({
    projectIds: [1],
    statusIds: [],
    assigneeIds: undefined,
    dueDateSince: null,
    dueDateUntil: '',
    keyword: '  ',
  });
  expect(encodeForm(params)).toBe('projectId%5B%5D=1');
});

test('every part of a query has its parameter', () => {
  const params = issueSearchParams({
    projectIds: [1, 2],
    ids: [3],
    statusIds: [4],
    assigneeIds: [5],
    milestoneIds: [6],
    categoryIds: [7],
    issueTypeIds: [8],
    priorityIds: [9],
    dueDateSince: '2026-11-01',
    dueDateUntil: '2026-11-30',
    updatedSince: '2026-11-02',
    keyword: ' ログイン ',
  });
  expect(decodeURIComponent(encodeForm(params))).toBe(
    'projectId[]=1&projectId[]=2&id[]=3&statusId[]=4&assigneeId[]=5&milestoneId[]=6&categoryId[]=7' +
      '&issueTypeId[]=8&priorityId[]=9&dueDateSince=2026-11-01&dueDateUntil=2026-11-30' +
      '&updatedSince=2026-11-02&keyword=ログイン',
  );
});

test('an address that no server would take is refused', () => {
  const assigneeIds = Array.from({ length: 500 }, (_, index) => 10_000_000 + index);
  expect(() => issueSearchParams({ projectIds: [1], assigneeIds })).toThrow('TOO_LARGE');
});
