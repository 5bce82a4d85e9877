import { AppError } from '@/lib/errors';
import type { IssueFilter } from './issue-filter';

/** What the client asks Backlog for; absent members do not narrow. */
export interface IssueFilterQuery {
  /** Never empty: Backlog's issue list needs projects. */
  projectIds: number[];
  statusIds?: number[];
  assigneeIds?: number[];
  milestoneIds?: number[];
  categoryIds?: number[];
  issueTypeIds?: number[];
  priorityIds?: number[];
  dueDateSince?: string;
  dueDateUntil?: string;
  keyword?: string;
}

const listKeys = [
  'statusIds',
  'assigneeIds',
  'milestoneIds',
  'categoryIds',
  'issueTypeIds',
  'priorityIds',
] as const;

/**
 * Turns a filter into a query.
 *
 * @param joinedProjectIds projects to search when the filter names none
 * @throws AppError FILTER_NEEDS_PROJECT when there is no project to search
 */
export function issueFilterToQuery(
  filter: IssueFilter,
  joinedProjectIds: readonly number[],
): IssueFilterQuery {
  const projectIds = filter.projectIds.length > 0 ? [...filter.projectIds] : [...joinedProjectIds];
  if (projectIds.length === 0) throw new AppError('FILTER_NEEDS_PROJECT');
  const query: IssueFilterQuery = { projectIds };
  for (const key of listKeys) {
    if (filter[key].length > 0) query[key] = [...filter[key]];
  }
  if (filter.dueDateSince !== null) query.dueDateSince = filter.dueDateSince;
  if (filter.dueDateUntil !== null) query.dueDateUntil = filter.dueDateUntil;
  const keyword = filter.keyword.trim();
  if (keyword !== '') query.keyword = keyword;
  return query;
}
