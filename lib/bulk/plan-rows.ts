import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { changeKey } from './change-key';
import type { Change } from './changes';
import { closes } from './closing-rules';
import { customFieldKey } from './custom-values';
import { imageOf } from './field-image';
import { OLD_RECORDS_TIMEZONE } from './issue-values';
import { type LintFacts, noLintFacts } from './lint-facts';
import { namedDiff } from './named-diff';
import { type DiffField, fixedFields, type NamedValue, type PlanBlock, type PlanItem } from './plan';
import { type FieldChange, planField } from './plan-field';
import type { PlanParents, PlanReference } from './plan-reference';
import { requiredBlocks } from './required-fields';
import { type TakenRow, takenChanges } from './taken-changes';
import { paramsOf, type SaidParams } from './update-params';
import type { WarningSubject } from './warning-rule';
import { warningsFor } from './warning-rules';

/** What every planner is given. */
export interface PlanRowsInput {
  /** As just read, in selection order. An issue that comes twice is planned once. */
  issues: readonly BacklogIssue[];
  /** Parents that issues have or are to get. */
  parents: PlanParents;
  /** Selected ids that Backlog no longer shows. They follow the issues as blocked rows. */
  missingIds: readonly number[];
  reference: PlanReference;
  /** False for roles that may only look or only add issues. */
  actorCanWrite: boolean;
  /** `updated` of the rows the person selected from, by issue id. */
  seen?: ReadonlyMap<number, string>;
  /** IANA zone of the space; matters for date values of old records only. */
  timezone?: string;
  /** What the checks before writing look at beside the issues. */
  lint?: LintFacts;
  /** Changes that a person added for single issues, by issue id. */
  fixes?: ReadonlyMap<number, readonly Change[]>;
  /**
   * Issues that take part because of their fixes. Any other fix goes with the plan's own changes of its issue, and means
   * nothing once there are none. Left out: every fix stands for itself.
   */
  added?: ReadonlySet<number>;
  /**
   * Issues of which the person took the values of an earlier row, by issue id: they win over whatever the planner makes
   * of the issue as it is now, unless that is a block.
   */
  taken?: ReadonlyMap<number, TakenRow>;
}

/** What is to be done to one issue, or why nothing can be. */
export type RowWish = { changes: readonly Change[]; stage?: number } | { block: PlanBlock };

/** Decides about one issue; null leaves it out of the plan. */
export type RowPlanner = (issue: BacklogIssue) => RowWish | null;

/**
 * Issues and a decision per issue in, one row per issue out. Everything that plans goes through here, so that blocks,
 * warnings and parameters mean the same in every plan.
 *
 * A row is `blocked` when something that has to be written cannot be, `unchanged` when no field would differ,
 * `needsReview` (left out) with any warning, else `change`. A comment alone changes every row. Beside other changes it
 * rides only on rows where one of them takes effect: an unchanged row stays silent, because nothing happens there that
 * the comment could speak about. People are told where a field or the comment takes effect.
 */
export function planRows(input: PlanRowsInput, wishOf: RowPlanner): PlanItem[] {
  const planned = new Map<number, PlannedRow>();
  for (const issue of input.issues) {
    if (planned.has(issue.id)) continue;
    const wish = withTaken(issue, wishOf(issue), input);
    if (wish !== null) planned.set(issue.id, planIssue(issue, wish, input));
  }
  const rows = withWarnings([...planned.values()], input);
  const gone = input.missingIds.filter((id, index, all) => !planned.has(id) && all.indexOf(id) === index);
  return [...rows, ...gone.map(goneItem)];
}

/** In another project the values of the row mean nothing: what the planner makes of the issue there counts. */
function withTaken(issue: BacklogIssue, wish: RowWish | null, { taken }: PlanRowsInput): RowWish | null {
  const row = taken?.get(issue.id);
  if (row === undefined || (wish !== null && 'block' in wish)) return wish;
  const own = wish?.changes ?? [];
  if (row.projectId !== issue.projectId && own.length > 0) return wish;
  const stage = wish?.stage ?? row.stage;
  return { changes: takenChanges(row, issue, own), ...(stage === undefined ? {} : { stage }) };
}

/** A row before its warnings; `subject` is there where something is going to change. */
interface PlannedRow {
  row: PlanItem;
  subject?: Omit<WarningSubject, 'parents' | 'seen' | 'lint'>;
}

