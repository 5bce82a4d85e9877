'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { issueReads } from '@/components/issues/issue-reads';
import { useSpace } from '@/components/layout/space-provider';
import type { SpaceReference } from '@/lib/columns/issue-row';

/** As many projects as one answer may name. */
const mostProjects = 30;

/**
 * Names, members and choices of these projects; null while they are read, and where they are too many. What the issue
 * list has read already is used at once.
 */
export function usePlanReference(projectIds: readonly number[]): {
  reference: SpaceReference | null;
  failed: boolean;
} {
  const { host } = useSpace();
  const client = useQueryClient();
  const reads = issueReads(host);
  const { queryKey } = reads.reference([]);
  const isPossible = projectIds.length > 0 && projectIds.length <= mostProjects;
  const { data, isError } = useQuery({
    ...reads.reference(projectIds),
    enabled: isPossible,
    initialData: () => client.getQueryData(queryKey),
    initialDataUpdatedAt: () => client.getQueryState(queryKey)?.dataUpdatedAt,
  });
  return { reference: data ?? null, failed: isError || !isPossible };
}
