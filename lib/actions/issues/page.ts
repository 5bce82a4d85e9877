import { z } from 'zod';
import { issueFilterSchema } from '@/lib/columns/issue-filter-schema';
import { toIssueRow } from '@/lib/columns/to-issue-row';
import { AppError } from '@/lib/errors';
import { defineAction } from '../define-action';
import { filterQuery } from './filter-query';
import { issueRowSchema } from './issue-row-schema';

/** Most rows that Backlog answers at once. */
const pageSize = 100;
/** A list is read in at most 100 calls; beyond, the filter has to be narrowed. */
const mostCalls = 100;

export const issuesPage = defineAction({
  name: 'issues.page',
  description: 'Up to 100 issues that match a filter, oldest first, from an offset.',
  access: 'read',
  surfaces: ['ui', 'assistant', 'mcp'],
  input: z.strictObject({ filter: issueFilterSchema, offset: z.number().int().nonnegative() }),
  output: z.object({ rows: z.array(issueRowSchema), offset: z.number(), count: z.number() }),
  run: async ({ ctx, input: { filter, offset } }) => {
    if (offset >= pageSize * mostCalls)
      throw new AppError('WALK_TOO_LONG', { calls: offset / pageSize + 1, count: offset });
    const query = await filterQuery(ctx.backlog, filter, ctx.clock.now().getTime());
    // Creation never changes, so pages do not shift while issues are edited.
    const page = { ...query, offset, count: pageSize, sort: 'created', order: 'asc' } as const;
    const issues = await ctx.backlog.issues.list(page);
    const rows = issues.map((issue) => toIssueRow(issue, ctx.actor.timezone));
    return { rows, offset, count: rows.length };
  },
});