function planIssue(issue: BacklogIssue, wish: RowWish, input: PlanRowsInput): PlannedRow {
  const { reference, parents, timezone = OLD_RECORDS_TIMEZONE } = input;
  const changes = changesOf(issue, wish, input);
  const stage = 'block' in wish ? undefined : wish.stage;
  const row = { ...rowOf(issue, changes, input), ...(stage === undefined ? {} : { stage }) };
  const blocked = (...blocks: PlanBlock[]): PlannedRow => ({ row: { ...row, pile: 'blocked', blocks } });
  const project = reference.projects.get(issue.projectId);
  if (project === undefined) {
    const values = { project: issue.issueKey.replace(/-\d+$/, '') };
    return blocked({ code: 'ISSUE_OTHER_PROJECT', values });
  }
  if (!input.actorCanWrite) {
    return blocked({ code: 'NO_WRITE_RIGHT', values: { project: project.projectKey } });
  }
  if ('block' in wish) return blocked(wish.block);

  const fieldChanges = changes.filter(isFieldChange);
  const place = { issue, project, reference, timezone, parents };
  const issueType = typeAfter(fieldChanges, place);
  const plans = fieldChanges.map((change) => planField(change, { ...place, issueType }));
  const blocks = plans.flatMap((plan) => plan.blocks);
  if (blocks.length > 0) return blocked(...blocks);

  const diffs = plans.flatMap((plan) => plan.diffs);
  const said = saidBy(changes);
  // A fix that turns out to be nothing does not silence a comment.
  const commentOnly = !wish.changes.some(isFieldChange) && said.comment !== undefined;
  if (diffs.length === 0 && !commentOnly) return { row };

  const notified = changes.flatMap((change) => (change.field === 'notify' ? change.people : []));
  const subject = { issue, diffs, project, issueType, timezone, notified };
  const missing = requiredBlocks(subject);
  if (missing.length > 0) return blocked(...missing);
  return { row: { ...row, pile: 'change', included: true, diffs, params: paramsOf(diffs, said) }, subject };
}

/**
 * A row under a warning is left out, so the child it would close stays open, and the parent it would hand over stays
 * where it is: that is a warning for the other one in its turn, until nothing changes any more.
 */
function withWarnings(planned: readonly PlannedRow[], input: PlanRowsInput): PlanItem[] {
  const closing = new Set(planned.flatMap(({ row }) => (closes(row.diffs) ? [row.issueId] : [])));
  const assigned = input.lint?.handover ? assignedBy(planned) : new Map<number, NamedValue | null>();
  let held = new Set<number>();
  for (;;) {
    const rows = planned.map((one) => judged(one, { closing, assigned, held }, input));
    const now = rows.flatMap(({ pile, issueId }) =>
      pile === 'needsReview' && (closing.has(issueId) || assigned.has(issueId)) ? [issueId] : [],
    );
    if (now.length === held.size) return rows;
    held = new Set(now);
  }
}

function assignedBy(planned: readonly PlannedRow[]): Map<number, NamedValue | null> {
  return new Map(
    planned.flatMap(({ row }) => {
      const diff = namedDiff(row.diffs, 'assignee');
      return diff === undefined ? [] : [[row.issueId, diff.after] as const];
    }),
  );
}

function judged(
  { row, subject }: PlannedRow,
  others: Pick<LintFacts, 'closing' | 'assigned' | 'held'>,
  { parents, seen = new Map(), lint = noLintFacts }: PlanRowsInput,
): PlanItem {
  if (subject === undefined) return row;
  const warnings = warningsFor({ ...subject, parents, seen, lint: { ...lint, ...others } });
  return warnings.length === 0 ? row : { ...row, pile: 'needsReview', included: false, warnings };
}

function changesOf({ id }: BacklogIssue, wish: RowWish, { fixes, added }: PlanRowsInput): readonly Change[] {
  if ('block' in wish) return [];
  const fixesCount = wish.changes.length > 0 || added === undefined || added.has(id);
  return withFixes(wish.changes, fixesCount ? fixes?.get(id) : []);
}

/** What a person added takes the place of the plan's own change of the same field. */
function withFixes(changes: readonly Change[], fixes: readonly Change[] = []): readonly Change[] {
  const fixed = new Set(fixes.map(changeKey));
  return [...changes.filter((change) => !fixed.has(changeKey(change))), ...fixes];
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
    // A fix may say that nobody is told.
    if (change.field === 'notify' && change.people.length > 0) {
      said.notifiedUserId = change.people.map((person) => person.id);
    }
  }
  return said;
}

/** A row to which nothing happens. */
function rowOf(
  issue: BacklogIssue,
  changes: readonly Change[],
  { parents, timezone }: PlanRowsInput,
): PlanItem {
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
