'use client';
import { type QueryFunctionContext, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { mergeOpenItems, newestEnd } from './merge-open-items';
import type { RunCounts, RunItem } from './run-data';
import { fetchOpenItems, type OpenItems, runItemsKey } from './run-query';

/**
 * Items that were not done. Each change of the figures reads only what has ended since; when there are fewer than are
 * known (taken up again, or decided since), all are read.
 */
export function useOpenItems(host: string, runId: string, counts: RunCounts): readonly RunItem[] | undefined {
  const client = useQueryClient();
  const queryKey = [...runItemsKey(host, runId), 'open'];
  const { rejected, conflict, unknown } = counts;
  const count = rejected + conflict + unknown;
  const figures = `${rejected}/${conflict}/${unknown}`;

  async function read({ signal }: QueryFunctionContext): Promise<OpenItems> {
    const known = client.getQueryData<OpenItems>(queryKey)?.items ?? [];
    const since = known.length > count ? null : newestEnd(known);
    const { items } = await fetchOpenItems(host, runId, since, signal);
    return { figures, items: since === null ? items : mergeOpenItems(known, items) };
  }

  const { data, isFetching, refetch } = useQuery({
    queryKey,
    queryFn: read,
    enabled: count > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const behind = data !== undefined && data.figures !== figures && count > 0;
  useEffect(() => {
    if (behind && !isFetching) void refetch();
  }, [behind, isFetching, refetch]);
  return count === 0 ? [] : data?.items;
}
