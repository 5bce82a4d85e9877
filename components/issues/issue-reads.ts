import { queryOptions } from '@tanstack/react-query';
import { fetchResult } from '@/components/layout/fetch-result';
import type { IssueFilter } from '@/lib/columns/issue-filter';
import type { IssueRow, SpaceReference } from '@/lib/columns/issue-row';
import { defaultIssueView, formatIssueView } from '@/lib/columns/issue-view-url';
import { createReadGate } from './read-gate';

export const PAGE_SIZE = 100;
/** A list is read in at most this many calls; beyond, the filter has to be narrowed. */
export const MOST_PAGES = 100;

export interface JoinedProjects {
  projects: { id: number; projectKey: string; name: string }[];
}
export interface IssuePage {
  rows: IssueRow[];
  offset: number;
  count: number;
}

/** Where the answers come from: our routes in the browser, the verbs themselves while the page is made. */
export interface IssueReaders {
  projects: (signal: AbortSignal) => Promise<JoinedProjects>;
  /** No ids mean every joined project. */
  reference: (projectIds: readonly number[], signal: AbortSignal) => Promise<SpaceReference>;
  count: (filter: IssueFilter, signal: AbortSignal) => Promise<{ count: number }>;
  page: (filter: IssueFilter, offset: number, signal: AbortSignal) => Promise<IssuePage>;
}

/** Canonical text of a filter: the same filter is the same question. */
export const filterKey = (filter: IssueFilter): string =>
  formatIssueView({ filter, sort: defaultIssueView.sort });

// Two pages in flight, whatever asks: Backlog wants its clients calm, and the person's quota is shared.
const pageGate = createReadGate(2);

export function browserReaders(host: string): IssueReaders {
  const api = `/api/spaces/${encodeURIComponent(host)}`;
  return {
    projects: (signal) => fetchResult(`${api}/projects`, signal),
    reference: (ids, signal) => fetchResult(`${api}/reference?project=${ids.join(',')}`, signal),
    count: (filter, signal) => fetchResult(`${api}/issues/count?${filterKey(filter)}`, signal),
    page: (filter, offset, signal) =>
      pageGate.run(() => fetchResult(`${api}/issues?${filterKey(filter)}&offset=${offset}`, signal), signal),
  };
}

/** The reads of the issues page as query options, for the page's prefetch and for its components alike. */
export function issueReads(host: string, readers: IssueReaders = browserReaders(host)) {
  return {
    projects: () =>
      queryOptions({
        // Not the navigation's key: it is hydrated before the page's data is there, and would differ from its HTML.
        queryKey: [host, 'issues', 'projects'],
        queryFn: ({ signal }) => readers.projects(signal),
        staleTime: 5 * 60_000,
      }),
    reference: (projectIds: readonly number[]) =>
      queryOptions({
        queryKey: [host, 'reference', projectIds],
        queryFn: ({ signal }) => readers.reference(projectIds, signal),
        staleTime: 5 * 60_000,
      }),
    count: (filter: IssueFilter) =>
      queryOptions({
        queryKey: [host, 'issues', 'count', filterKey(filter)],
        queryFn: ({ signal }) => readers.count(filter, signal),
        staleTime: 60_000,
      }),
    page: (filter: IssueFilter, offset: number) =>
      queryOptions({
        queryKey: [host, 'issues', 'page', filterKey(filter), offset],
        queryFn: ({ signal }) => readers.page(filter, offset, signal),
        staleTime: 60_000,
      }),
  };
}

/**
 * Which projects' reference data the page asks for: all joined ones up to 30 (no ids), beyond that the ones of the
 * filter. Null when the person has to choose first.
 */
export function referenceScope(joined: JoinedProjects, filter: IssueFilter): readonly number[] | null {
  const most = 30;
  if (joined.projects.length <= most) return [];
  return filter.projectIds.length > 0 && filter.projectIds.length <= most ? filter.projectIds : null;
}
