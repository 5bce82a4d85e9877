import { z } from 'zod';
import { defineAction } from '../define-action';
import { rowIdSchema } from '../row-id';
import { evidenceHead } from './evidence-head';
import { countEvidence, evidenceItems } from './evidence-items';
import { evidenceHeadSchema, evidenceItemSchema } from './evidence-schemas';
import { loadRun } from './load-run';

export const runsEvidence = defineAction({
  name: 'runs.evidence',
  description:
    'The record of a run: what was selected and decided, who approved it when, and for every row of the plan each value before and after, how it ended and why. Rows that were not carried out are there too.',
  access: 'read',
  surfaces: ['ui', 'assistant', 'mcp'],
  withoutBacklog: true,
  input: z.strictObject({
    runId: rowIdSchema,
    offset: z.number().int().min(0).default(0).describe('First row, in the order of the plan'),
    limit: z.number().int().min(1).max(500).default(100),
  }),
  output: z.object({
    head: evidenceHeadSchema,
    items: z.array(evidenceItemSchema),
    total: z.number().describe('Rows of the plan, beyond this page too'),
  }),
  run: async ({ ctx, input: { runId, ...page } }) => {
    const { run, plan } = await loadRun(ctx, runId);
    const [head, total] = await Promise.all([evidenceHead(ctx, run, plan), countEvidence(ctx.db, plan.id)]);
    const items = await evidenceItems(ctx.db, { run, followers: head.followers }, page);
    return { head, items, total };
  },
});
