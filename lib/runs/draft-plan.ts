import type { BacklogClient, CallOptions } from '@/lib/backlog';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { type PlanItem, planBulkUpdate } from '@/lib/bulk';
import type { Change } from '@/lib/bulk/changes';
import { readPlanReference } from './read-plan-reference';
import type { Selection } from './selection';

/** Backlog's id of 完了 in every project. */
const CLOSED_STATUS = 4;
/** Two list calls, which the client keeps in flight together. */
const idsPerStep = 200;

export interface DraftInput {
  client: BacklogClient;
  selection: Selection;
  changes: Change[];
  /** IANA zone of the space. */
  timezone: string;
  /** Told after every page; may throw to give up. */
  onProgress: (read: number, total: number) => Promise<void>;
  call?: CallOptions;
}

/**
 * Reads the selected issues, the parents they name and the reference data of their projects, and plans. Writes nothing
 * anywhere.
 *
 * @throws BacklogError, AppError WALK_TOO_LONG
 */
export async function draftPlanItems(input: DraftInput): Promise<PlanItem[]> {
  const { client, selection, changes, timezone, call = {} } = input;
  const issues = await readSelection(input);
  const found = new Set(issues.map((issue) => issue.id));
  const missingIds = selection.kind === 'ids' ? selection.ids.filter((id) => !found.has(id)) : [];
  const projectIds = [...new Set(issues.map((issue) => issue.projectId))];
  const [parents, reference] = await Promise.all([
    readParents(client, issues, projectIds, call),
    readPlanReference(client, projectIds, changes, call),
  ]);
  const seen =
    selection.kind === 'ids' && selection.seen !== undefined
      ? new Map(Object.entries(selection.seen).map(([id, updated]) => [Number(id), updated]))
      : undefined;
  return planBulkUpdate({
    issues,
    parents,
    missingIds,
    changes,
    reference,
    // Only people who may write get as far as making a plan.
    actorCanWrite: true,
    timezone,
    ...(seen === undefined ? {} : { seen }),
  });
}

async function readSelection(input: DraftInput): Promise<BacklogIssue[]> {
  const { client, selection, onProgress, call = {} } = input;
  const issues: BacklogIssue[] = [];
  if (selection.kind === 'ids') {
    const { ids, projectIds } = selection;
    for (let start = 0; start < ids.length; start += idsPerStep) {
      issues.push(...(await client.issues.byIds(ids.slice(start, start + idsPerStep), projectIds, call)));
      await onProgress(Math.min(start + idsPerStep, ids.length), ids.length);
    }
    return issues;
  }
  for await (const page of client.issues.walk(selection.query, {}, call)) {
    issues.push(...page);
    await onProgress(issues.length, Math.max(issues.length, selection.countSeen));
  }
  return issues;
}

async function readParents(
  client: BacklogClient,
  issues: readonly BacklogIssue[],
  projectIds: readonly number[],
  call: CallOptions,
): Promise<Map<number, { issueKey: string; closed: boolean }>> {
  const known = new Map(issues.map((issue) => [issue.id, issue]));
  const wanted = [
    ...new Set(issues.flatMap((issue) => (issue.parentIssueId === null ? [] : [issue.parentIssueId]))),
  ];
  const toRead = wanted.filter((id) => !known.has(id));
  if (toRead.length > 0) {
    for (const parent of await client.issues.byIds(toRead, projectIds, call)) known.set(parent.id, parent);
  }
  return new Map(
    wanted.flatMap((id) => {
      const parent = known.get(id);
      if (parent === undefined) return [];
      return [[id, { issueKey: parent.issueKey, closed: parent.status.id === CLOSED_STATUS }] as const];
    }),
  );
}
