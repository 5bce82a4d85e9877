import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { FigureIssue } from '@/lib/bulk/operations/closure-figures';

/** What of an issue the figures of its milestone need. */
export function toFigureIssue(issue: BacklogIssue): FigureIssue {
  return {
    id: issue.id,
    created: issue.created,
    statusId: issue.status.id,
    milestoneIds: issue.milestone.map(({ id }) => id),
    issueTypeId: issue.issueType.id,
    assigneeId: issue.assignee?.id ?? null,
    assigneeName: issue.assignee?.name ?? null,
    estimatedHours: issue.estimatedHours,
    actualHours: issue.actualHours,
  };
}
