import { z } from 'zod';
import { issueFilterSchema } from '@/lib/columns/issue-filter-schema';
import { toIssueRow } from '@/lib/columns/to-issue-row';
import { defineAction } from '../define-action';
import { filterQuery } from './filter-query';
import { issueRowSchema } from './issue-row-schema';

const pageSize = 100;
/** Three calls: the list informs, nothing is done with it. */
const mostRows = 300;

export const issuesCreatedBy = defineAction({
  name: 'issues.createdBy',
  description:
    'Issues that match a filter, that a person created and that somebody else (or nobody) is assigned to; the latest 300 that the person created are looked at.',
  access: 'read',
  surfaces: ['ui', 'assistant', 'mcp'],
  input: z.strictObject({ userId: z.number().int().nonnegative(), filter: issueFilterSchema }),
  output: z.object({
    rows: z.array(issueRowSchema),
    more: z.boolean().describe('The person created more than were looked at'),
  }),
  run: async ({ ctx: { actor, backlog, clock }, input: { userId, filter } }) => {
    const query = await filterQuery(backlog, filter, clock.now().getTime());
    const created = { ...query, createdUserIds: [userId], sort: 'created', order: 'desc' } as const;
    const issues = [];
    let more = true;
    while (more && issues.length < mostRows) {
      const page = await backlog.issues.list({ ...created, offset: issues.length, count: pageSize });
      issues.push(...page);
      more = page.length === pageSize;
    }
    const rows = issues
      .filter((issue) => issue.assignee?.id !== userId)
      .map((issue) => toIssueRow(issue, actor.timezone));
    return { rows, more };
  },
});
