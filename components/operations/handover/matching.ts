import type { IssueRow } from '@/lib/columns/issue-row';
import type { ScopeChoice } from './handover-form';

/** The leaver's issues that the conditions let through; boxes of single issues aside. */
export function matching(held: readonly IssueRow[], scope: ScopeChoice): IssueRow[] {
  const any = (ids: readonly number[], own: readonly number[]) =>
    ids.length === 0 || own.some((id) => ids.includes(id));
  return held.filter(
    (row) =>
      (scope.projectIds === null || scope.projectIds.includes(row.projectId)) &&
      (scope.statusIds === null || scope.statusIds.includes(row.statusId)) &&
      any(scope.issueTypeIds, [row.issueTypeId]) &&
      any(scope.milestoneIds, row.milestoneIds) &&
      // An issue without a due date is in no range of days, as in Backlog's own search.
      (scope.dueDateSince === null || (row.dueDate !== null && row.dueDate >= scope.dueDateSince)) &&
      (scope.dueDateUntil === null || (row.dueDate !== null && row.dueDate <= scope.dueDateUntil)),
  );
}
