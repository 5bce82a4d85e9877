'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { readErrorOf } from '@/components/layout/fetch-result';
import { useSpace } from '@/components/layout/space-provider';
import { sortIssues } from '@/lib/columns/compare-issues';
import type { SpaceReference } from '@/lib/columns/issue-row';
import { indexReference } from '@/lib/columns/reference-index';
import { issueReads, type JoinedProjects, referenceScope } from './issue-reads';
import { type IssuesView, resolveFilter } from './issues-url';
import { useIssueRows } from './use-issue-rows';

const noProjects: JoinedProjects = { projects: [] };

/** Everything the page reads for one view: projects, reference data, and the issues as they arrive. */
export function useIssueList(state: IssuesView) {
  const { host, name, timezone, me } = useSpace();
  const reads = useMemo(() => issueReads(host), [host]);
  const joinedRead = useQuery(reads.projects());
  const scope = joinedRead.data && referenceScope(joinedRead.data, state.view.filter);
  const referenceRead = useQuery({
    ...reads.reference(scope ?? []),
    enabled: scope !== undefined && scope !== null,
    placeholderData: keepPreviousData,
  });
  const known = scope && !referenceRead.isPlaceholderData ? referenceRead.data : undefined;
  const filter = useMemo(() => (known ? resolveFilter(state, known.projects) : null), [state, known]);
  const list = useIssueRows(host, filter);

  const nothingYet = useMemo<SpaceReference>(
    () => ({ spaceName: name, timezone, me, priorities: [], resolutions: [], projects: [] }),
    [name, timezone, me],
  );
  const reference = referenceRead.data ?? nothingYet;
  const index = useMemo(() => indexReference(reference), [reference]);
  const { sort } = state.view;
  const rows = useMemo(() => sortIssues(list.rows, sort, index), [list.rows, sort, index]);

  const failed = [joinedRead, referenceRead].find((read) => read.isError && !read.data);
  return {
    joined: joinedRead.data ?? noProjects,
    reference,
    index,
    /** What Backlog is asked; null while that is not known. */
    filter,
    /** Counts and progress; its rows are unsorted. */
    list,
    /** Loaded rows in the order of the view. */
    rows,
    /** Projects have to be chosen before anything can be read. */
    mustChoose: scope === null || (known !== undefined && filter === null),
    error: failed ? readErrorOf(failed.error) : list.error,
    retry: () => {
      if (failed) void failed.refetch();
      else list.retry();
    },
  };
}

export type IssueList = ReturnType<typeof useIssueList>;
