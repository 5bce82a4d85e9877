import type { IssueUpdateParams } from '@/lib/backlog/schemas/issue-update-params';
import type { Change } from './changes';
import type { FieldImage } from './issue-values';

export type { IssueUpdateParams } from '@/lib/backlog/schemas/issue-update-params';

/** Piles of a plan: what a row is before the run. */
export const piles = ['change', 'unchanged', 'needsReview', 'blocked'] as const;
export type Pile = (typeof piles)[number];

/** Outcomes of a run: every item ends in exactly one. */
export const outcomes = ['applied', 'unchanged', 'conflict', 'rejected', 'cancelled', 'unknown'] as const;
export type Outcome = (typeof outcomes)[number];

/** How fast a run writes. */
export const paces = ['limit', 'gentle'] as const;
export type Pace = (typeof paces)[number];

/** A value as a person saw it: id to write, name to read. */
export interface NamedValue {
  id: number;
  name: string;
  /** Backlog's colour for statuses and issue types, `#rrggbb`. */
  color?: string;
}

/** Fields that every issue has, in the order in which people read them. */
export const fixedFields = [
  'issueType',
  'status',
  'assignee',
  'dueDate',
  'startDate',
  'milestone',
  'version',
  'category',
  'priority',
  'estimatedHours',
  'actualHours',
  'parent',
  'resolution',
] as const;
export type FixedField = (typeof fixedFields)[number];

/** A custom field of one project, and the free text beside its choices; named like Backlog's own parameters. */
export type CustomFieldKey = `customField_${number}` | `customField_${number}_otherValue`;

/** A field whose old and new value a plan shows. */
export type DiffField = FixedField | CustomFieldKey;

const customFieldKey = /^customField_(\d+)(_otherValue)?$/;

/** Whether a text names a custom field or its free text. */
export function isCustomFieldKey(text: string): text is CustomFieldKey {
  return customFieldKey.test(text);
}

/** Whether a text names a field of an issue. */
export function isDiffField(text: string): text is DiffField {
  return (fixedFields as readonly string[]).includes(text) || isCustomFieldKey(text);
}

/** Value of a custom field: text or day, number, one choice, several choices. */
export type CustomValue = string | number | NamedValue | NamedValue[] | null;

interface ListDiffParts {
  before: NamedValue[];
  after: NamedValue[];
  merge: boolean;
  add: NamedValue[];
  remove: NamedValue[];
}

/** A custom field carries its name, because its number says nothing to a person. */
export type CustomFieldDiff = { field: CustomFieldKey; label: string } & (
  | ({ kind: 'choices' } & ListDiffParts)
  | { kind: 'choice'; before: NamedValue | null; after: NamedValue | null }
  | { kind: 'number'; before: number | null; after: number | null }
  | { kind: 'text' | 'date'; before: string | null; after: string | null }
);

/**
 * One touched field, before → after. Lists carry `add`/`remove`, so the run can merge into the list it finds;
 * `merge: false` means the whole list is meant. The name of a `parent` is its issue key.
 */
export type FieldDiff =
  | {
      field: 'issueType' | 'status' | 'resolution' | 'assignee' | 'priority' | 'parent';
      before: NamedValue | null;
      after: NamedValue | null;
    }
  | { field: 'dueDate' | 'startDate'; before: string | null; after: string | null }
  | { field: 'estimatedHours' | 'actualHours'; before: number | null; after: number | null }
  | ({ field: 'milestone' | 'version' | 'category' } & ListDiffParts)
  | CustomFieldDiff;

export const warningCodes = [
  'PARENT_CLOSED', // the parent issue is closed
  'DUE_BEFORE_START',
  'MILESTONE_ARCHIVED',
  'ASSIGNEE_NOT_MEMBER',
  'CHILD_MOVES_ALONE', // handover: the parent issue stays with, or goes to, another person
  'NOTIFIED_NOT_MEMBER', // somebody who is to be told is no member, and Backlog may refuse for it
  'REQUIRED_FIELD_EMPTY', // a required custom field of its type is empty, and Backlog may refuse for it
  'PARENT_HAS_OPEN_CHILDREN', // closed by this plan while children of it stay open
  'NO_RESOLUTION', // closed by this plan without a resolution
  'DUE_ON_DAY_OFF', // the new due date is a Saturday, Sunday or Japanese holiday
  'CHANGED_SINCE_READ',
  'TOUCHED_RECENTLY', // somebody else changed it within the hour before the plan was made
  'UNDO_KEEPS_FIELD', // undo: somebody changed this field since; it stays as it is
  'DELETES_MILESTONE', // undo: the milestone that the run created is deleted, if it is empty
  'DELETES_WIKI', // undo: the wiki page that the run created is deleted, if nobody has edited it
] as const;
/** Why a person should look before this row is included. */
export type WarningCode = (typeof warningCodes)[number];
export interface PlanWarning {
  code: WarningCode;
  /** Values for the sentence in `lib/i18n/messages`. */
  values: Record<string, string>;
  /** What would put it right; of this issue, or of others (children that are closed along). Left out: only a person knows. */
  fix?: RowFix[];
}

