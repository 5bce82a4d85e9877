import { defaultStatuses } from '@/lib/backlog/schemas/default-statuses';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { LabelledId } from '../change-parts';
import type { Change } from '../changes';
import { dateValueOf, OLD_RECORDS_TIMEZONE } from '../issue-values';
import type { PlanItem } from '../plan';
import { planRows } from '../plan-rows';
import { addWorkingDays, daysBetween } from '../working-days';
import { dayText, fillTemplate } from './comment-template';
import { type OperationInput, saidKey } from './operation-input';
import type { Overdue } from './overdue-schema';

/** What stands for a value in the comment, in the order of the editor's buttons. */
export const overdueTokens = ['due', 'days', 'newDue', 'assignee', 'key'] as const;

/**
 * Overdue issues get the marks that they do not have yet. An issue that has them all is 変更なし and hears nothing;
 * where the comment is the only mark it is said once about each due date. Issues that are closed, not late enough or
 * out of scope do not come into the plan.
 */
export function planOverdue(operation: Overdue, input: OperationInput): PlanItem[] {
  const isMeant = scopeOf(operation, input.today);
  const newDue = newDueOf(operation, input);
  const { timezone = OLD_RECORDS_TIMEZONE, besides, fixes } = input;
  return planRows(input, (issue) => {
    const due = dateValueOf(issue, 'dueDate', timezone);
    if (due !== null && !besides.has(issue.id) && isMeant(issue, due)) {
      return { changes: changesFor(operation, { issue, due, newDue }, input) };
    }
    // Any other issue is here only for what a person added to it.
    return besides.has(issue.id) || fixes?.has(issue.id) ? { changes: [] } : null;
  });
}

/** Whether an issue with this due date is one that the operation speaks of. */
function scopeOf({ scope }: Overdue, today: string): (issue: BacklogIssue, due: string) => boolean {
  const projects = new Set(scope.projectIds);
  const leftOut = new Set(scope.leftOut);
  const assignees = new Set(scope.assigneeIds);
  const types = new Set(scope.issueTypeIds);
  const statuses = new Set(scope.statusIds);
  return (issue, due) =>
    issue.status.id !== defaultStatuses.closed &&
    daysBetween(due, today) >= scope.daysLate &&
    projects.has(issue.projectId) &&
    !leftOut.has(issue.id) &&
    (assignees.size === 0 || assignees.has(issue.assignee?.id ?? null)) &&
    (types.size === 0 || types.has(issue.issueType.id)) &&
    (statuses.size === 0 || statuses.has(issue.status.id));
}

/** The day (yyyy-MM-dd) that due dates move to; null when they stay. */
export function newDueOf(
  { due }: Pick<Overdue, 'due'>,
  { today, holidays }: Pick<OperationInput, 'today' | 'holidays'>,
): string | null {
  if (due === null) return null;
  return due.to === 'day' ? due.day : addWorkingDays(today, due.days, holidays);
}

interface LateIssue {
  issue: BacklogIssue;
  due: string;
  newDue: string | null;
}

function changesFor(operation: Overdue, late: LateIssue, input: OperationInput): Change[] {
  const { mark } = operation;
  const { issue, due, newDue } = late;
  const project = String(issue.projectId);
  const changes: Change[] = [];
  const status = mark.status?.[project];
  if (status) changes.push({ field: 'status', verb: 'set', to: inProject(status, project) });
  const category = mark.category?.[project];
  if (category) changes.push({ field: 'category', verb: 'add', values: [inProject(category, project)] });
  if (mark.priority) changes.push({ field: 'priority', verb: 'set', to: mark.priority });
  if (newDue !== null) changes.push({ field: 'dueDate', verb: 'set', to: newDue });

  const said = changes.length === 0 && input.alreadySaid.has(saidKey(issue.id, due));
  if (mark.comment === null || said) return changes;
  return [...changes, { field: 'comment', verb: 'add', text: commentFor(operation, late, input) }];
}

const inProject = ({ id, label }: LabelledId, project: string) => ({ label, byProject: { [project]: id } });

function commentFor(
  { mark, lang }: Overdue,
  { issue, due, newDue }: LateIssue,
  { today }: OperationInput,
): string {
  const values: Record<(typeof overdueTokens)[number], string> = {
    due: dayText(due, lang),
    days: String(daysBetween(due, today)),
    newDue: dayText(newDue ?? due, lang),
    assignee: issue.assignee?.name ?? (lang === 'ja' ? '担当者なし' : 'no assignee'),
    key: issue.issueKey,
  };
  return fillTemplate(mark.comment ?? '', values);
}
