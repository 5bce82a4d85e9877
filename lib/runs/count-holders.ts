import type { BacklogClient } from '@/lib/backlog';
import { defaultStatuses } from '@/lib/backlog/schemas/default-statuses';

interface Milestone {
  projectId: number;
  milestoneId: number;
}

/** How many issues hold a milestone, be it as milestone or as version. */
export async function countHolders(
  { issues }: BacklogClient,
  { projectId, milestoneId }: Milestone,
): Promise<number> {
  const projectIds = [projectId];
  const asMilestone = await issues.count({ projectIds, milestoneIds: [milestoneId] });
  const asVersion = await issues.count({ projectIds, versionIds: [milestoneId] });
  return Math.max(asMilestone, asVersion);
}

/** How many issues hold a milestone as milestone and are not 完了. */
export async function countOpenHolders(
  { issues }: BacklogClient,
  { projectId, milestoneId }: Milestone,
): Promise<number> {
  const held = { projectIds: [projectId], milestoneIds: [milestoneId] };
  const all = await issues.count(held);
  if (all === 0) return 0;
  return Math.max(0, all - (await issues.count({ ...held, statusIds: [defaultStatuses.closed] })));
}
