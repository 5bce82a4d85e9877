import { isOtherValueKey } from './custom-values';
import { idsOf } from './issue-values';
import type { CustomFieldDiff, FieldDiff, IssueUpdateParams } from './plan';

/** What a request says beside the fields it writes. */
export type SaidParams = Pick<IssueUpdateParams, 'comment' | 'notifiedUserId'>;

/** Parameters that write exactly these differences; fields without a difference are not sent at all. */
export function paramsOf(diffs: readonly FieldDiff[], said: SaidParams = {}): IssueUpdateParams {
  const params: IssueUpdateParams = {};
  for (const diff of diffs) setParam(params, diff);
  if (said.comment !== undefined) params.comment = said.comment;
  if (said.notifiedUserId !== undefined) params.notifiedUserId = said.notifiedUserId;
  return params;
}

function setParam(params: IssueUpdateParams, diff: FieldDiff): void {
  switch (diff.field) {
    case 'issueType':
      if (diff.after !== null) params.issueTypeId = diff.after.id;
      break;
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
    case 'parent':
      params.parentIssueId = diff.after === null ? null : diff.after.id;
      break;
    case 'dueDate':
    case 'startDate':
      params[diff.field] = diff.after;
      break;
    case 'estimatedHours':
    case 'actualHours':
      params[diff.field] = diff.after;
      break;
    case 'milestone':
      params.milestoneId = idsOf(diff.after);
      break;
    case 'version':
      params.versionId = idsOf(diff.after);
      break;
    case 'category':
      params.categoryId = idsOf(diff.after);
      break;
    default:
      setCustomParam(params, diff);
  }
}

function setCustomParam(params: IssueUpdateParams, diff: CustomFieldDiff): void {
  const { field } = diff;
  if (isOtherValueKey(field)) {
    if (diff.kind === 'text') params[field] = diff.after;
  } else if (diff.kind === 'choices') params[field] = idsOf(diff.after);
  else if (diff.kind === 'choice') params[field] = diff.after === null ? null : diff.after.id;
  else params[field] = diff.after;
}

/**
 * Class A requests carry absolute values only and may be repeated. With a comment or people to notify a request is
 * class B and is sent at most once.
 */
export function isClassA(params: IssueUpdateParams): boolean {
  return params.comment === undefined && params.notifiedUserId === undefined;
}
