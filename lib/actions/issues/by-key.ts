import { z } from 'zod';
import { isBacklogError } from '@/lib/backlog';
import { defineAction } from '../define-action';

export const issuesByKey = defineAction({
  name: 'issues.byKey',
  description: 'One issue by its key, such as WEB-12; null when it does not exist or is not visible.',
  access: 'read',
  surfaces: ['ui', 'assistant', 'mcp'],
  input: z.strictObject({
    issueKey: z
      .string()
      .max(60)
      .regex(/^[A-Z][A-Z0-9_]*-[1-9]\d{0,8}$/),
  }),
  output: z.object({
    issue: z
      .object({ id: z.number(), issueKey: z.string(), projectId: z.number(), summary: z.string() })
      .nullable(),
  }),
  run: async ({ ctx, input }) => {
    try {
      const { id, issueKey, projectId, summary } = await ctx.backlog.issues.get(input.issueKey);
      return { issue: { id, issueKey, projectId, summary } };
    } catch (error) {
      if (isBacklogError(error) && error.code === 'BACKLOG_NOT_FOUND') return { issue: null };
      throw error;
    }
  },
});
