import type { BacklogClient } from '@/lib/backlog';
import { defaultStatuses } from '@/lib/backlog/schemas/default-statuses';

/** Every status of these projects but 完了, each once. One read per project. */
export async function openStatusIds(
  { projects }: BacklogClient,
  projectIds: readonly number[],
): Promise<number[]> {
  const lists = await Promise.all(projectIds.map((id) => projects.statuses(id)));
  const ids = new Set(lists.flatMap((list) => list.map((status) => status.id)));
  ids.delete(defaultStatuses.closed);
  return [...ids];
}
