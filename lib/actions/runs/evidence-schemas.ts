import { z } from 'zod';
import { operationSchema, outcomes, type StepImage } from '@/lib/bulk';
import type { EvidenceField } from '@/lib/bulk/evidence-fields';
import { issueFilterSchema } from '@/lib/columns/issue-filter-schema';
import { plans } from '@/lib/db/schema';
import {
  blocksSchema,
  diffFieldSchema,
  fieldDiffSchema,
  fieldValueSchema,
  stepSchema,
  warningsSchema,
} from '../plans/plan-schemas';
import { relatedRunSchema, runItemSchema, runSummarySchema } from './run-schemas';

/** Fields whose values a filter or an operation names by id. */
export const namedKinds = [
  'project',
  'status',
  'assignee',
  'milestone',
  'category',
  'issueType',
  'priority',
] as const;
export type NamedKind = (typeof namedKinds)[number];

const selection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ids'), count: z.number() }),
  z.object({
    kind: z.literal('allMatching'),
    count: z.number().describe('How many matched when the person decided'),
    filter: issueFilterSchema.nullable().describe('Null: in a form that this version does not know'),
  }),
]);

const runEvent = z.object({
  at: z.string(),
  kind: z.enum(['paused', 'resumed', 'paceSet', 'retried', 'settled', 'itemLost', 'cancelled', 'ended']),
  pace: z.string().exactOptional().describe('paceSet: from here on'),
  count: z.number().exactOptional().describe('retried: how many failed items were taken up again'),
  issueKey: z.string().exactOptional().describe('settled, itemLost'),
});
export type RunEvent = z.infer<typeof runEvent>;

export const evidenceHeadSchema = z.object({
  at: z.string().describe('When the record was read'),
  spaceHost: z.string(),
  timezone: z.string(),
  run: runSummarySchema,
  plan: z.object({
    revision: z.number(),
    digest: z.string().nullable().describe('What the approval was bound to'),
    createdBy: z.string(),
    createdAt: z.string(),
    actorType: z.enum(plans.actorType.enumValues),
    operation: operationSchema.nullable(),
    fixedIssues: z.number().describe('Issues for which changes were added'),
    counts: z.object({
      change: z.number(),
      unchanged: z.number(),
      needsReview: z.number(),
      blocked: z.number(),
    }),
    includedCount: z.number(),
  }),
  selection,
  names: z
    .partialRecord(z.enum(namedKinds), z.record(z.string(), z.string()))
    .describe('Names by id, as the rows of the plan show them: what no row has is not here'),
  source: relatedRunSchema.nullable(),
  followers: z.array(relatedRunSchema),
  events: z.array(runEvent).describe('What happened to the run as a whole, the first 200'),
});
export type EvidenceHead = z.infer<typeof evidenceHeadSchema>;

const evidenceField: z.ZodType<EvidenceField> = z.object({
  field: diffFieldSchema,
  before: fieldValueSchema,
  planned: fieldValueSchema.exactOptional(),
  after: fieldValueSchema.exactOptional(),
  already: z.literal(true).exactOptional(),
});

const milestone = z.object({
  id: z.number(),
  name: z.string(),
  description: z.string(),
  startDate: z.string().nullable(),
  dueDate: z.string().nullable(),
  archived: z.boolean(),
});
const wiki = z.object({
  id: z.number(),
  name: z.string(),
  content: z.string(),
  createdBy: z.number().nullable(),
});
const stepImage: z.ZodType<StepImage> = z.object({
  milestone: milestone.nullable(),
  wiki: wiki.nullable().exactOptional(),
  known: z.array(z.number()).exactOptional(),
});

const runItem = runItemSchema.shape;
const result = z.enum([...outcomes, 'left', 'notNeeded', 'leftOut', 'blocked']);

export const evidenceItemSchema = z.object({
  position: z.number().describe('In the plan, from 0'),
  issueId: z.number().describe('Negative for a side step'),
  issueKey: z.string(),
  projectId: z.number(),
  summary: z.string(),
  result: result.describe('The last three were never part of the run'),
  fields: z.array(evidenceField),
  diffs: z.array(fieldDiffSchema).describe('Names and kinds of custom fields'),
  comment: z.string().nullable().describe('The approved comment'),
  notifiedIds: z.array(z.number()),
  step: stepSchema.nullable(),
  stepBefore: stepImage.nullable(),
  stepAfter: stepImage.nullable(),
  warnings: warningsSchema,
  blocks: blocksSchema,
  differs: runItem.differs,
  reason: runItem.reason,
  attempts: z.number().describe('Writes begun and not proven unsent'),
  sentAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  undone: z
    .array(z.object({ planNumber: z.number(), fields: z.array(diffFieldSchema) }))
    .describe('Later runs that have put fields back, the latest first'),
  takenUp: z
    .object({ planNumber: z.number(), result })
    .nullable()
    .describe('The latest run that has taken the row up again'),
});
export type EvidenceItem = z.infer<typeof evidenceItemSchema>;
