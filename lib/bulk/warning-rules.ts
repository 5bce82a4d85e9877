import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { childrenLeftOpen, noResolution } from './closing-rules';
import { type DateField, dateValueOf } from './issue-values';
import { withoutIds } from './merge-list';
import { namedDiff } from './named-diff';
import { type PlanWarning, type WarningCode, warningCodes } from './plan';
import { requiredLeftEmpty } from './required-fields';
import { type Finding, own, type WarningRule, type WarningSubject } from './warning-rule';
import { isWorkingDay, nearestWorkingDay } from './working-days';

/** An edit this young may still be going on. */
const RECENT_MS = 60 * 60 * 1000;

/** Said by the planning of an undo, which knows what a run did. */
const notHere: WarningRule = () => [];

/** One rule per code; a new code does not compile without its rule. */
const rules: Record<WarningCode, WarningRule> = {
  PARENT_CLOSED: ({ issue, diffs, parents }) => {
    const move = namedDiff(diffs, 'parent');
    const parentId = move === undefined ? issue.parentIssueId : (move.after?.id ?? null);
    const parent = parentId === null ? undefined : parents.get(parentId);
    return parent?.closed ? [{ values: { parent: parent.issueKey } }] : [];
  },

  DUE_BEFORE_START: (subject) => {
    if (!subject.diffs.some((diff) => diff.field === 'dueDate' || diff.field === 'startDate')) return [];
    const due = dayAfter(subject, 'dueDate');
    const start = dayAfter(subject, 'startDate');
    if (due === null || start === null || due >= start) return [];
    return [{ values: { due, start }, fix: own(subject, { field: 'startDate', verb: 'set', to: due }) }];
  },

  MILESTONE_ARCHIVED: ({ diffs, project }) =>
    diffs.flatMap((diff) => {
      if (diff.field !== 'milestone') return [];
      const archived = new Set(project.milestones.flatMap((one) => (one.archived ? [one.id] : [])));
      return withoutIds(diff.after, diff.before)
        .filter((value) => archived.has(value.id))
        .map((value) => ({ values: { milestone: value.name, milestoneId: String(value.id) } }));
    }),

  ASSIGNEE_NOT_MEMBER: ({ diffs, project }) =>
    diffs.flatMap((diff) =>
      diff.field === 'assignee' && diff.after !== null && !project.memberIds.has(diff.after.id)
        ? [{ values: { assignee: diff.after.name, project: project.projectKey } }]
        : [],
    ),

  CHILD_MOVES_ALONE: ({ issue, diffs, parents, lint }) => {
    const to = namedDiff(diffs, 'assignee')?.after;
    const { parentIssueId: parentId } = issue;
    if (!lint.handover || !to || parentId === null) return [];
    const parent = parents.get(parentId);
    if (!parent || parent.closed) return [];
    const moves = lint.held?.has(parentId) ? undefined : lint.assigned?.get(parentId);
    const holder = moves ?? parent.assignee;
    if (!holder || holder.id === to.id) return [];
    return [{ values: { parent: parent.issueKey, holder: holder.name } }];
  },

  NOTIFIED_NOT_MEMBER: (subject) => {
    const { notified = [], project } = subject;
    const outside = notified.filter((person) => !project.memberIds.has(person.id));
    if (outside.length === 0) return [];
    const people = notified.filter((person) => !outside.includes(person));
    const values = { people: outside.map(({ label }) => label).join(', '), project: project.projectKey };
    return [{ values, fix: own(subject, { field: 'notify', verb: 'add', people }) }];
  },

  REQUIRED_FIELD_EMPTY: (subject) =>
    requiredLeftEmpty(subject).map((field) => ({ values: { field: field.name, fieldId: String(field.id) } })),

  PARENT_HAS_OPEN_CHILDREN: childrenLeftOpen,
  NO_RESOLUTION: noResolution,

  DUE_ON_DAY_OFF: (subject) => {
    const { holidays } = subject.lint;
    const due = subject.diffs.find((diff) => diff.field === 'dueDate')?.after;
    if (holidays === undefined || typeof due !== 'string' || isWorkingDay(due, holidays)) return [];
    const to = nearestWorkingDay(due, holidays);
    return [{ values: { due, to }, fix: own(subject, { field: 'dueDate', verb: 'set', to }) }];
  },

  CHANGED_SINCE_READ: (subject) => (changedSinceRead(subject) ? [lastEdit(subject)] : []),

  TOUCHED_RECENTLY: (subject) => {
    const { issue, lint } = subject;
    // The same edit is said once. A clock that is ahead of ours makes an edit no less recent.
    if (lint.now === undefined || lint.reviewed?.has(issue.id) || changedSinceRead(subject)) return [];
    const recent = Date.parse(lint.now) - Date.parse(issue.updated) < RECENT_MS;
    return recent && editorOf(issue)?.id !== lint.actorId ? [lastEdit(subject)] : [];
  },

  UNDO_KEEPS_FIELD: notHere,
  DELETES_MILESTONE: notHere,
  DELETES_WIKI: notHere,
};

/** Null where Backlog no longer knows the person. */
function editorOf({ updatedUser, updated, createdUser, created }: BacklogIssue) {
  return updatedUser ?? (updated === created ? createdUser : null);
}

function lastEdit({ issue }: WarningSubject): Finding {
  return { values: { at: issue.updated, by: editorOf(issue)?.name ?? '' } };
}

function changedSinceRead({ issue, seen }: WarningSubject): boolean {
  const at = seen.get(issue.id);
  return at !== undefined && Date.parse(issue.updated) > Date.parse(at);
}

/** A date as it will be after the change. */
function dayAfter({ issue, diffs, timezone }: WarningSubject, field: DateField): string | null {
  for (const diff of diffs) {
    if ((diff.field === 'dueDate' || diff.field === 'startDate') && diff.field === field) return diff.after;
  }
  return dateValueOf(issue, field, timezone);
}

/** Everything a person should look at before this row is written, in the order of `warningCodes`. */
export function warningsFor(subject: WarningSubject): PlanWarning[] {
  return warningCodes.flatMap((code) => rules[code](subject).map((found) => ({ code, ...found })));
}
