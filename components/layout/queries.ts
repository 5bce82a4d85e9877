import { queryOptions } from '@tanstack/react-query';
import type { ActionOutput } from '@/lib/actions/define-action';
import type { issuesProjects } from '@/lib/actions/issues/projects';
import type { quotaGet } from '@/lib/actions/quota/get';
import type { runsList } from '@/lib/actions/runs/list';
import type { settingsGet } from '@/lib/actions/settings/get';
import { fetchResult } from './fetch-result';

const api = (host: string, path: string) => `/api/spaces/${encodeURIComponent(host)}/${path}`;

/** Projects the person has joined. */
export const projectsOptions = (host: string) =>
  queryOptions({
    queryKey: [host, 'projects'],
    queryFn: ({ signal }) => fetchResult<ActionOutput<typeof issuesProjects>>(api(host, 'projects'), signal),
    staleTime: 5 * 60_000,
  });

/** What is left of the quota, as the last answers of Backlog told. */
export const quotaOptions = (host: string) =>
  queryOptions({
    queryKey: [host, 'quota'],
    queryFn: ({ signal }) => fetchResult<ActionOutput<typeof quotaGet>>(api(host, 'quota'), signal),
    refetchInterval: 15_000,
  });

/** Whether a run is live, for the dot in the navigation. */
export const runningOptions = (host: string) =>
  queryOptions({
    queryKey: [host, 'runs', 'live'],
    queryFn: ({ signal }) => fetchResult<ActionOutput<typeof runsList>>(api(host, 'runs'), signal),
    select: (list) => ({
      running: list.runs.filter((run) => run.state === 'running' || run.state === 'queued').length,
    }),
    refetchInterval: 15_000,
  });

/** What the person has chosen for all their runs at the space. */
export const settingsOptions = (host: string) =>
  queryOptions({
    queryKey: [host, 'settings'],
    queryFn: ({ signal }) => fetchResult<ActionOutput<typeof settingsGet>>(api(host, 'settings'), signal),
  });
