import { queryOptions } from '@tanstack/react-query';
import { emptyIssueFilter } from '@/lib/columns/issue-filter';
import { browserReaders } from '../issue-reads';
import { findIssue, type readIssueKey } from './find-issue';

/** The issue of a typed key, or null when there is none; asks nothing while key or project are not known. */
export function parentQuery(
  host: string,
  wanted: ReturnType<typeof readIssueKey>,
  project: { id: number } | null,
) {
  return queryOptions({
    queryKey: [host, 'issues', 'byKey', wanted?.key ?? ''],
    enabled: wanted !== null && project !== null,
    queryFn: async ({ signal }) => {
      if (wanted === null || project === null) return null;
      const readers = browserReaders(host);
      const filter = { ...emptyIssueFilter, projectIds: [project.id] };
      const { count } = await readers.count(filter, signal);
      return findIssue(wanted, count, (offset) => readers.page(filter, offset, signal));
    },
    staleTime: 60_000,
    retry: false,
  });
}
