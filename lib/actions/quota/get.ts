import { z } from 'zod';
import { defineAction } from '../define-action';
import { readQuota } from '../read-quota';

const rateWindow = z
  .object({ limit: z.number(), remaining: z.number(), resetAt: z.number().describe('Epoch milliseconds') })
  .nullable();

export const quotaGet = defineAction({
  name: 'quota.get',
  description: "What is left of the person's request quota at Backlog, per class of request.",
  access: 'read',
  surfaces: ['ui', 'assistant', 'mcp'],
  input: z.strictObject({}),
  output: z.object({ update: rateWindow, read: rateWindow, search: rateWindow }),
  run: async ({ ctx }) => {
    const { budget } = ctx.backlog;
    const update = await readQuota(ctx);
    return { update, read: budget.snapshot('read'), search: budget.snapshot('search') };
  },
});
