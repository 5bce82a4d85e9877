'use client';
import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { readErrorOf } from '@/components/layout/fetch-result';
import type { ActionError } from '@/lib/actions/action-result';
import { emptyIssueFilter, type IssueFilter } from '@/lib/columns/issue-filter';
import type { IssueRow } from '@/lib/columns/issue-row';
import { type IssuePage, issueReads, MOST_PAGES, PAGE_SIZE } from './issue-reads';

/** The issues that match a filter, as far as they have arrived. */
export interface IssueRows {
  /** Null while it is being counted. */
  count: number | null;
  /** Oldest first, each once. */
  rows: readonly IssueRow[];
  /** All pages are there. */
  complete: boolean;
  loading: boolean;
  /** More than 100 calls would be needed: nothing is read. */
  tooLong: boolean;
  /** The first failure; rows that did arrive stay. */
  error: ActionError | null;
  /** When the oldest of the shown answers was given, epoch ms; null before the first. */
  readAt: number | null;
  refresh: () => void;
  /** Asks again for what failed. */
  retry: () => void;
}

/** Counts first, then reads the pages, two at a time; rows appear as pages arrive. A null filter reads nothing. */
export function useIssueRows(host: string, filter: IssueFilter | null): IssueRows {
  const reads = useMemo(() => issueReads(host), [host]);
  const asked = filter ?? emptyIssueFilter;
  const counted = useQuery({ ...reads.count(asked), enabled: filter !== null });
  const count = filter === null ? null : (counted.data?.count ?? null);
  const pageCount = count === null ? 0 : Math.ceil(count / PAGE_SIZE);
  const tooLong = pageCount > MOST_PAGES;
  const offsets = tooLong ? [] : Array.from({ length: pageCount }, (_, index) => index * PAGE_SIZE);
  const pages = useQueries({
    queries: offsets.map((offset) => reads.page(asked, offset)),
    combine: combinePages,
  });

  const countError = counted.isError ? readErrorOf(counted.error) : null;
  return {
    count,
    rows: pages.rows,
    complete: count !== null && !tooLong && pages.loaded === offsets.length,
    loading: (filter !== null && counted.isPending && !countError) || pages.pending,
    tooLong,
    error: countError ?? pages.error,
    readAt: pages.readAt ?? (counted.dataUpdatedAt || null),
    refresh: () => {
      void counted.refetch();
      pages.refetchAll();
    },
    retry: () => {
      if (countError) void counted.refetch();
      pages.refetchFailed();
    },
  };
}

function combinePages(results: UseQueryResult<IssuePage>[]) {
  const rows = new Map<number, IssueRow>();
  for (const result of results) {
    for (const row of result.data?.rows ?? []) rows.set(row.id, row);
  }
  const failed = results.find((result) => result.isError);
  const times = results.flatMap((result) => (result.dataUpdatedAt > 0 ? [result.dataUpdatedAt] : []));
  return {
    rows: [...rows.values()],
    loaded: results.filter((result) => result.data !== undefined).length,
    pending: results.some((result) => result.isPending && !result.isError),
    error: failed ? readErrorOf(failed.error) : null,
    readAt: times.length > 0 ? Math.min(...times) : null,
    refetchAll: () => {
      for (const result of results) void result.refetch();
    },
    refetchFailed: () => {
      for (const result of results) if (result.isError) void result.refetch();
    },
  };
}
