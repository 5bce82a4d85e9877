import { dateOnly } from '@/lib/backlog/schemas/date-only';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { IssueRow } from './issue-row';

/**
 * The row that travels to the browser.
 *
 * @param timezone IANA zone of the space, for date values of old records
 */
export function toIssueRow(issue: BacklogIssue, timezone: string): IssueRow {
  return {
    id: issue.id,
    issueKey: issue.issueKey,
    projectId: issue.projectId,
    issueTypeId: issue.issueType.id,
    summary: issue.summary,
    assigneeId: issue.assignee?.id ?? null,
    assigneeName: issue.assignee?.name ?? null,
    statusId: issue.status.id,
    priorityId: issue.priority.id,
    resolutionId: issue.resolution?.id ?? null,
    milestoneIds: issue.milestone.map((milestone) => milestone.id),
    versionIds: issue.versions.map((version) => version.id),
    categoryIds: issue.category.map((category) => category.id),
    startDate: dateOnly(issue.startDate, timezone),
    dueDate: dateOnly(issue.dueDate, timezone),
    estimatedHours: issue.estimatedHours,
    actualHours: issue.actualHours,
    parentIssueId: issue.parentIssueId,
    updated: issue.updated,
  };
}
