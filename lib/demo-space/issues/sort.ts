import { invalid } from '../api-error';
import type { DemoContext } from '../context';
import type { IssueRow } from '../rows';
import { storedValue } from '../wire/custom-field-value';

type SortValue = number | string | null;
type KeyOf = (issue: IssueRow) => SortValue;

function least(numbers: readonly (number | undefined)[]): number | null {
  const known = numbers.filter((value) => value !== undefined);
  return known.length === 0 ? null : Math.min(...known);
}

function keys({ state }: DemoContext): Record<string, KeyOf> {
  const userName = (id: number | null) => (id === null ? null : (state.users.get(id)?.name ?? null));
  return {
    issueType: (issue) => state.issueTypes.get(issue.issueTypeId)?.displayOrder ?? null,
    category: (issue) => least(issue.categoryIds.map((id) => state.categories.get(id)?.displayOrder)),
    version: (issue) => least(issue.versionIds.map((id) => state.versions.get(id)?.displayOrder)),
    milestone: (issue) => least(issue.milestoneIds.map((id) => state.versions.get(id)?.displayOrder)),
    summary: (issue) => issue.summary,
    status: (issue) => state.status(issue.projectId, issue.statusId)?.displayOrder ?? null,
    priority: (issue) => issue.priorityId,
    attachment: (issue) => issue.attachmentIds.length,
    sharedFile: (issue) => issue.sharedFileIds.length,
    created: (issue) => issue.created,
    createdUser: (issue) => userName(issue.createdUserId),
    updated: (issue) => issue.updated,
    updatedUser: (issue) => userName(issue.updatedUserId),
    assignee: (issue) => userName(issue.assigneeId),
    startDate: (issue) => issue.startDate,
    dueDate: (issue) => issue.dueDate,
    estimatedHours: (issue) => issue.estimatedHours,
    actualHours: (issue) => issue.actualHours,
    childIssue: (issue) => state.childrenOf(issue.id).length,
  };
}

function keyFor(ctx: DemoContext, sort: string): KeyOf {
  const fieldId = /^customField_(\d+)$/.exec(sort)?.[1];
  if (fieldId !== undefined)
    return (issue) => {
      const { value } = storedValue(issue, Number(fieldId));
      return Array.isArray(value) ? (value[0] ?? null) : value;
    };
  const key = Object.entries(keys(ctx)).find(([name]) => name === sort)?.[1];
  if (!key) throw invalid(`The value of sort is not allowed: ${sort}`, `sortの値が不正です: ${sort}`);
  return key;
}

function compare(a: SortValue, b: SortValue): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}

/**
 * Sorts by `sort` (created when left out) in `order` (desc when left out). Unset values come first in
 * ascending order; equal rows follow their ids in the same direction.
 */
export function sortIssues(ctx: DemoContext, issues: readonly IssueRow[]): IssueRow[] {
  const key = keyFor(ctx, ctx.params.string('sort') || 'created');
  const sign = (ctx.params.oneOf('order', ['asc', 'desc']) ?? 'desc') === 'asc' ? 1 : -1;
  return issues
    .map((issue) => ({ issue, value: key(issue) }))
    .sort((a, b) => sign * (compare(a.value, b.value) || a.issue.id - b.issue.id))
    .map(({ issue }) => issue);
}
