import { type BacklogClient, type CallOptions, isBacklogError } from '@/lib/backlog';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import {
  type FixedField,
  type ItemToUndo,
  imageFields,
  isCustomFieldKey,
  isWikiStep,
  type MilestoneImage,
  milestoneImage,
  type PlanItem,
  planUndo,
  type WikiImage,
  wikiImage,
} from '@/lib/bulk';
import type { Database } from '@/lib/db';
import type { PlanRow } from './claim';
import { readParents, readSelection } from './draft-plan';
import { readPlanReference } from './read-plan-reference';
import { selectionSchema } from './selection';
import { itemsToUndo } from './undo-source';

export interface UndoDraftInput {
  client: BacklogClient;
  /** A plan of kind `undo`: its run, and the items of it as ids. */
  plan: PlanRow;
  /** Told after every page; may throw to give up. */
  onProgress: (read: number, total: number) => Promise<void>;
  call?: CallOptions;
}

/**
 * Plans the way back: reads what the run did, the issues as they are now, and what the values of before need. Writes
 * nothing anywhere.
 *
 * @throws BacklogError
 */
export async function draftUndoItems(db: Database, input: UndoDraftInput): Promise<PlanItem[]> {
  const { client, plan, onProgress, call = {} } = input;
  const selection = selectionSchema.parse(plan.selection);
  if (plan.sourceRunId === null || selection.kind !== 'ids')
    throw new Error('an undo names its run and its items');
  const items = await itemsToUndo(db, plan.sourceRunId, selection.ids);
  const ids = items.flatMap((item) => (item.kind === 'issue' ? [item.plan.issueId] : []));
  const chosen = { kind: 'ids', ids, projectIds: selection.projectIds } as const;
  const found = await readSelection({ client, selection: chosen, onProgress, call });
  const issues = [...found, ...(await readMoved(client, ids, found, call))];
  const stepProjects = [
    ...new Set(items.flatMap(({ kind, plan }) => (kind === 'step' ? [plan.projectId] : []))),
  ];
  const projectIds = [...new Set([...stepProjects, ...issues.map((issue) => issue.projectId)])];
  const [parents, reference, milestones, wikis] = await Promise.all([
    readParents(client, issues, parentsOf(items), call),
    readPlanReference(client, projectIds, fieldsOf(items), plan.timezone, call),
    readMilestones(client, stepProjects, plan.timezone, call),
    readWikis(client, items, call),
  ]);
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  return planUndo({ items, issues: byId, parents, milestones, wikis, reference, timezone: plan.timezone });
}

/** Issues that are not in their projects any more, wherever this person sees them. */
async function readMoved(
  client: BacklogClient,
  ids: readonly number[],
  found: readonly BacklogIssue[],
  call: CallOptions,
): Promise<BacklogIssue[]> {
  const known = new Set(found.map((issue) => issue.id));
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length === 0) return [];
  const projects = await client.projects.list({}, call);
  return client.issues.byIds(
    missing,
    projects.map((project) => project.id),
    call,
  );
}

/** Parents that issues are to get back. */
function parentsOf(items: readonly ItemToUndo[]): number[] {
  return items.flatMap((item) => (item.kind === 'issue' ? (item.before?.parent?.id ?? []) : []));
}

/** Fields that the run wrote. Milestones are known for side steps too. */
function fieldsOf(items: readonly ItemToUndo[]): Set<FixedField> {
  const fields = items.flatMap((item) => {
    if (item.kind === 'step') return ['milestone' as const];
    return imageFields(item.before ?? {}).flatMap((field) => (isCustomFieldKey(field) ? [] : [field]));
  });
  return new Set(fields);
}

async function readMilestones(
  client: BacklogClient,
  projectIds: readonly number[],
  timezone: string,
  call: CallOptions,
): Promise<Map<number, MilestoneImage[]>> {
  const read = await Promise.all(projectIds.map((id) => client.projects.versions(id, call)));
  return new Map(
    projectIds.map((id, index) => [
      id,
      (read[index] ?? []).map((version) => milestoneImage(version, timezone)),
    ]),
  );
}

/** Pages that have the names which steps gave or took, by project. */
async function readWikis(
  { wikis }: BacklogClient,
  items: readonly ItemToUndo[],
  call: CallOptions,
): Promise<Map<number, WikiImage[]>> {
  const found = new Map<number, WikiImage[]>();
  for (const { kind, plan, after } of items) {
    if (kind !== 'step' || plan.step === undefined || !isWikiStep(plan.step)) continue;
    const { projectId, name } = plan.step;
    const made = after?.wiki?.id;
    const pages =
      made === undefined
        ? await wikis.list({ projectId, keyword: name }, call)
        : await wikis.get(made, call).then((page) => [page], noneIfGone);
    found.set(projectId, [...(found.get(projectId) ?? []), ...pages.map(wikiImage)]);
  }
  return found;
}

function noneIfGone(error: unknown): never[] {
  if (isBacklogError(error) && error.code === 'BACKLOG_NOT_FOUND') return [];
  throw error;
}
