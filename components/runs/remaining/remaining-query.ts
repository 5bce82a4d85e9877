import { queryOptions } from '@tanstack/react-query';
import { fetchResult } from '@/components/layout/fetch-result';
import type { ActionOutput } from '@/lib/actions/define-action';
import type { handoverRemaining } from '@/lib/actions/handover/remaining';

export type Remaining = ActionOutput<typeof handoverRemaining>;
export type RemainingIssue = Remaining['issues'][number];

/** What was read of one run, whenever it ended. */
export const remainingKey = (host: string, runId: string) => [host, 'runs', runId, 'remaining'] as const;

/**
 * What the leaver still holds at Backlog, read when it is looked at.
 *
 * @param endedAt when the run ended: after another attempt it is another question
 */
export function remainingOptions(host: string, runId: string, endedAt: string | null) {
  const path = `/api/spaces/${encodeURIComponent(host)}/runs/${encodeURIComponent(runId)}/remaining`;
  return queryOptions({
    queryKey: [...remainingKey(host, runId), endedAt],
    queryFn: ({ signal }) => fetchResult<Remaining>(path, signal),
    staleTime: 0,
  });
}
