import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { ActionContext } from '../context';
import { openStatusIds } from './open-status-ids';

/** Open issues of a person in every project that the caller has joined, as Backlog shows them now. */
export async function heldIssues({ backlog }: ActionContext, assigneeId: number): Promise<BacklogIssue[]> {
  // Not remembered from before: what is left is counted exactly.
  const joined = await backlog.projects.list({ archived: false });
  const projectIds = joined.map(({ id }) => id);
  if (projectIds.length === 0) return [];
  const statusIds = await openStatusIds(backlog, projectIds);
  const held: BacklogIssue[] = [];
  for await (const page of backlog.issues.walk({ projectIds, statusIds, assigneeIds: [assigneeId] })) {
    held.push(...page);
  }
  return held;
}
