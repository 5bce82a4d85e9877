import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { type DateField, dateValueOf } from './issue-values';
import { withoutIds } from './merge-list';
import { namedDiff } from './named-diff';
import { type FieldDiff, type NamedValue, type PlanWarning, type WarningCode, warningCodes } from './plan';
import type { PlanParents, PlanProject } from './plan-reference';
import { requiredLeftEmpty } from './required-fields';

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
}

/** Gives the values of each warning's sentence; nothing when there is nothing to look at. */
type WarningRule = (subject: WarningSubject) => Record<string, string>[];

/** Said by the planning of an undo, which knows what a run did. */
const notHere: WarningRule = () => [];

/** One rule per code; a new code does not compile without its rule. */
const rules: Record<WarningCode, WarningRule> = {
  PARENT_CLOSED: ({ issue, diffs, parents }) => {
    const move = namedDiff(diffs, 'parent');
    const parentId = move === undefined ? issue.parentIssueId : (move.after?.id ?? null);
    const parent = parentId === null ? undefined : parents.get(parentId);
    return parent?.closed ? [{ parent: parent.issueKey }] : [];
  },

  DUE_BEFORE_START: (subject) => {
    if (!subject.diffs.some((diff) => diff.field === 'dueDate' || diff.field === 'startDate')) return [];
    const due = dayAfter(subject, 'dueDate');
    const start = dayAfter(subject, 'startDate');
    return due !== null && start !== null && due < start ? [{ due, start }] : [];
  },

  MILESTONE_ARCHIVED: ({ diffs, project }) =>
    diffs.flatMap((diff) => {
      if (diff.field !== 'milestone') return [];
      const archived = new Set(project.milestones.flatMap((one) => (one.archived ? [one.id] : [])));
      return withoutIds(diff.after, diff.before)
        .filter((value) => archived.has(value.id))
        .map((value) => ({ milestone: value.name }));
    }),

  ASSIGNEE_NOT_MEMBER: ({ diffs, project }) =>
    diffs.flatMap((diff) =>
      diff.field === 'assignee' && diff.after !== null && !project.memberIds.has(diff.after.id)
        ? [{ assignee: diff.after.name, project: project.projectKey }]
        : [],
    ),

  REQUIRED_FIELD_EMPTY: (subject) => requiredLeftEmpty(subject).map((field) => ({ field: field.name })),

  CHANGED_SINCE_READ: ({ issue, seen }) => {
    const at = seen.get(issue.id);
    if (at === undefined || Date.parse(issue.updated) <= Date.parse(at)) return [];
    return [{ at: issue.updated, by: issue.updatedUser?.name ?? '' }];
  },

  UNDO_KEEPS_FIELD: notHere,
  DELETES_MILESTONE: notHere,
};

/** A date as it will be after the change. */
function dayAfter({ issue, diffs, timezone }: WarningSubject, field: DateField): string | null {
  for (const diff of diffs) {
    if ((diff.field === 'dueDate' || diff.field === 'startDate') && diff.field === field) return diff.after;
  }
  return dateValueOf(issue, field, timezone);
}

/** Everything a person should look at before this row is written, in the order of `warningCodes`. */
export function warningsFor(subject: WarningSubject): PlanWarning[] {
  return warningCodes.flatMap((code) => rules[code](subject).map((values) => ({ code, values })));
}
