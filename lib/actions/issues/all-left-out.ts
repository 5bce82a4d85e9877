import type { IssueFilterQuery } from '@/lib/columns/issue-filter-to-query';
import type { ActionContext } from '../context';

/**
 * Whether all issues of a query are among those that stay as they are. They are read only if there are enough of those.
 *
 * @param count issues of the query
 */
export async function allLeftOut(
  { backlog }: ActionContext,
  query: IssueFilterQuery,
  count: number,
  leftOut: readonly number[],
): Promise<boolean> {
  const stay = new Set(leftOut);
  if (stay.size < count) return false;
  for await (const page of backlog.issues.walk(query)) {
    if (page.some((issue) => !stay.has(issue.id))) return false;
  }
  return true;
}
