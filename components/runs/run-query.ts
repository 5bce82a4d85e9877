import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { fetchResult } from '@/components/layout/fetch-result';
import type { RunConflicts, RunDetail, RunItem, RunItems, RunItemsInput, RunList } from './run-data';
import { isOver } from './run-state';

const POLL_MS = 2000;
const LOG_POLL_MS = 1500;
const LOG_SIZE = 60;
/** As many as a plan can hold. */
const ALL_ITEMS = 10_000;

const runsPath = (host: string) => `/api/spaces/${encodeURIComponent(host)}/runs`;
/** Where our routes about one run begin. */
export const runPath = (host: string, runId: string) => `${runsPath(host)}/${encodeURIComponent(runId)}`;
export const withInput = (path: string, input: object) =>
  `${path}?input=${encodeURIComponent(JSON.stringify(input))}`;

/** Server-sent events of one run. */
export const runEventsPath = (host: string, runId: string) => `${runPath(host, runId)}/events`;

/**
 * One run.
 * @param live events arrive by themselves: nothing has to be asked for
 */
export function runOptions(host: string, runId: string, live: boolean) {
  return queryOptions({
    queryKey: [host, 'runs', runId],
    networkMode: 'always',
    queryFn: ({ signal }) => fetchResult<RunDetail>(runPath(host, runId), signal),
    refetchInterval: (query) => {
      const run = query.state.data;
      return live || (run && isOver(run)) ? false : POLL_MS;
    },
  });
}

/** Everything that was read of the items of a run. */
export const runItemsKey = (host: string, runId: string) => [host, 'runs', runId, 'items'] as const;

function itemsOptions(host: string, runId: string, name: readonly unknown[], input: RunItemsInput) {
  return queryOptions({
    queryKey: [...runItemsKey(host, runId), ...name],
    queryFn: ({ signal }) => fetchResult<RunItems>(withInput(`${runPath(host, runId)}/items`, input), signal),
    placeholderData: keepPreviousData,
  });
}

/** Items that ended last, asked for again while the run is on and once more at its end. */
export function runLogOptions(host: string, runId: string, over: boolean) {
  const input: RunItemsInput = { order: 'newest', limit: LOG_SIZE };
  return {
    ...itemsOptions(host, runId, ['log', over], input),
    refetchInterval: over ? (false as const) : LOG_POLL_MS,
  };
}

/** Items that were not done, as far as they are known. */
export interface OpenItems {
  items: RunItem[];
  /** Figures of the run when they were read. */
  figures: string;
}

/** Items that ended after `endedAfter` (all without it) and were not done. */
export function fetchOpenItems(
  host: string,
  runId: string,
  endedAfter: string | null,
  signal: AbortSignal,
): Promise<RunItems> {
  const input: RunItemsInput = {
    states: ['rejected', 'conflict', 'unknown'],
    diffs: true,
    limit: ALL_ITEMS,
    ...(endedAfter === null ? {} : { endedAfter }),
  };
  return fetchResult<RunItems>(withInput(`${runPath(host, runId)}/items`, input), signal);
}

/** What Backlog shows now for the issues in conflict; read when it is looked at, never kept. */
export function conflictsOptions(host: string, runId: string) {
  return queryOptions({
    queryKey: [...runItemsKey(host, runId), 'conflicts'],
    queryFn: ({ signal }) => fetchResult<RunConflicts>(`${runPath(host, runId)}/conflicts`, signal),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

/** Everything that was updated, once the run is over. `count` is how many there should be: another number asks again. */
export function appliedItemsOptions(host: string, runId: string, over: boolean, count: number) {
  const input: RunItemsInput = { states: ['applied'], diffs: true, limit: ALL_ITEMS };
  return {
    ...itemsOptions(host, runId, ['applied', count], input),
    enabled: over,
    staleTime: Number.POSITIVE_INFINITY,
  };
}

/** The person's runs, the latest first, page by page. */
export function runListOptions(host: string) {
  return infiniteQueryOptions({
    queryKey: [host, 'runs', 'list'],
    queryFn: ({ signal, pageParam }) =>
      fetchResult<RunList>(
        withInput(runsPath(host), pageParam === null ? {} : { before: pageParam }),
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.more ? (last.runs.at(-1)?.approvedAt ?? null) : null),
    refetchInterval: (query) =>
      query.state.data?.pages[0]?.runs.some((run) => !isOver(run)) ? 3000 : 30_000,
  });
}
