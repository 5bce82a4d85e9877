import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { Change } from './changes';
import type { FieldDiff, NamedValue, PlanBlock } from './plan';
import type { PlanParents, PlanProject, PlanReference } from './plan-reference';

/** A change that is about a field of the issue, not about what the request says beside it. */
export type FieldChange = Exclude<Change, { field: 'comment' | 'notify' }>;

/** What one change means for one issue: differences (choices may bring their free text), or why it cannot be. */
export interface FieldPlan {
  diffs: FieldDiff[];
  blocks: PlanBlock[];
}

/** The issue and what is known of its project. */
export interface PlanSubject {
  issue: BacklogIssue;
  project: PlanProject;
  reference: PlanReference;
  timezone: string;
  /** The type that the issue is going to have; left out = the one it has. Custom fields are judged by it. */
  issueType?: NamedValue;
  parents?: PlanParents;
}

export const nothing: FieldPlan = { diffs: [], blocks: [] };
export const blocked = (...blocks: PlanBlock[]): FieldPlan => ({ diffs: [], blocks });
export const changed = (...diffs: FieldDiff[]): FieldPlan => ({ diffs, blocks: [] });
