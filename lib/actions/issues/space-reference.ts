import type { BacklogClient } from '@/lib/backlog';
import type { SpaceReference } from '@/lib/columns/issue-row';
import { createTimedCache } from './timed-cache';

type OfSpace = Pick<SpaceReference, 'spaceName' | 'priorities' | 'resolutions'>;

const cache = createTimedCache<OfSpace>();

/** What holds for the whole space: three reads, remembered for 60 s. */
export function spaceReference(backlog: BacklogClient, now: number): Promise<OfSpace> {
  return cache(backlog, 'space', now, async () => {
    const [space, priorities, resolutions] = await Promise.all([
      backlog.space.get(),
      backlog.priorities.list(),
      backlog.resolutions.list(),
    ]);
    const named = (one: { id: number; name: string }) => ({ id: one.id, name: one.name });
    return { spaceName: space.name, priorities: priorities.map(named), resolutions: resolutions.map(named) };
  });
}
