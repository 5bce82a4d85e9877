/**
 * Which issues a list, count or walk asks for. Backlog ORs inside one list and ANDs between lists; an empty or absent
 * list means "any", except `projectIds`, which must name at least one project. Dates are calendar days, yyyy-MM-dd.
 */
export interface IssueQuery {
  projectIds: readonly number[];
  statusIds?: readonly number[] | undefined;
  assigneeIds?: readonly number[] | undefined;
  milestoneIds?: readonly number[] | undefined;
  versionIds?: readonly number[] | undefined;
  categoryIds?: readonly number[] | undefined;
  issueTypeIds?: readonly number[] | undefined;
  priorityIds?: readonly number[] | undefined;
  dueDateSince?: string | null | undefined;
  dueDateUntil?: string | null | undefined;
  createdUserIds?: readonly number[] | undefined;
  /** At most 100; gives their children. */
  parentIssueIds?: readonly number[] | undefined;
  keyword?: string | null | undefined;
  /** At most 100 issue ids. */
  ids?: readonly number[] | undefined;
  updatedSince?: string | null | undefined;
}

/** Sort keys of `GET /issues` that the product uses. */
export type IssueSort = 'created' | 'updated' | 'dueDate' | 'status' | 'assignee' | 'priority' | 'summary';

/** One page of a query. Unstated: the first 100, `sort=created&order=asc`. */
export interface IssueListQuery extends IssueQuery {
  offset?: number | undefined;
  /** 1–100. */
  count?: number | undefined;
  sort?: IssueSort | undefined;
  order?: 'asc' | 'desc' | undefined;
}
