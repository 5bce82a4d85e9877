import { z } from 'zod';
import type { ConflictField } from '@/lib/bulk';
import { changeSchema } from '@/lib/bulk/changes';
import { planKinds } from '@/lib/bulk/plan';
import { runs } from '@/lib/db/schema';
import { itemStates, reasonCodes, runStates } from '@/lib/runs';
import {
  diffFieldSchema,
  fieldDiffSchema,
  fieldValueSchema,
  paceSchema,
  quotaSchema,
  stepSchema,
  subjectSchema,
} from '../plans/plan-schemas';

const count = z.number();

export const runCountsSchema = z
  .object({
    applied: count,
    unchanged: count,
    conflict: count,
    rejected: count,
    cancelled: count,
    unknown: count,
    left: count.describe('Items that have not ended'),
  })
  .describe('They add up to the total');
export type RunCounts = z.infer<typeof runCountsSchema>;

const waitReasonSchema = z.enum(runs.waitReason.enumValues);
export type WaitReason = z.infer<typeof waitReasonSchema>;

export const waitDetailSchema = z.object({
  failures: z.number().exactOptional().describe('failures: failed items of the run'),
  failed: z.number().exactOptional().describe('stage: failed items in it, or all that were not done so far'),
  holds: z
    .enum(['archive', 'report', 'both'])
    .exactOptional()
    .describe('stage: what comes after complete success only; to go on is to end without it'),
  projects: z.array(z.string()).exactOptional().describe('noRight: keys of the projects whose items wait'),
  issues: z.array(z.string()).exactOptional().describe('locked: keys of the first of them'),
  stage: z.number().exactOptional().describe('stage: the one that did not go through, from 0'),
  freeMb: z.number().exactOptional().describe('disk: what is left, megabytes'),
});
export type WaitDetail = z.infer<typeof waitDetailSchema>;

export const runSummarySchema = z.object({
  id: z.string(),
  planId: z.string(),
  planNumber: z.number(),
  kind: z.enum(planKinds).describe('undo: it takes back what an earlier run changed'),
  subject: subjectSchema,
  sourceNumber: z
    .number()
    .nullable()
    .describe('Plan number of the run that this one takes back or takes up again'),
  title: z.string().describe('Empty when the plan is named after its changes'),
  changes: z.array(changeSchema),
  state: z.enum(runStates),
  waitReason: waitReasonSchema.nullable().describe('Why nothing is written right now'),
  waitDetail: waitDetailSchema.nullable().describe('Values that belong to the reason'),
  waitUntil: z.string().nullable().describe('When it goes on by itself; null while a person has to act'),
  pace: paceSchema,
  approvedBy: z.string(),
  total: z.number(),
  counts: runCountsSchema,
  approvedAt: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
});
export type RunSummary = z.infer<typeof runSummarySchema>;

export const relatedRunSchema = z.object({
  runId: z.string(),
  planNumber: z.number(),
  kind: z.enum(planKinds),
});
export type RelatedRun = z.infer<typeof relatedRunSchema>;

export const runDetailSchema = runSummarySchema.extend({
  fieldCounts: z.record(z.string(), z.number()).describe('Approved rows per touched field'),
  estimates: z
    .object({ limit: z.number(), gentle: z.number() })
    .describe('Seconds for what is left, at either pace'),
  averageCallMs: z.number().nullable().describe('Mean round trip of the writes so far'),
  quota: quotaSchema,
  stage: z.number().describe('The stage under way, from 0'),
  stopAfter: z.number().nullable().describe('It stops for its person after so many failures; null = never'),
  held: z
    .number()
    .describe('How many of the failed items Ikkatsu itself has held back: nothing was sent for them'),
  verified: z.number().describe('Items read again at Backlog after the server had died'),
  undoable: z
    .number()
    .describe('Updated items of which an undo can take something back: not those with a comment alone'),
  source: relatedRunSchema.nullable().describe('The run that this one takes back or takes up again'),
  followers: z.array(relatedRunSchema).describe('Runs that take this one back or up again, the latest first'),
});
export type RunDetail = z.infer<typeof runDetailSchema>;

const conflictField: z.ZodType<ConflictField> = z.object({
  field: z.union([diffFieldSchema, z.literal('project')]),
  planned: fieldValueSchema,
  now: fieldValueSchema,
});

/** Why an item ended as it did. */
export const itemReasonSchema = z.object({
  code: z.enum(reasonCodes),
  message: z.string().nullable().exactOptional().describe("Backlog's own sentence"),
  backlogCode: z.number().nullable().exactOptional(),
  status: z.number().nullable().exactOptional(),
  attempts: z.number().exactOptional(),
  count: z.number().exactOptional().describe('Issues that hold the milestone'),
  failed: z.number().exactOptional().describe('HELD_BACK, REPORT_HELD: items before it that were not done'),
  report: z.literal(true).exactOptional().describe('HELD_BACK: the report is held back, too'),
  leftOut: z.number().exactOptional().describe('REPORT_HELD: issues that the plan left out'),
  otherwise: z
    .number()
    .exactOptional()
    .describe('REPORT_HELD: issues that the plan treats otherwise than the report says'),
  open: z.number().exactOptional().describe('HELD_BACK: open issues that hold the milestone'),
  values: z
    .record(z.string(), z.string())
    .exactOptional()
    .describe('VALUE_GONE, REFUSED: `field` and `label` of the value that the project no longer has'),
  fields: z.array(conflictField).exactOptional(),
  by: z.object({ name: z.string(), at: z.string() }).nullable().exactOptional(),
});

export const runItemSchema = z.object({
  position: z.number(),
  issueId: z.number(),
  issueKey: z.string(),
  summary: z.string(),
  state: z.enum(itemStates),
  attempt: z.number().describe('Writes begun and not proven unsent'),
  differs: z.array(diffFieldSchema).describe('Fields where Backlog stored something else than was sent'),
  reason: itemReasonSchema.nullable(),
  durationMs: z.number().nullable(),
  endedAt: z.string().nullable(),
  diffs: z.array(fieldDiffSchema).exactOptional().describe('What was approved; only if asked for'),
  step: stepSchema.exactOptional().describe('The side step that was approved; only if asked for'),
  said: z
    .object({ comment: z.boolean(), notified: z.number().describe('People') })
    .exactOptional()
    .describe('What the last attempt sent beside values; only if asked for'),
});
export type RunItem = z.infer<typeof runItemSchema>;
