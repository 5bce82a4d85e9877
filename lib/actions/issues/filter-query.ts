import type { BacklogClient } from '@/lib/backlog';
import type { IssueFilter } from '@/lib/columns/issue-filter';
import { type IssueFilterQuery, issueFilterToQuery } from '@/lib/columns/issue-filter-to-query';
import { joinedProjects } from './joined-projects';

/** A filter as Backlog's query; without projects it means all that the person has joined. */
export async function filterQuery(
  backlog: BacklogClient,
  filter: IssueFilter,
  now: number,
): Promise<IssueFilterQuery> {
  const joined = filter.projectIds.length > 0 ? [] : await joinedProjects(backlog, now);
  return issueFilterToQuery(
    filter,
    joined.map(({ id }) => id),
  );
}
