import { expect, it } from 'vitest';
import { emptyIssueFilter } from './issue-filter';
import { issueFilterToQuery } from './issue-filter-to-query';

it('asks only for what narrows', () => {
  expect(issueFilterToQuery({ ...emptyIssueFilter, projectIds: [1] }, [1, 2])).toEqual({ projectIds: [1] });
});

it('carries every condition', () => {
  const filter = {
    projectIds: [1],
    statusIds: [1, 2],
    assigneeIds: [3],
    milestoneIds: [4],
    categoryIds: [5],
    issueTypeIds: [6],
    priorityIds: [2],
    dueDateSince: '2026-11-13',
    dueDateUntil: '2026-11-30',
    keyword: ' 決済 ',
  };
  expect(issueFilterToQuery(filter, [])).toEqual({ ...filter, keyword: '決済' });
});

it('searches the joined projects when the filter names none, and nothing without any', () => {
  expect(issueFilterToQuery(emptyIssueFilter, [1, 2])).toEqual({ projectIds: [1, 2] });
  expect(() => issueFilterToQuery(emptyIssueFilter, [])).toThrow('FILTER_NEEDS_PROJECT');
});
