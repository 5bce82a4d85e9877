import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { Change } from './changes';
import { imageOf } from './field-image';
import { OLD_RECORDS_TIMEZONE } from './issue-values';
import { diffFields, type PlanBlock, type PlanItem } from './plan';
import { type FieldChange, planField } from './plan-field';
import type { PlanReference } from './plan-reference';
import { paramsOf } from './update-params';
import { warningsFor } from './warning-rules';

export interface PlanInput {
  /** As just read, in selection order. An issue that comes twice is planned once. */
  issues: readonly BacklogIssue[];
  /** Parent issues by id, as far as they could be read. */
  parents: ReadonlyMap<number, { issueKey: string; closed: boolean }>;
  /** Selected ids that Backlog no longer shows. They follow the issues as blocked rows. */
  missingIds: readonly number[];
  /** At most one per field. */
  changes: readonly Change[];
  reference: PlanReference;
  /** False for roles that may only look or only add issues. */
  actorCanWrite: boolean;
  /** `updated` of the rows the person selected from, by issue id. */
  seen?: ReadonlyMap<number, string>;
  /** IANA zone of the space; matters for date values of old records only. */
  timezone?: string;
}

/**
 * Issues and changes in, one row per issue out: pure, and total over everything the schemas let through.
 *
 * A row is `blocked` when a value that has to be written does not exist in its project, `unchanged` when no field
 * would differ, `needsReview` (left out) with any warning, else `change`. A comment alone changes every row. Beside
 * other changes it rides only on rows where one of them takes effect: an unchanged row stays silent, because nothing
 * happens there that the comment could speak about.
 */
export function planBulkUpdate(input: PlanInput): PlanItem[] {
  const planned = new Map<number, PlanItem>();
  for (const issue of input.issues) {
    if (!planned.has(issue.id)) planned.set(issue.id, planIssue(issue, input));
  }
  for (const id of input.missingIds) {
    if (!planned.has(id)) planned.set(id, goneItem(id));
  }
  return [...planned.values()];
}

function planIssue(issue: BacklogIssue, input: PlanInput): PlanItem {
  const { changes, reference, parents, seen = new Map(), timezone = OLD_RECORDS_TIMEZONE } = input;
  const project = reference.projects.get(issue.projectId);
  if (project === undefined) {
    const values = { project: issue.issueKey.replace(/-\d+$/, '') };
    return blockedItem(issue, [{ code: 'ISSUE_OTHER_PROJECT', values }], timezone);
  }
  if (!input.actorCanWrite) {
    const blocks: PlanBlock[] = [{ code: 'NO_WRITE_RIGHT', values: { project: project.projectKey } }];
    return blockedItem(issue, blocks, timezone);
  }

  const fieldChanges = changes.filter((change): change is FieldChange => change.field !== 'comment');
  const plans = fieldChanges.map((change) => planField(change, { issue, project, reference, timezone }));
  const blocks = plans.flatMap((plan) => plan.blocks);
  if (blocks.length > 0) return blockedItem(issue, blocks, timezone);

  const diffs = plans.flatMap((plan) => plan.diff ?? []);
  const comment = changes.find((change) => change.field === 'comment')?.text;
  const commentOnly = fieldChanges.length === 0 && comment !== undefined;
  const row = rowOf(issue, timezone);
  if (diffs.length === 0 && !commentOnly) return row;

  const warnings = warningsFor({ issue, diffs, project, parents, seen, timezone });
  const calm = warnings.length === 0;
  return {
    ...row,
    pile: calm ? 'change' : 'needsReview',
    included: calm,
    diffs,
    params: paramsOf(diffs, comment),
    warnings,
  };
}

/** A row to which nothing happens. */
function rowOf(issue: BacklogIssue, timezone: string): PlanItem {
  return {
    issueId: issue.id,
    issueKey: issue.issueKey,
    projectId: issue.projectId,
    summary: issue.summary,
    pile: 'unchanged',
    included: false,
    diffs: [],
    params: {},
    warnings: [],
    blocks: [],
    current: imageOf(issue, diffFields, timezone),
    issueUpdated: issue.updated,
  };
}

function blockedItem(issue: BacklogIssue, blocks: PlanBlock[], timezone: string): PlanItem {
  return { ...rowOf(issue, timezone), pile: 'blocked', blocks };
}

/** Backlog shows nothing of it any more: neither key nor subject are known. */
function goneItem(id: number): PlanItem {
  return {
    issueId: id,
    issueKey: '',
    projectId: 0,
    summary: '',
    pile: 'blocked',
    included: false,
    diffs: [],
    params: {},
    warnings: [],
    blocks: [{ code: 'ISSUE_GONE', values: { id: String(id) } }],
    issueUpdated: '',
  };
}
