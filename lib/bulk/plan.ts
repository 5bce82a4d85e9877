import type { IssueUpdateParams } from '@/lib/backlog/schemas/issue-update-params';
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
  /** Backlog's colour for statuses, `#rrggbb`. */
  color?: string;
}

/** Fields whose old and new value a plan shows. */
export const diffFields = [
  'status',
  'resolution',
  'assignee',
  'priority',
  'dueDate',
  'startDate',
  'milestone',
  'category',
] as const;
export type DiffField = (typeof diffFields)[number];

/**
 * One touched field, before → after. Lists carry `add`/`remove`, so the run can merge into the list it finds;
 * `merge: false` means the whole list is meant.
 */
export type FieldDiff =
  | {
      field: 'status' | 'resolution' | 'assignee' | 'priority';
      before: NamedValue | null;
      after: NamedValue | null;
    }
  | { field: 'dueDate' | 'startDate'; before: string | null; after: string | null }
  | {
      field: 'milestone' | 'category';
      before: NamedValue[];
      after: NamedValue[];
      merge: boolean;
      add: NamedValue[];
      remove: NamedValue[];
    };

export const warningCodes = [
  'PARENT_CLOSED', // the parent issue is closed
  'DUE_BEFORE_START',
  'MILESTONE_ARCHIVED',
  'ASSIGNEE_NOT_MEMBER',
  'CHANGED_SINCE_READ',
] as const;
/** Why a person should look before this row is included. */
export type WarningCode = (typeof warningCodes)[number];
export interface PlanWarning {
  code: WarningCode;
  /** Values for the sentence in `lib/i18n/messages`. */
  values: Record<string, string>;
}

export const blockCodes = [
  'VALUE_NOT_IN_PROJECT',
  'ISSUE_GONE',
  'ISSUE_OTHER_PROJECT',
  'NO_WRITE_RIGHT',
] as const;
/** Why a row cannot be carried out. */
export type BlockCode = (typeof blockCodes)[number];
export interface PlanBlock {
  code: BlockCode;
  values: Record<string, string>;
}

/** One issue of a plan. */
export interface PlanItem {
  issueId: number;
  issueKey: string;
  projectId: number;
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
}

export interface PileCounts {
  change: number;
  unchanged: number;
  needsReview: number;
  blocked: number;
}

/** Version of the stored plan format; an older run may be refused by it, never misread. */
export const PLAN_FORMAT = 1;
