'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useSpace } from '@/components/layout/space-provider';
import { emptyIssueFilter, type IssueFilter } from '@/lib/columns/issue-filter';
import { filterKey, issueReads } from '../issue-reads';

/** Backlog is asked when the person has paused: counting spends the person's quota. */
const PAUSE_MS = 400;

/** How many issues a filter would show; null while that is not known, or when there is nothing to ask. */
export function useResultCount(filter: IssueFilter | null): number | null {
  const { host } = useSpace();
  const reads = useMemo(() => issueReads(host), [host]);
  const wanted = filter === null ? null : filterKey(filter);
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(wanted), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted]);

  const { data } = useQuery({
    ...reads.count(filter ?? emptyIssueFilter),
    enabled: wanted !== null && settled === wanted,
  });
  return wanted === null ? null : (data?.count ?? null);
}