/** Changes of one issue that a person added to a plan; they stand in for the plan's own changes of the same fields. */
export interface RowFix {
  issueId: number;
  changes: Change[];
  /** The issue was none of the plan's: it takes part because of these changes, with them alone. */
  adds?: true;
}

export const blockCodes = [
  // `field` is a fixed field, `custom` (then `label` names the custom field), or the name of a custom field.
  'VALUE_NOT_IN_PROJECT',
  'FIELD_NOT_IN_TYPE', // the custom field does not exist for the type of the issue
  'REQUIRED_BY_TYPE', // the new type demands a custom field that is empty
  'PARENT_NOT_POSSIBLE', // the issue itself, its child, or an issue of another project
  'ISSUE_GONE',
  'ISSUE_OTHER_PROJECT',
  'NO_WRITE_RIGHT',
  'SUCCESSOR_NOT_MEMBER', // handover: only members of the project can receive
  'NO_SUCCESSOR', // handover: no rule says who receives this issue
  'MILESTONE_NAME_TAKEN', // closure: the project has a milestone of the new one's name
  'NEXT_MILESTONE_NEEDED', // closure: the issue goes to the next milestone, and there is none
  'CHANGED_SINCE_RUN', // undo: every field was changed by somebody since
  'NOT_TO_UNDO', // undo: the run did not change this, or it cannot be taken back
] as const;
/** Why a row cannot be carried out. */
export type BlockCode = (typeof blockCodes)[number];
export interface PlanBlock {
  code: BlockCode;
  values: Record<string, string>;
}

/** A side step of an operation: something beside issues that a plan changes. Days are yyyy-MM-dd. */
export type PlanStep =
  | {
      kind: 'createMilestone';
      projectId: number;
      name: string;
      startDate: string | null;
      dueDate: string | null;
    }
  | {
      kind: 'archiveMilestone';
      projectId: number;
      milestoneId: number;
      name: string;
      archived: boolean;
      /** Carried out only if every item of the stages before was updated or had its value, and no open issue holds it. */
      afterSuccess?: true;
    }
  /** Carried out only while no issue holds it. */
  | { kind: 'deleteMilestone'; projectId: number; milestoneId: number; name: string }
  /** Sent at most once, and only while the project has no page of that name. */
  | { kind: 'createWiki'; projectId: number; name: string; content: string }
  /** Carried out only while the page has this name and this text: what somebody added is never deleted. */
  | { kind: 'deleteWiki'; projectId: number; wikiId: number; name: string; content: string };

/** A side step about a page of a project's wiki. */
export type WikiStep = Extract<PlanStep, { kind: 'createWiki' | 'deleteWiki' }>;
/** A side step about a milestone. */
export type MilestoneStep = Exclude<PlanStep, WikiStep>;

export function isWikiStep(step: PlanStep): step is WikiStep {
  return step.kind === 'createWiki' || step.kind === 'deleteWiki';
}

/** Steps that delete something at Backlog: each is named, and confirmed by itself. */
export const deletingSteps = ['deleteMilestone', 'deleteWiki'] as const satisfies PlanStep['kind'][];
export type DeletingStep = (typeof deletingSteps)[number];

/** One issue of a plan, or one side step. */
export interface PlanItem {
  /**
   * Negative for a side step. The same negative number as the id of a value means "what that step creates"; the run
   * puts the real id in its place.
   */
  issueId: number;
  /** Empty for a side step. */
  issueKey: string;
  projectId: number;
  /** Subject of the issue; the name of what a side step is about. */
  summary: string;
  pile: Pile;
  /** Whether an approved plan writes this row. `needsReview` starts false, `unchanged` and `blocked` are always false. */
  included: boolean;
  diffs: FieldDiff[];
  params: IssueUpdateParams;
  warnings: PlanWarning[];
  blocks: PlanBlock[];
  /** All fields as they were read, also those that stay; missing when the issue could not be read. */
  current?: FieldImage;
  /** `updated` of the issue when it was read, UTC with 1 s resolution. */
  issueUpdated: string;
  /** A stage starts when the one before has no failed item. Left out = 0, the first. */
  stage?: number;
  step?: PlanStep;
  report?: ReportMark;
}

/**
 * Of a row that publishes a report about the other rows. Its text was frozen with the plan, so it is carried out only if
 * all of them end as planned.
 */
export interface ReportMark {
  /** What it is about: other issues are closed along, without a word in it. */
  milestoneId: number;
  /** Issues that the plan treats otherwise than the text says, because of what a person put right in it. */
  otherwise: number;
}

/** What a plan comes from. */
export const planKinds = ['bulkUpdate', 'undo', 'handover', 'closure', 'overdue'] as const;
export type PlanKind = (typeof planKinds)[number];

export interface PileCounts {
  change: number;
  unchanged: number;
  needsReview: number;
  blocked: number;
}

/**
 * Version of the stored plan format. 2: more fields, stages and side steps. 3: wiki pages, archiving after success.
 * 4: reports that are held back. Everything of an earlier format is valid in a later one.
 */
export const PLAN_FORMAT = 4;

/** Whether this version of the product can carry out a plan that was stored in `format`. */
export function canReadFormat(format: number): boolean {
  return format >= 1 && format <= PLAN_FORMAT;
}
