import { idsOf } from './issue-values';
import type { FieldDiff, IssueUpdateParams } from './plan';

/** Parameters that write exactly these differences; fields without a difference are not sent at all. */
export function paramsOf(diffs: readonly FieldDiff[], comment?: string): IssueUpdateParams {
  const params: IssueUpdateParams = {};
  for (const diff of diffs) {
    switch (diff.field) {
      case 'status':
        if (diff.after !== null) params.statusId = diff.after.id;
        break;
      case 'priority':
        if (diff.after !== null) params.priorityId = diff.after.id;
        break;
      // Resolution 0 (対応済み) is a value: only null clears.
      case 'resolution':
        params.resolutionId = diff.after === null ? null : diff.after.id;
        break;
      case 'assignee':
        params.assigneeId = diff.after === null ? null : diff.after.id;
        break;
      case 'dueDate':
        params.dueDate = diff.after;
        break;
      case 'startDate':
        params.startDate = diff.after;
        break;
      case 'milestone':
        params.milestoneId = idsOf(diff.after);
        break;
      case 'category':
        params.categoryId = idsOf(diff.after);
        break;
    }
  }
  if (comment !== undefined) params.comment = comment;
  return params;
}

/**
 * Class A requests carry absolute values only and may be repeated; with a comment a request is class B and is sent at
 * most once.
 */
export function isClassA(params: IssueUpdateParams): boolean {
  return params.comment === undefined;
}
