import { type BacklogClient, type CallOptions, isBacklogError } from '@/lib/backlog';
import { dayIn } from '@/lib/backlog/schemas/date-only';
import { defaultStatuses } from '@/lib/backlog/schemas/default-statuses';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import {
  closes,
  japaneseHolidays,
  type LintFacts,
  type Operation,
  type OperationInput,
  operationFields,
  operationIssueIds,
  type PlanItem,
  type PlanParent,
  type PlanParents,
  type PlanReference,
  planBulkUpdate,
  planOperation,
  type RowFix,
} from '@/lib/bulk';
import type { Change } from '@/lib/bulk/changes';
import { readBesides } from './read-besides';
import { readOpenChildren } from './read-open-children';
import { readPlanReference } from './read-plan-reference';
import { readSuccessorLoad } from './read-successor-load';
import type { Selection } from './selection';

/** Two list calls, which the client keeps in flight together. */
const idsPerStep = 200;

export interface DraftInput {
  client: BacklogClient;
  selection: Selection;
  changes: Change[];
  /** Of a plan that is an operation: its decisions take the place of `changes`. */
  operation: Operation | null;
  /** Changes that the person added for single issues. */
  fixes: readonly RowFix[];
  /** The person whose plan it is. */
  actorId: number;
  /** Instant at which the plan was begun. */
  now: Date;
  /** IANA zone of the space. */
  timezone: string;
  /** As `OperationInput` tells it. */
  alreadySaid: OperationInput['alreadySaid'];
  /** Conflicts that the person decided about: as `PlanRowsInput` tells it. */
  taken: NonNullable<OperationInput['taken']>;
  /** Told after every page; may throw to give up. */
  onProgress: (read: number, total: number) => Promise<void>;
  call?: CallOptions;
}

/**
 * Reads the selected issues, those that fixes add, their parents, the children of what is closed and the reference data
 * of their projects, and plans. Writes nothing anywhere.
 *
 * @throws BacklogError, AppError WALK_TOO_LONG
 */
export async function draftPlanItems(input: DraftInput): Promise<PlanItem[]> {
  const { client, selection, operation, fixes, timezone, call = {} } = input;
  const selected = await readSelection(input);
  const found = new Set(selected.map((issue) => issue.id));
  const added = new Set(fixes.flatMap((fix) => (fix.adds ? [fix.issueId] : [])));
  const named = new Set([...added, ...(operation === null ? [] : operationIssueIds(operation))]);
  const besideIds = [...named].filter((id) => !found.has(id));
  const besides = await readBesides(client, besideIds, projectsOf(selected, operation), call);
  const issues = [...selected, ...besides];
  const shown = new Set(issues.map((issue) => issue.id));
  const wanted = [...(selection.kind === 'ids' ? selection.ids : []), ...added];
  const missingIds = wanted.filter((id) => !shown.has(id));
  const projectIds = projectsOf(issues, operation);
  const changes = [...input.changes, ...fixes.flatMap((fix) => fix.changes)];
  const fields = new Set([
    ...changes.map((change) => change.field),
    ...(operation === null ? [] : operationFields(operation)),
  ]);
  const [parents, reference, load] = await Promise.all([
    readParents(client, issues, newParents(changes), call),
    readPlanReference(client, projectIds, fields, timezone, call),
    readSuccessorLoad(client, operation, call),
  ]);
  const plan = (openChildren: LintFacts['openChildren']) =>
    planned(input, { selected, besides, added, missingIds, parents, reference, load, openChildren });
  const items = plan(new Map());
  const closed = items.filter((item) => closes(item.diffs)).map((item) => item.issueId);
  if (closed.length === 0) return items;
  return plan(await readOpenChildren(client, closed, projectIds, call));
}

interface Facts {
  selected: readonly BacklogIssue[];
  /** Issues that only fixes, or the operation by itself, speak of. */
  besides: readonly BacklogIssue[];
  /** Issues that take part because of their fixes. */
  added: ReadonlySet<number>;
  missingIds: readonly number[];
  parents: PlanParents;
  reference: PlanReference;
  load: OperationInput['load'];
  openChildren: LintFacts['openChildren'];
}

function planned(input: DraftInput, facts: Facts): PlanItem[] {
  const { selection, changes, operation, timezone, actorId, now, alreadySaid, taken } = input;
  const { selected, besides, added, missingIds, parents, reference, load, openChildren = new Map() } = facts;
  const holidays = japaneseHolidays();
  const takenOf = (id: number) => {
    const row = taken.get(id);
    return row === undefined ? [] : [[id, row] as const];
  };
  const common = {
    issues: [...selected, ...besides],
    parents,
    missingIds,
    reference,
    // Only people who may write get as far as making a plan.
    actorCanWrite: true,
    timezone,
    lint: { now: now.toISOString(), actorId, holidays, openChildren, reviewed: new Set(taken.keys()) },
    // An issue that a fix has added is here for that alone.
    taken: new Map(selected.flatMap(({ id }) => takenOf(id))),
    fixes: new Map(input.fixes.map((fix) => [fix.issueId, fix.changes])),
    added,
    ...(selection.kind === 'ids' && selection.seen !== undefined
      ? { seen: new Map(Object.entries(selection.seen).map(([id, updated]) => [Number(id), updated])) }
      : {}),
  };
  // The changes of a bulk update are for what was selected, not for what a fix has added.
  if (operation === null) return planBulkUpdate({ ...common, changes, besides: added });
  const besideIds = new Set(besides.map((issue) => issue.id));
  const today = dayIn(timezone, now);
  return planOperation(operation, { ...common, besides: besideIds, today, holidays, load, alreadySaid });
}

/** A closure speaks of its project even when no issue of it is left. */
function projectsOf(issues: readonly BacklogIssue[], operation: Operation | null): number[] {
  const own = operation?.kind === 'closure' ? [operation.projectId] : [];
  return [...new Set([...own, ...issues.map((issue) => issue.projectId)])];
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

function asParent({ issueKey, projectId, parentIssueId, status, assignee }: BacklogIssue): PlanParent {
  return {
    issueKey,
    projectId,
    parentIssueId,
    closed: status.id === defaultStatuses.closed,
    assignee: assignee && { id: assignee.id, name: assignee.name },
  };
}
