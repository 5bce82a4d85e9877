import { z } from 'zod';
import type { ConflictField } from '@/lib/bulk';
import { changeSchema } from '@/lib/bulk/changes';
import { diffFields } from '@/lib/bulk/plan';
import { itemStates, reasonCodes, runStates } from '@/lib/runs';
import { fieldDiffSchema, paceSchema, quotaSchema } from '../plans/plan-schemas';

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

export const runSummarySchema = z.object({
  id: z.string(),
  planId: z.string(),
  planNumber: z.number(),
  title: z.string().describe('Empty when the plan is named after its changes'),
  changes: z.array(changeSchema),
  state: z.enum(runStates),
  waitReason: z
    .enum(['quota', 'needsSignIn', 'backlogDown', 'settling', 'person', 'licence', 'redirect'])
    .nullable()
    .describe('Why nothing is written right now'),
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

export const runDetailSchema = runSummarySchema.extend({
  fieldCounts: z.record(z.string(), z.number()).describe('Approved rows per touched field'),
  estimates: z
    .object({ limit: z.number(), gentle: z.number() })
    .describe('Seconds for what is left, at either pace'),
  averageCallMs: z.number().nullable().describe('Mean round trip of the writes so far'),
  quota: quotaSchema,
});
export type RunDetail = z.infer<typeof runDetailSchema>;

const named = z.object({ id: z.number(), name: z.string(), color: z.string().exactOptional() });
const fieldValue = z.union([named, z.array(named), z.string(), z.null()]);
const conflictField: z.ZodType<ConflictField> = z.object({
  field: z.enum([...diffFields, 'project']),
  planned: fieldValue,
  now: fieldValue,
});

export const runItemSchema = z.object({
  position: z.number(),
  issueId: z.number(),
  issueKey: z.string(),
  summary: z.string(),
  state: z.enum(itemStates),
  attempt: z.number().describe('Writes begun and not proven unsent'),
  differs: z.array(z.enum(diffFields)).describe('Fields where Backlog stored something else than was sent'),
  reason: z
    .object({
      code: z.enum(reasonCodes),
      message: z.string().nullable().exactOptional().describe("Backlog's own sentence"),
      backlogCode: z.number().nullable().exactOptional(),
      status: z.number().nullable().exactOptional(),
      attempts: z.number().exactOptional(),
      fields: z.array(conflictField).exactOptional(),
      by: z.object({ name: z.string(), at: z.string() }).nullable().exactOptional(),
    })
    .nullable(),
  durationMs: z.number().nullable(),
  endedAt: z.string().nullable(),
  diffs: z.array(fieldDiffSchema).exactOptional().describe('What was approved; only if asked for'),
});
export type RunItem = z.infer<typeof runItemSchema>;
