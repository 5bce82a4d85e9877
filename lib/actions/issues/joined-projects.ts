import type { BacklogClient } from '@/lib/backlog';
import type { BacklogProject } from '@/lib/backlog/schemas/project';
import { createTimedCache } from './timed-cache';

const cache = createTimedCache<BacklogProject[]>();

/** Projects the person has joined, archived ones left out, in Backlog's order. */
export function joinedProjects(backlog: BacklogClient, now: number): Promise<BacklogProject[]> {
  return cache(backlog, 'projects', now, () => backlog.projects.list({ archived: false }));
}
