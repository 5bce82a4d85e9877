import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { Change } from './changes';
import { customFieldKey } from './custom-values';
import { imageOf } from './field-image';
import { OLD_RECORDS_TIMEZONE } from './issue-values';
import { namedDiff } from './named-diff';
import { type DiffField, fixedFields, type NamedValue, type PlanBlock, type PlanItem } from './plan';
import { type FieldChange, planField } from './plan-field';
import type { PlanParents, PlanReference } from './plan-reference';
import { requiredBlocks } from './required-fields';
import { paramsOf, type SaidParams } from './update-params';
import { warningsFor } from './warning-rules';

export interface PlanInput {
  /** As just read, in selection order. An issue that comes twice is planned once. */
  issues: readonly BacklogIssue[];
  /** Parents that issues have or are to get. */
  parents: PlanParents;
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
 * A row is `blocked` when something that has to be written cannot be, `unchanged` when no field would differ,
 * `needsReview` (left out) with any warning, else `change`. A comment alone changes every row. Beside other changes it
 * rides only on rows where one of them takes effect: an unchanged row stays silent, because nothing happens there that
 * the comment could speak about. People are told where a field or the comment takes effect.
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
  const row = rowOf(issue, input);
  const project = reference.projects.get(issue.projectId);
  if (project === undefined) {
    const values = { project: issue.issueKey.replace(/-\d+$/, '') };
    return blockedRow(row, [{ code: 'ISSUE_OTHER_PROJECT', values }]);
  }
  if (!input.actorCanWrite) {
    return blockedRow(row, [{ code: 'NO_WRITE_RIGHT', values: { project: project.projectKey } }]);
  }

  const fieldChanges = changes.filter(isFieldChange);
  const subject = { issue, project, reference, timezone, parents };
  const issueType = typeAfter(fieldChanges, subject);
  const plans = fieldChanges.map((change) => planField(change, { ...subject, issueType }));
  const blocks = plans.flatMap((plan) => plan.blocks);
  if (blocks.length > 0) return blockedRow(row, blocks);

  const diffs = plans.flatMap((plan) => plan.diffs);
  const said = saidBy(changes);
  const commentOnly = fieldChanges.length === 0 && said.comment !== undefined;
  if (diffs.length === 0 && !commentOnly) return row;

  const outcome = { issue, diffs, project, issueType, timezone };
  const missing = requiredBlocks(outcome);
  if (missing.length > 0) return blockedRow(row, missing);
  const warnings = warningsFor({ ...outcome, parents, seen });
  const calm = warnings.length === 0;
  return {
    ...row,
    pile: calm ? 'change' : 'needsReview',
    included: calm,
    diffs,
    params: paramsOf(diffs, said),
    warnings,
  };
}

function isFieldChange(change: Change): change is FieldChange {
  return change.field !== 'comment' && change.field !== 'notify';
}

/** The type that the issue is going to have: custom fields are judged by it. */
function typeAfter(changes: readonly FieldChange[], subject: Parameters<typeof planField>[1]): NamedValue {
  const change = changes.find((one) => one.field === 'issueType');
  const diffs = change === undefined ? [] : planField(change, subject).diffs;
  return namedDiff(diffs, 'issueType')?.after ?? subject.issue.issueType;
}

/** What the request of a row says beside the fields. */
function saidBy(changes: readonly Change[]): SaidParams {
  const said: SaidParams = {};
  for (const change of changes) {
    if (change.field === 'comment') said.comment = change.text;
    if (change.field === 'notify') said.notifiedUserId = change.people.map((person) => person.id);
  }
  return said;
}

/** A row to which nothing happens. */
function rowOf(issue: BacklogIssue, { changes, parents, timezone }: PlanInput): PlanItem {
  const custom = changes.flatMap((change): DiffField[] => {
    const id = change.field === 'custom' ? change.target.byProject[String(issue.projectId)] : undefined;
    return id === undefined ? [] : [customFieldKey(id)];
  });
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
    current: imageOf(issue, [...fixedFields, ...custom], timezone, (id) => parents.get(id)?.issueKey),
    issueUpdated: issue.updated,
  };
}

function blockedRow(row: PlanItem, blocks: PlanBlock[]): PlanItem {
  return { ...row, pile: 'blocked', blocks };
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
