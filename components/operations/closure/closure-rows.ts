import { closureDestination, isDoneLike, movedDueDate } from '@/lib/bulk/operations/closure-destination';
import { daysBetween } from '@/lib/bulk/working-days';
import { CLOSED_STATUS_ID } from '@/lib/columns/is-overdue';
import type { IssueRow } from '@/lib/columns/issue-row';
import { todayIn } from '@/lib/columns/today-in';
import type { Destination, LabelledId } from './closure-data';
import type { ClosureForm, RowDecision } from './closure-form';

/** Columns of the page, and what is closed already. */
export type Lane = 'closed' | 'resolved' | 'unfinished' | 'undecided';

/** From so many milestones an issue was carried over before somebody should look at it. */
export const OFTEN = 2;
/** Days without an update after which somebody should look at an issue. */
const UNTOUCHED_DAYS = 30;

/** Why somebody should decide about an issue. */
export type Reason =
  | { kind: 'openChildren'; count: number }
  | { kind: 'carriedOver'; times: number }
  | { kind: 'untouched'; days: number };

/** One issue of the milestone and where it goes. */
export interface ClosureRow {
  issue: IssueRow;
  lane: Lane;
  reasons: Reason[];
  /** From how many milestones it was carried over; 0 where the change logs are not known. */
  carryOvers: number;
  /** Names of the other milestones that it keeps. */
  keeps: string[];
  /** Null: closed already, left out, or somebody has to decide. */
  to: Destination | null;
  /** Open, and stays as it is. */
  leftOut: boolean;
  /** What was decided for it alone. */
  own: RowDecision;
  /** The due date that it gets; null where it stays. */
  newDue: string | null;
}

export interface ClosureFacts {
  milestoneId: number;
  /** Of the project, in display order. */
  statuses: readonly { id: number }[];
  milestones: readonly { id: number; name: string }[];
  resolvedIsDone: boolean;
  form: ClosureForm;
  /** First and last day of the next milestone; null while there is none. */
  next: { startDate: string | null; dueDate: string | null } | null;
  /** Issue id → how often it was carried over. */
  carryOvers: Readonly<Record<string, number>>;
  /** Issue id → children that are not closed. */
  openChildren: Readonly<Record<string, number>>;
  /** yyyy-MM-dd in the space's zone. */
  today: string;
  /** IANA zone of the space. */
  timezone: string;
}

/** The issues of the milestone in their columns, in the order in which they came. */
export function closureRows(issues: readonly IssueRow[], facts: ClosureFacts): ClosureRow[] {
  const names = new Map(facts.milestones.map(({ id, name }) => [id, name]));
  const leftOutIds = new Set(facts.form.leftOut);
  return issues.map((issue) => {
    const carryOvers = facts.carryOvers[String(issue.id)] ?? 0;
    const own = facts.form.decisions[String(issue.id)] ?? {};
    const reasons = reasonsOf(issue, carryOvers, facts);
    const lane = laneOf(issue, reasons, facts);
    const leftOut = lane !== 'closed' && leftOutIds.has(issue.id);
    const to = leftOut ? null : destinationOf(issue, lane, own, facts);
    const due = facts.form.moveDueDates && to === 'next' && facts.next !== null;
    return {
      issue,
      lane,
      reasons,
      carryOvers,
      keeps: issue.milestoneIds
        .filter((id) => id !== facts.milestoneId)
        .map((id) => names.get(id) ?? String(id)),
      to,
      leftOut,
      own,
      newDue: due && facts.next ? movedDueDate(issue.dueDate, facts.next) : null,
    };
  });
}

/** Counts that one decides about: what would be closed, and what needs a destination. */
function reasonsOf(issue: IssueRow, carryOvers: number, facts: ClosureFacts): Reason[] {
  if (issue.statusId === CLOSED_STATUS_ID) return [];
  const children = facts.openChildren[String(issue.id)] ?? 0;
  if (facts.resolvedIsDone && isDoneLike(issue.statusId, facts.statuses)) {
    return children > 0 ? [{ kind: 'openChildren', count: children }] : [];
  }
  const days = daysBetween(todayIn(facts.timezone, new Date(issue.updated)), facts.today);
  return [
    ...(carryOvers >= OFTEN ? [{ kind: 'carriedOver', times: carryOvers } as const] : []),
    ...(days >= UNTOUCHED_DAYS ? [{ kind: 'untouched', days } as const] : []),
  ];
}

function laneOf(issue: IssueRow, reasons: readonly Reason[], { statuses }: ClosureFacts): Lane {
  if (issue.statusId === CLOSED_STATUS_ID) return 'closed';
  if (reasons.length > 0) return 'undecided';
  return isDoneLike(issue.statusId, statuses) ? 'resolved' : 'unfinished';
}

/** As the planner decides, save that nothing is decided by default where somebody should look. */
function destinationOf(
  issue: IssueRow,
  lane: Lane,
  own: RowDecision,
  { form, resolvedIsDone, statuses }: ClosureFacts,
): Destination | null {
  if (lane === 'closed') return null;
  if (own.to !== undefined) return own.to;
  if (lane === 'undecided') return null;
  return closureDestination(issue, { resolvedIsDone, unfinished: form.unfinished, decisions: {} }, statuses);
}

/** How many issues go where. */
export interface ClosureCounts {
  close: number;
  next: number;
  none: number;
  undecided: number;
  leftOut: number;
  /** Issues that get another due date. */
  dueDates: number;
  closed: number;
}

export function countRows(rows: readonly ClosureRow[]): ClosureCounts {
  const counts: ClosureCounts = {
    close: 0,
    next: 0,
    none: 0,
    undecided: 0,
    leftOut: 0,
    dueDates: 0,
    closed: 0,
  };
  for (const { lane, to, leftOut, newDue } of rows) {
    if (lane === 'closed') counts.closed += 1;
    else if (leftOut) counts.leftOut += 1;
    else counts[to ?? 'undecided'] += 1;
    if (newDue !== null) counts.dueDates += 1;
  }
  return counts;
}

/**
 * Who holds what goes on, the most first.
 *
 * @param earlier what went on by closings before
 */
export function carriedOverBy(
  rows: readonly ClosureRow[],
  earlier: readonly { assignee: LabelledId | null }[] = [],
): { person: LabelledId | null; issues: number }[] {
  const people = new Map<number | null, { person: LabelledId | null; issues: number }>();
  const add = (id: number | null, person: LabelledId | null) => {
    const known = people.get(id);
    if (known) known.issues += 1;
    else people.set(id, { person, issues: 1 });
  };
  for (const { issue, to } of rows) {
    if (to !== 'next') continue;
    const { assigneeId, assigneeName } = issue;
    const person = assigneeId === null ? null : { id: assigneeId, label: assigneeName ?? String(assigneeId) };
    add(assigneeId, person);
  }
  for (const { assignee } of earlier) add(assignee?.id ?? null, assignee);
  return [...people.values()].sort((a, b) => b.issues - a.issues);
}
