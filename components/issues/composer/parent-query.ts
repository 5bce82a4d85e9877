import { queryOptions } from '@tanstack/react-query';
import { fetchResult } from '@/components/layout/fetch-result';
import type { ActionOutput } from '@/lib/actions/define-action';
import type { issuesByKey } from '@/lib/actions/issues/by-key';

/** The issue of a key, or null when there is none; asks nothing while no key is known. */
export function parentQuery(host: string, key: string | null) {
  return queryOptions({
    queryKey: [host, 'issues', 'byKey', key],
    enabled: key !== null,
    queryFn: async ({ signal }) => {
      const path = `/api/spaces/${encodeURIComponent(host)}/issues/by-key?key=${encodeURIComponent(key ?? '')}`;
      return (await fetchResult<ActionOutput<typeof issuesByKey>>(path, signal)).issue;
    },
    staleTime: 60_000,
    retry: false,
  });
}
