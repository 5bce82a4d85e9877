import type { BacklogClient } from '@/lib/backlog';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { PlanItem } from '@/lib/bulk';

export interface StaleIssue {
  issueId: number;
  issueKey: string;
  /** UTC instant of the change. */
  updated: string;
  updatedBy: string | null;
}

/** Up to here the issues themselves are read again; above, the newest changes of their projects. */
const READ_BY_ID = 200;
const mostPages = 10;
const pageSize = 100;
const dayMs = 24 * 60 * 60 * 1000;
/** Backlog's clock may be a little behind ours. */
const skewMs = 5 * 60 * 1000;

/** Included rows whose issue was changed after the plan read it. One to ten list calls. */
export async function findStale(
  client: BacklogClient,
  items: readonly PlanItem[],
  plannedAt: Date,
): Promise<StaleIssue[]> {
  const issues = items.filter((item) => item.included && item.step === undefined);
  const included = new Map(issues.map((item) => [item.issueId, item]));
  if (included.size === 0) return [];
  const projectIds = [...new Set([...included.values()].map((item) => item.projectId))];
  const fresh =
    included.size <= READ_BY_ID
      ? await client.issues.byIds([...included.keys()], projectIds)
      : await readChangedSince(client, projectIds, plannedAt.getTime() - skewMs);
  return fresh.flatMap((issue) => {
    const item = included.get(issue.id);
    if (item === undefined || item.issueUpdated === issue.updated) return [];
    const { id, issueKey, updated, updatedUser } = issue;
    return [{ issueId: id, issueKey, updated, updatedBy: updatedUser?.name ?? null }];
  });
}

async function readChangedSince(
  client: BacklogClient,
  projectIds: number[],
  since: number,
): Promise<BacklogIssue[]> {
  // The zone of `updatedSince` is undocumented: one more day, then by the instant.
  const updatedSince = new Date(since - dayMs).toISOString().slice(0, 10);
  const found: BacklogIssue[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    const rows = await client.issues.list({
      projectIds,
      updatedSince,
      sort: 'updated',
      order: 'desc',
      offset: page * pageSize,
      count: pageSize,
    });
    found.push(...rows.filter((issue) => Date.parse(issue.updated) >= since));
    const last = rows.at(-1);
    if (rows.length < pageSize || last === undefined || Date.parse(last.updated) < since) break;
  }
  return found;
}
