import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { Change, LabelledId } from './changes';
import type { LintFacts } from './lint-facts';
import type { FieldDiff, NamedValue, RowFix } from './plan';
import type { PlanParents, PlanProject } from './plan-reference';

/** What a rule may look at: one row that is going to change. */
export interface WarningSubject {
  issue: BacklogIssue;
  diffs: readonly FieldDiff[];
  project: PlanProject;
  /** The type that the issue is going to have. */
  issueType: NamedValue;
  parents: PlanParents;
  /** `updated` of the rows the person had on screen when selecting, by issue id. */
  seen: ReadonlyMap<number, string>;
  timezone: string;
  /** Whom the request names to be told. */
  notified?: readonly LabelledId[];
  lint: LintFacts;
}

/** What a rule has found: the values of the warning's sentence, and what would put it right. */
export interface Finding {
  values: Record<string, string>;
  fix?: RowFix[];
}

/** Nothing when there is nothing to look at. */
export type WarningRule = (subject: WarningSubject) => Finding[];

/** A change of the issue itself that puts it right. */
export function own({ issue }: WarningSubject, change: Change): RowFix[] {
  return [{ issueId: issue.id, changes: [change] }];
}
