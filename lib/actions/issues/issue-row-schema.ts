import { z } from 'zod';

const ids = z.array(z.number());

/** Shape of `IssueRow` in `lib/columns/issue-row.ts`. */
export const issueRowSchema = z.object({
  id: z.number(),
  issueKey: z.string(),
  projectId: z.number(),
  issueTypeId: z.number(),
  summary: z.string(),
  assigneeId: z.number().nullable(),
  assigneeName: z.string().nullable(),
  statusId: z.number(),
  priorityId: z.number(),
  resolutionId: z.number().nullable(),
  milestoneIds: ids,
  versionIds: ids,
  categoryIds: ids,
  startDate: z.string().nullable(),
  dueDate: z.string().nullable(),
  estimatedHours: z.number().nullable(),
  actualHours: z.number().nullable(),
  parentIssueId: z.number().nullable(),
  updated: z.string(),
});
