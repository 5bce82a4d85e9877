import { type BacklogClient, type CallOptions, isBacklogError } from '@/lib/backlog';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { type PlanItem, type PlanParent, type PlanParents, planBulkUpdate } from '@/lib/bulk';
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
 * Reads the selected issues, the parents they have or are to get and the reference data of their projects, and plans. Writes nothing
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
    readParents(client, issues, newParents(changes), call),
    readPlanReference(client, projectIds, new Set(changes.map((change) => change.field)), call),
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

/** The selected issues, in the order of the selection; ids that Backlog does not show are missing. */
export async function readSelection(
  input: Pick<DraftInput, 'client' | 'selection' | 'onProgress' | 'call'>,
): Promise<BacklogIssue[]> {
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

function newParents(changes: readonly Change[]): number[] {
  return changes.flatMap((change) =>
    change.field === 'parent' && change.verb === 'set' ? [change.to.id] : [],
  );
}

/**
 * The parents that issues have, as far as they can be read, and those that they are to get: null where there is none.
 */
export async function readParents(
  client: BacklogClient,
  issues: readonly BacklogIssue[],
  wanted: readonly number[],
  call: CallOptions,
): Promise<PlanParents> {
  const known = new Map(issues.map((issue) => [issue.id, issue]));
  const named = [...issues.flatMap((issue) => issue.parentIssueId ?? []), ...wanted];
  const toRead = [...new Set(named)].filter((id) => !known.has(id));
  const projectIds = [...new Set(issues.map((issue) => issue.projectId))];
  if (toRead.length > 0 && projectIds.length > 0) {
    for (const parent of await client.issues.byIds(toRead, projectIds, call)) known.set(parent.id, parent);
  }
  const parents = new Map<number, PlanParent | null>();
  for (const id of named) {
    const parent = known.get(id);
    if (parent !== undefined) parents.set(id, asParent(parent));
  }
  for (const id of new Set(wanted)) {
    if (!parents.has(id)) parents.set(id, await readNewParent(client, id, call));
  }
  return parents;
}

/** The parent to be, in whatever project it is; null when Backlog does not show it. */
async function readNewParent(
  client: BacklogClient,
  id: number,
  call: CallOptions,
): Promise<PlanParent | null> {
  try {
    return asParent(await client.issues.get(id, call));
  } catch (error) {
    const hidden =
      isBacklogError(error) && (error.code === 'BACKLOG_NOT_FOUND' || error.code === 'BACKLOG_FORBIDDEN');
    if (hidden) return null;
    throw error;
  }
}

function asParent({ issueKey, projectId, parentIssueId, status }: BacklogIssue): PlanParent {
  return { issueKey, projectId, parentIssueId, closed: status.id === CLOSED_STATUS };
}
