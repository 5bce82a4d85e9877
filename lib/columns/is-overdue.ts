import { defaultStatuses } from '@/lib/backlog/schemas/default-statuses';
import type { IssueRow } from './issue-row';

/** 完了 has this id in every project. */
export const CLOSED_STATUS_ID = defaultStatuses.closed;

/**
 * Past its due date and not closed. Backlog has no such search.
 *
 * @param today yyyy-MM-dd in the space's zone
 */
export function isOverdue(row: Pick<IssueRow, 'statusId' | 'dueDate'>, today: string): boolean {
  return row.statusId !== CLOSED_STATUS_ID && row.dueDate !== null && row.dueDate < today;
}
