/**
 * Which issues a view, a plan or a tool means. Empty lists mean "any". Ids are Backlog's; status ids may belong to
 * different projects. Backlog ORs inside one list and ANDs between lists. Its schema is `issueFilterSchema`.
 */
export interface IssueFilter {
  projectIds: number[];
  statusIds: number[];
  assigneeIds: number[];
  milestoneIds: number[];
  categoryIds: number[];
  issueTypeIds: number[];
  priorityIds: number[];
  /** yyyy-MM-dd */
  dueDateSince: string | null;
  /** yyyy-MM-dd */
  dueDateUntil: string | null;
  keyword: string;
}

export const emptyIssueFilter: IssueFilter = {
  projectIds: [],
  statusIds: [],
  assigneeIds: [],
  milestoneIds: [],
  categoryIds: [],
  issueTypeIds: [],
  priorityIds: [],
  dueDateSince: null,
  dueDateUntil: null,
  keyword: '',
};

/** Fields of the table that can be sorted; the sort is local, over all loaded rows. */
export const sortFields = [
  'issueKey',
  'issueType',
  'summary',
  'assignee',
  'status',
  'priority',
  'milestone',
  'category',
  'dueDate',
  'updated',
] as const;
export type SortField = (typeof sortFields)[number];

/** A view of the issue table: everything of it stands in the URL. */
export interface IssueView {
  filter: IssueFilter;
  sort: { field: SortField; order: 'asc' | 'desc' };
}
