import { queryOptions } from '@tanstack/react-query';
import { fetchResult } from '@/components/layout/fetch-result';
import type { RunDetail, RunItems, RunItemsInput } from '@/components/runs/run-data';
import type { ClosureRecord } from '../closure-data';

/** While the run is on, its record grows. */
const GROWS_MS = 3000;
/** Every item, as many as a plan can hold, with what was approved for it. */
export const recordItemsInput: RunItemsInput = { diffs: true, limit: 10_000 };

const path = (host: string, runId: string) =>
  `/api/spaces/${encodeURIComponent(host)}/runs/${encodeURIComponent(runId)}`;

/** What the run of a closure has done. */
export function recordOptions(host: string, runId: string) {
  return queryOptions({
    queryKey: [host, 'runs', runId, 'closure'],
    queryFn: ({ signal }) => fetchResult<ClosureRecord>(`${path(host, runId)}/closure`, signal),
    refetchInterval: (query) => ((query.state.data?.notDone.left ?? 0) > 0 ? GROWS_MS : false),
  });
}

/** Who approved it, and when. */
export function recordRunOptions(host: string, runId: string) {
  return queryOptions({
    queryKey: [host, 'runs', runId, 'closure', 'run'],
    queryFn: ({ signal }) => fetchResult<RunDetail>(path(host, runId), signal),
  });
}

/**
 * Every issue with what was approved for it and what became of it.
 *
 * @param record what it counts: other figures ask again
 */
export function recordItemsOptions(host: string, runId: string, record: ClosureRecord | undefined) {
  const { closed, carriedOver, withoutMilestone, notDone } = record ?? {};
  const query = encodeURIComponent(JSON.stringify(recordItemsInput));
  return queryOptions({
    queryKey: [host, 'runs', runId, 'closure', 'items', closed, carriedOver, withoutMilestone, notDone],
    queryFn: ({ signal }) => fetchResult<RunItems>(`${path(host, runId)}/items?input=${query}`, signal),
    enabled: record !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
