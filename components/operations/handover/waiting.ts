import { CLOSED_STATUS_ID } from '@/lib/columns/is-overdue';
import type { IssueRow } from '@/lib/columns/issue-row';
import type { ReferenceIndex } from '@/lib/columns/reference-index';
import { RESOLVED_STATUS_ID } from '@/lib/columns/status-ids';

/** Done by the assignee and not closed: 処理済み, or a status that a project has put between it and 完了. */
export function waitsForConfirmation(row: IssueRow, index: ReferenceIndex): boolean {
  const rankOf = (statusId: number) => index.status(row.projectId, statusId)?.rank;
  const own = rankOf(row.statusId);
  const resolved = rankOf(RESOLVED_STATUS_ID);
  const closed = rankOf(CLOSED_STATUS_ID);
  if (own === undefined || resolved === undefined) return row.statusId === RESOLVED_STATUS_ID;
  return own >= resolved && (closed === undefined || own < closed);
}
