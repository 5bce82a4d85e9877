import { queryOptions } from '@tanstack/react-query';
import { filterKey } from '@/components/issues/issue-reads';
import { fetchResult } from '@/components/layout/fetch-result';
import type { ActionOutput } from '@/lib/actions/define-action';
import type { issuesCreatedBy } from '@/lib/actions/issues/created-by';
import type { IssueFilter } from '@/lib/columns/issue-filter';

/** Issues that somebody created and others hold. */
export function createdByOptions(host: string, userId: number, filter: IssueFilter) {
  const path = `/api/spaces/${encodeURIComponent(host)}/issues/created-by`;
  return queryOptions({
    queryKey: [host, 'issues', 'createdBy', userId, filterKey(filter)],
    queryFn: ({ signal }) =>
      fetchResult<ActionOutput<typeof issuesCreatedBy>>(
        `${path}?user=${userId}&${filterKey(filter)}`,
        signal,
      ),
    staleTime: 60_000,
  });
}
