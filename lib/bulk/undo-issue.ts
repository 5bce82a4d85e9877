import { appliesTo } from '@/lib/backlog/schemas/custom-field-info';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { customFieldKey, customValueOf, otherValueKey } from './custom-values';
import { imageFields, imageOf } from './field-image';
import {
  asList,
  type FieldImage,
  type FieldValue,
  fieldValueOf,
  type IssueKeys,
  isEmpty,
  OLD_RECORDS_TIMEZONE,
  sameValue,
} from './issue-values';
import { noLintFacts } from './lint-facts';
import {
  type DiffField,
  type FieldDiff,
  fixedFields,
  isCustomFieldKey,
  type NamedValue,
  type PlanBlock,
  type PlanItem,
  type PlanWarning,
} from './plan';
import type { PlanParents, PlanProject, PlanReference } from './plan-reference';
import { requiredBlocks } from './required-fields';
import {
  fieldBlock,
  fieldName,
  hasField,
  type RestorePlace,
  restoreBlocks,
  restoringDiff,
} from './restored-field';
import { paramsOf } from './update-params';
import { warningsFor } from './warning-rules';

/** What a run did to one issue. */
export interface IssueToUndo {
  kind: 'issue';
  /** The approved row. */
  plan: PlanItem;
  /** `unknown` cannot be taken back: nobody knows what stands there. */
  outcome: 'applied' | 'unknown';
  /** The written fields right before and right after; null where the ledger does not keep them. */
  before: FieldImage | null;
  after: FieldImage | null;
}

/** What the undo of an issue is judged by. */
export interface IssueUndoPlace {
  /** As just read, by id; a missing one is gone. */
  issues: ReadonlyMap<number, BacklogIssue>;
  parents: PlanParents;
  reference: PlanReference;
  timezone: string;
  /** Milestones that the run deleted and a step of this plan creates anew: former id → number of that step. */
  recreated: ReadonlyMap<number, number>;
}

/** The row that takes back what a run did to one issue. */
export function planIssueUndo(item: IssueToUndo, place: IssueUndoPlace): PlanItem {
  const { plan, outcome, before, after } = item;
  const { parents, timezone } = place;
  const issue = place.issues.get(plan.issueId);
  const row = rowOf(item, issue, place);
  const blocked = (...blocks: PlanBlock[]): PlanItem => ({ ...row, pile: 'blocked', blocks });
  // A comment alone leaves no field behind that could be put back.
  const writesFields = before !== null && imageFields(before).length > 0;
  if (outcome !== 'applied' || !writesFields || after === null) {
    return blocked({ code: 'NOT_TO_UNDO', values: {} });
  }
  if (issue === undefined) return blocked({ code: 'ISSUE_GONE', values: { id: String(plan.issueId) } });
  const project = place.reference.projects.get(issue.projectId);
  if (issue.projectId !== plan.projectId || project === undefined) {
    const values = { project: issue.issueKey.replace(/-\d+$/, '') };
    return blocked({ code: 'ISSUE_OTHER_PROJECT', values });
  }

  const { diffs, kept, blocks, issueType } = compare({ before, after, issue, project }, place);
  const subject = { issue, project, diffs, issueType, timezone };
  const missing = diffs.length === 0 ? [] : requiredBlocks(subject);
  if (blocks.length + missing.length > 0) return blocked(...blocks, ...missing);
  const last = { by: issue.updatedUser?.name ?? '', at: issue.updated };
  if (diffs.length === 0) {
    return kept.length === 0 ? row : blocked({ code: 'CHANGED_SINCE_RUN', values: last });
  }
  const warnings: PlanWarning[] = [
    ...warningsFor({ ...subject, parents, seen: new Map(), lint: noLintFacts }),
    ...kept.map((field) => ({ code: 'UNDO_KEEPS_FIELD', values: { field, ...last } }) as const),
  ];
  const calm = warnings.length === 0;
  const pile = calm ? 'change' : 'needsReview';
  return { ...row, pile, included: calm, diffs, params: paramsOf(diffs), warnings };
}

