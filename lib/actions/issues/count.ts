import { z } from 'zod';
import { issueFilterSchema } from '@/lib/columns/issue-filter-schema';
import { defineAction } from '../define-action';
import { filterQuery } from './filter-query';

export const issuesCount = defineAction({
  name: 'issues.count',
  description: 'How many issues match a filter. Without projects it counts in every joined project.',
  access: 'read',
  surfaces: ['ui', 'assistant', 'mcp'],
  input: z.strictObject({ filter: issueFilterSchema }),
  output: z.object({ count: z.number() }),
  run: async ({ ctx, input }) => {
    const query = await filterQuery(ctx.backlog, input.filter, ctx.clock.now().getTime());
    return { count: await ctx.backlog.issues.count(query) };
  },
});
