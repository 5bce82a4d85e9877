import type { IssueFilter } from './issue-filter';

/** Members of a filter that are lists of ids. */
export type IdListKey = {
  [K in keyof IssueFilter]: IssueFilter[K] extends number[] ? K : never;
}[keyof IssueFilter];

/** How a field is filtered, written in the URL, and asked of Backlog. */
export type IssueFilterField =
  | { kind: 'ids'; urlParam: string; key: IdListKey; wireParams: readonly [string] }
  | { kind: 'dateRange'; urlParam: string; wireParams: readonly [since: string, until: string] }
  | { kind: 'text'; urlParam: string; wireParams: readonly [string] };

const ids = <K extends IdListKey>(urlParam: string, key: K, wireParam: string) =>
  ({ kind: 'ids', urlParam, key, wireParams: [wireParam] }) as const satisfies IssueFilterField;

/** Every filter of the issue table, in the order of the URL. */
export const issueFilterFields = {
  project: ids('project', 'projectIds', 'projectId[]'),
  status: ids('status', 'statusIds', 'statusId[]'),
  assignee: ids('assignee', 'assigneeIds', 'assigneeId[]'),
  milestone: ids('milestone', 'milestoneIds', 'milestoneId[]'),
  category: ids('category', 'categoryIds', 'categoryId[]'),
  issueType: ids('type', 'issueTypeIds', 'issueTypeId[]'),
  priority: ids('priority', 'priorityIds', 'priorityId[]'),
  dueDate: { kind: 'dateRange', urlParam: 'due', wireParams: ['dueDateSince', 'dueDateUntil'] },
  keyword: { kind: 'text', urlParam: 'q', wireParams: ['keyword'] },
} as const satisfies Record<string, IssueFilterField>;

export type IssueFilterName = keyof typeof issueFilterFields;

/** Whether a filter narrows anything; chips of idle filters show only their name. */
export function isFilterSet(filter: IssueFilter, name: IssueFilterName): boolean {
  const field = issueFilterFields[name];
  switch (field.kind) {
    case 'ids':
      return filter[field.key].length > 0;
    case 'dateRange':
      return filter.dueDateSince !== null || filter.dueDateUntil !== null;
    case 'text':
      return filter.keyword !== '';
  }
}

/** The filter without one of its conditions. */
export function clearFilter(filter: IssueFilter, name: IssueFilterName): IssueFilter {
  const field = issueFilterFields[name];
  switch (field.kind) {
    case 'ids':
      return { ...filter, [field.key]: [] };
    case 'dateRange':
      return { ...filter, dueDateSince: null, dueDateUntil: null };
    case 'text':
      return { ...filter, keyword: '' };
  }
}
