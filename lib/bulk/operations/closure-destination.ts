import { defaultStatuses } from '@/lib/backlog/schemas/default-statuses';
import type { ClosureInput, Destination } from './closure-schema';

// Shared with the page: what it shows is decided by the very functions that plan.

/** What of an issue decides where it goes. Rows of the issue table fit. */
export interface ClosingIssue {
  id: number;
  statusId: number;
}

/**
 * Whether a status means that the work is done: 処理済み, and the project's own statuses that are displayed after it.
 * 完了 is a matter of its own.
 *
 * @param statuses of the project, in display order
 */
export function isDoneLike(statusId: number, statuses: readonly { id: number }[]): boolean {
  if (statusId === defaultStatuses.closed) return false;
  if (statusId === defaultStatuses.resolved) return true;
  const resolved = statuses.findIndex((status) => status.id === defaultStatuses.resolved);
  return resolved !== -1 && statuses.findIndex((status) => status.id === statusId) > resolved;
}

/**
 * Where an issue of the closed milestone goes. Null: it is closed already and keeps the milestone. What was decided for
 * the issue itself wins; then done work is closed, if the person said that 処理済み is done; the rest goes where
 * unfinished issues go.
 *
 * @param statuses of the project, in display order
 */
export function closureDestination(
  issue: ClosingIssue,
  closure: Pick<ClosureInput, 'resolvedIsDone' | 'unfinished' | 'decisions'>,
  statuses: readonly { id: number }[],
): Destination | null {
  if (issue.statusId === defaultStatuses.closed) return null;
  const decision = closure.decisions[String(issue.id)];
  if (decision !== undefined) return decision.to;
  if (closure.resolvedIsDone && isDoneLike(issue.statusId, statuses)) return 'close';
  return closure.unfinished;
}

/**
 * The due date of an issue that is carried over, where it has to move; null where it stays. A due date before the first
 * day of the next milestone moves to its last day. Issues without a due date, and milestones without both days, leave
 * everything as it is.
 *
 * @param next first and last day of the next milestone, yyyy-MM-dd
 */
export function movedDueDate(
  dueDate: string | null,
  next: { startDate: string | null; dueDate: string | null },
): string | null {
  if (dueDate === null || next.startDate === null || next.dueDate === null) return null;
  return dueDate < next.startDate ? next.dueDate : null;
}
