import { AppError } from '@/lib/errors';
import { encodeForm, type FormParams } from './encode-form';
import type { IssueQuery } from './schemas/issue-query';

/** Longest query that is sent; Backlog's own limit is undocumented, common servers take 8 KB in all. */
const longestQuery = 7_500;

/**
 * The query of `GET /issues` and `/issues/count`. Empty lists are left out: in a query `statusId[]=` means nothing
 * that is documented.
 *
 * @throws AppError FILTER_NEEDS_PROJECT without a project (Backlog refuses such a call), TOO_LARGE for an address that
 * no server would take
 */
export function issueSearchParams(query: IssueQuery): FormParams {
  if (query.projectIds.length === 0) throw new AppError('FILTER_NEEDS_PROJECT');
  const params = {
    projectId: query.projectIds,
    id: filled(query.ids),
    statusId: filled(query.statusIds),
    assigneeId: filled(query.assigneeIds),
    milestoneId: filled(query.milestoneIds),
    versionId: filled(query.versionIds),
    categoryId: filled(query.categoryIds),
    issueTypeId: filled(query.issueTypeIds),
    priorityId: filled(query.priorityIds),
    createdUserId: filled(query.createdUserIds),
    parentIssueId: filled(query.parentIssueIds),
    dueDateSince: query.dueDateSince || undefined,
    dueDateUntil: query.dueDateUntil || undefined,
    updatedSince: query.updatedSince || undefined,
    keyword: query.keyword?.trim() || undefined,
  };
  const length = encodeForm(params).length;
  if (length > longestQuery) throw new AppError('TOO_LARGE', { what: 'filter', length, limit: longestQuery });
  return params;
}

function filled(list: readonly number[] | undefined): readonly number[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list;
}
