import { z } from 'zod';
import { blockCodes } from '@/lib/bulk/plan';
import { itemReasonSchema } from '../runs/run-schemas';

/** Why the leaver still holds an issue. */
const whySchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('blocked'),
      code: z.enum(blockCodes).describe('What stood in its way when the plan was made'),
      values: z.record(z.string(), z.string()),
    }),
    z.object({
      kind: z.literal('ended'),
      outcome: z.enum(['conflict', 'rejected', 'cancelled', 'unknown']),
      reason: itemReasonSchema.nullable().describe('Null for what was cancelled'),
    }),
    z.object({ kind: z.literal('pending') }).describe('Its turn in the run has not come'),
    z.object({
      kind: z.literal('leftOut'),
      by: z
        .enum(['scope', 'choice', 'unchecked'])
        .describe('scope: outside what was to go; choice: named as staying; unchecked: left out of the plan'),
    }),
    z.object({ kind: z.literal('new') }).describe('It came to the leaver after the plan was made'),
    z.object({ kind: z.literal('back') }).describe('It was handed over and has come back'),
  ])
  .describe('Why the leaver still holds it');
export type RemainingWhy = z.infer<typeof whySchema>;

const remainingIssueSchema = z.object({
  issueId: z.number(),
  issueKey: z.string(),
  summary: z.string(),
  projectId: z.number(),
  status: z.object({ id: z.number(), name: z.string(), color: z.string() }),
  dueDate: z.string().nullable().describe('yyyy-MM-dd'),
  why: whySchema,
  kept: z
    .boolean()
    .describe('The person said that it stays with the leaver, and no handover took it up since'),
});
export type RemainingIssue = z.infer<typeof remainingIssueSchema>;

export const remainingSchema = z.object({
  from: z.object({ id: z.number(), label: z.string() }).describe('Who hands over'),
  counts: z
    .object({
      open: z.number().describe('Open issues that the leaver holds at Backlog now'),
      kept: z.number().describe('Of these: kept on purpose'),
      left: z.number().describe('open − kept'),
    })
    .describe('Of all issues, beyond `limit` too'),
  finished: z.boolean().describe('Nothing is left'),
  issues: z.array(remainingIssueSchema).describe('What is left first, then what is kept'),
  readAt: z.string().describe('UTC instant'),
});