/** A row to which nothing happens. */
function rowOf(
  { plan, before }: IssueToUndo,
  issue: BacklogIssue | undefined,
  place: IssueUndoPlace,
): PlanItem {
  const custom = before === null ? [] : imageFields(before).filter(isCustomFieldKey);
  const row = {
    issueId: plan.issueId,
    issueKey: issue?.issueKey ?? plan.issueKey,
    projectId: issue?.projectId ?? plan.projectId,
    summary: issue?.summary ?? plan.summary,
    pile: 'unchanged',
    included: false,
    diffs: [],
    params: {},
    warnings: [],
    blocks: [],
    issueUpdated: issue?.updated ?? '',
  } satisfies PlanItem;
  if (issue === undefined) return row;
  return { ...row, current: imageOf(issue, [...fixedFields, ...custom], place.timezone, keysOf(place)) };
}

interface Compared {
  diffs: FieldDiff[];
  /** Fields that somebody changed since, by code, custom ones by name. */
  kept: string[];
  blocks: PlanBlock[];
  /** The type that the issue is going to have. */
  issueType: NamedValue;
}

interface ComparedImages {
  before: FieldImage;
  after: FieldImage;
  /** As it is now. */
  issue: BacklogIssue;
  project: PlanProject;
}

/** Three values of each written field: before the run, after it, and now. */
function compare(of: ComparedImages, place: IssueUndoPlace): Compared {
  const { before, after, issue, project } = of;
  const valueNow = (field: DiffField) => fieldValueOf(issue, field, place.timezone, keysOf(place));
  const isForeign = (field: DiffField) => {
    const now = valueNow(field);
    return !sameValue(now, before[field] ?? null) && !sameValue(now, after[field] ?? null);
  };
  const typeStays =
    before.issueType !== undefined && (isForeign('issueType') || losesForeignValue(of, isForeign));
  const issueType = (typeStays ? null : before.issueType) ?? issue.issueType;
  const restore: RestorePlace = { ...place, issue, project, issueType };

  const found: Compared = { diffs: [], kept: [], blocks: [], issueType };
  for (const field of imageFields(before)) {
    const now = valueNow(field);
    const then = withRecreated(field, before[field] ?? null, place);
    if (sameValue(now, then)) continue;
    if (isForeign(field) || (field === 'issueType' && typeStays)) {
      found.kept.push(fieldName(field, restore));
      continue;
    }
    const diff = hasField(field, restore) ? restoringDiff(field, { now, then }, restore) : null;
    if (diff !== null) {
      found.diffs.push(diff);
      found.blocks.push(...restoreBlocks(diff, restore));
    } else if (!isEmpty(then)) {
      // The value belongs to a type that somebody has taken from the issue since.
      if (typeStays) found.kept.push(fieldName(field, restore));
      else found.blocks.push(fieldBlock(field, restore));
    }
  }
  return found;
}

/** Whether the type from before would take a value away that somebody has put into a field of the present type. */
function losesForeignValue(
  { before, issue, project }: ComparedImages,
  isForeign: (field: DiffField) => boolean,
): boolean {
  const typeBefore = before.issueType?.id;
  if (typeBefore === undefined || typeBefore === issue.issueType.id) return false;
  const lost = project.customFields.filter((info) => !appliesTo(info, typeBefore));
  return lost
    .flatMap(({ id }) => [customFieldKey(id), otherValueKey(id)])
    .some((key) =>
      before[key] === undefined ? !isEmpty(customValueOf(issue, key, OLD_RECORDS_TIMEZONE)) : isForeign(key),
    );
}

/** Milestones that are created anew by a step of this plan are called by the number of that step. */
function withRecreated(field: DiffField, value: FieldValue, { recreated }: IssueUndoPlace): FieldValue {
  if (field !== 'milestone' && field !== 'version') return value;
  return asList(value).map((one) => ({ ...one, id: recreated.get(one.id) ?? one.id }));
}

function keysOf({ parents }: IssueUndoPlace): IssueKeys {
  return (id) => parents.get(id)?.issueKey;
}
