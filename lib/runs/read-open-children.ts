import type { BacklogClient, CallOptions } from '@/lib/backlog';
import { defaultStatuses } from '@/lib/backlog/schemas/default-statuses';
import type { OpenChild } from '@/lib/bulk';

const parentsPerCall = 100;

/** Children that are not closed, by parent id; parents without any are missing. */
export async function readOpenChildren(
  client: BacklogClient,
  parentIds: readonly number[],
  projectIds: readonly number[],
  call: CallOptions,
): Promise<Map<number, OpenChild[]>> {
  const found = new Map<number, OpenChild[]>();
  for (let start = 0; start < parentIds.length; start += parentsPerCall) {
    const parentIssueIds = parentIds.slice(start, start + parentsPerCall);
    for await (const page of client.issues.walk({ projectIds, parentIssueIds }, {}, call)) {
      for (const { id, issueKey, projectId, parentIssueId, status } of page) {
        if (parentIssueId === null || status.id === defaultStatuses.closed) continue;
        found.set(parentIssueId, [...(found.get(parentIssueId) ?? []), { id, issueKey, projectId }]);
      }
    }
  }
  return found;
}
