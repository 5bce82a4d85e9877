import { queryOptions } from '@tanstack/react-query';
import { fetchResult } from '@/components/layout/fetch-result';
import { CLOSED_STATUS_ID } from '@/lib/columns/is-overdue';
import { emptyIssueFilter, type IssueFilter } from '@/lib/columns/issue-filter';
import type { ClosureFiguresAnswer } from './closure-data';

/** Reading goes on with the next question; a call takes up to 2 s by itself. */
const NEXT_CALL_MS = 150;

/** How a milestone stands; asked again and again while its change logs are read. */
export function figuresOptions(host: string, projectId: number, milestoneId: number) {
  const path = `/api/spaces/${encodeURIComponent(host)}/milestones/figures`;
  return queryOptions({
    queryKey: [host, 'closure', 'figures', projectId, milestoneId],
    queryFn: ({ signal }) =>
      fetchResult<ClosureFiguresAnswer>(`${path}?project=${projectId}&milestone=${milestoneId}`, signal),
    staleTime: 60_000,
    // What it would show anew is read issue by issue: only the person asks for that.
    refetchOnWindowFocus: false,
    refetchInterval: (query) => (query.state.data?.state === 'reading' ? NEXT_CALL_MS : false),
  });
}

/** The issues of a milestone. */
export function milestoneFilter(projectId: number, milestoneId: number): IssueFilter {
  return { ...emptyIssueFilter, projectIds: [projectId], milestoneIds: [milestoneId] };
}

/** Those that are not closed. */
export function openFilter(
  project: { id: number; statuses: readonly { id: number }[] },
  milestoneId: number,
): IssueFilter {
  const statusIds = project.statuses.map(({ id }) => id).filter((id) => id !== CLOSED_STATUS_ID);
  return { ...milestoneFilter(project.id, milestoneId), statusIds };
}
