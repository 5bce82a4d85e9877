import { CLOSED_STATUS_ID } from '@/lib/columns/is-overdue';
import type { IssueFilter, IssueView } from '@/lib/columns/issue-filter';
import type { ProjectReference } from '@/lib/columns/issue-row';
import { formatIssueView, type IgnoredParam, parseIssueView } from '@/lib/columns/issue-view-url';

/**
 * The view of the issues page. Backlog has no "not closed", and ids of statuses differ per project; so `openOnly`
 * stands for all statuses but 完了, and is turned into ids only where a question goes to Backlog. It is what an
 * address without `status` means; `status=all` means any status.
 */
export interface IssuesView {
  view: IssueView;
  /** Then `view.filter.statusIds` is empty. */
  openOnly: boolean;
}

export interface IssuesUrl extends IssuesView {
  /** Parameters that made no sense and were dropped. */
  ignored: IgnoredParam[];
  /** Plan whose selection and changes are taken up again. */
  planId: string | null;
}

/** Longest id list that a filter may hold. */
const MAX_IDS = 200;

/** Reads the page's query. Never throws. */
export function parseIssuesUrl(params: URLSearchParams): IssuesUrl {
  const words = params.getAll('status').filter((value) => value !== '');
  const word = words.length === 1 ? words[0] : undefined;
  const rest = new URLSearchParams(params);
  if (word === 'open' || word === 'all') rest.delete('status');
  const { view, ignored } = parseIssueView(rest);
  const openOnly = word === 'open' || (word !== 'all' && view.filter.statusIds.length === 0);
  return { view, openOnly, ignored, planId: params.get('plan') || null };
}

/** Writes the page's query without `?`; `parseIssuesUrl` of the result gives the same view. */
export function formatIssuesUrl({ view, openOnly }: IssuesView): string {
  if (openOnly) return formatIssueView({ ...view, filter: { ...view.filter, statusIds: [] } });
  const query = formatIssueView(view);
  if (view.filter.statusIds.length > 0) return query;
  return query === '' ? 'status=all' : `status=all&${query}`;
}

/** Projects whose issues the filter can show. */
export function projectsInView(
  filter: IssueFilter,
  projects: readonly ProjectReference[],
): readonly ProjectReference[] {
  return filter.projectIds.length === 0
    ? projects
    : projects.filter((project) => filter.projectIds.includes(project.id));
}

/** The filter as Backlog is asked: ids only. Null when "not closed" would take more ids than a filter may hold. */
export function resolveFilter(
  { view, openOnly }: IssuesView,
  projects: readonly ProjectReference[],
): IssueFilter | null {
  if (!openOnly) return view.filter;
  const statusIds = new Set(
    projectsInView(view.filter, projects)
      .flatMap((project) => project.statuses.map((status) => status.id))
      .filter((id) => id !== CLOSED_STATUS_ID),
  );
  if (statusIds.size > MAX_IDS) return null;
  return { ...view.filter, statusIds: [...statusIds].sort((a, b) => a - b) };
}
