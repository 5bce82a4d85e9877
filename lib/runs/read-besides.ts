import type { BacklogClient, CallOptions } from '@/lib/backlog';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';

/**
 * Issues that take part in a plan though its selection does not name them. They are looked for in the plan's projects,
 * then wherever the person may look; what is missing from the answer is gone or hidden.
 */
export async function readBesides(
  client: BacklogClient,
  ids: readonly number[],
  projectIds: readonly number[],
  call: CallOptions,
): Promise<BacklogIssue[]> {
  if (ids.length === 0) return [];
  const near = projectIds.length === 0 ? [] : await client.issues.byIds(ids, projectIds, call);
  const found = new Set(near.map((issue) => issue.id));
  const left = ids.filter((id) => !found.has(id));
  if (left.length === 0) return near;
  const joined = await client.projects.list({ archived: false }, call);
  const others = joined.map((project) => project.id).filter((id) => !projectIds.includes(id));
  return others.length === 0 ? near : [...near, ...(await client.issues.byIds(left, others, call))];
}
