import { z } from 'zod';
import { changeSchema } from '@/lib/bulk/changes';
import { blockCodes, type PlanItem, paces, piles, warningCodes } from '@/lib/bulk/plan';

export const paceSchema = z
  .enum(paces)
  .describe('limit: as fast as the quota allows; gentle: at least one second between writes');

export const quotaSchema = z
  .object({
    limit: z.number().describe('Writes per window'),
    remaining: z.number(),
    resetAt: z.string().describe('UTC instant'),
  })
  .nullable();

export const planSummarySchema = z.object({
  id: z.string(),
  number: z.number().describe('Counts up per space and person'),
  revision: z.number(),
  title: z.string().describe('Empty when the plan is named after its changes'),
  changes: z.array(changeSchema),
  state: z.enum(['drafting', 'ready', 'failed', 'superseded', 'discarded', 'approved']),
  supersededBy: z.string().nullable().describe('Id of the revision that took its place'),
  runId: z.string().nullable().describe('Run of an approved plan'),
  counts: z.object({
    change: z.number(),
    unchanged: z.number(),
    needsReview: z.number(),
    blocked: z.number(),
  }),
  includedCount: z.number().describe('Rows that a run would write'),
  digest: z.string().nullable().describe('What an approval is bound to; null until the plan is ready'),
  createdAt: z.string(),
  expiresAt: z.string(),
  readCount: z.number().describe('Progress while drafting'),
  totalCount: z.number(),
  fieldCounts: z.record(z.string(), z.number()).describe('Included rows per touched field'),
  estimates: z.object({ limit: z.number(), gentle: z.number() }).describe('Seconds at either pace'),
  defaultPace: paceSchema,
  quota: quotaSchema,
  createdBy: z.string(),
  failureCode: z.string().nullable(),
});
export type PlanSummary = z.infer<typeof planSummarySchema>;

const named = z.object({ id: z.number(), name: z.string(), color: z.string().exactOptional() });
const day = z.string().nullable();

export const fieldDiffSchema = z.discriminatedUnion('field', [
  z.object({
    field: z.enum(['status', 'resolution', 'assignee', 'priority']),
    before: named.nullable(),
    after: named.nullable(),
  }),
  z.object({ field: z.enum(['dueDate', 'startDate']), before: day, after: day }),
  z.object({
    field: z.enum(['milestone', 'category']),
    before: z.array(named),
    after: z.array(named),
    merge: z.boolean().describe('Whether the change is merged into the list that the run finds'),
    add: z.array(named),
    remove: z.array(named),
  }),
]);

const namedOrNone = named.nullable().exactOptional();
const list = z.array(named).exactOptional();
const fieldImageSchema = z.object({
  status: namedOrNone,
  resolution: namedOrNone,
  assignee: namedOrNone,
  priority: namedOrNone,
  dueDate: day.exactOptional(),
  startDate: day.exactOptional(),
  milestone: list,
  category: list,
});

const sentences = z.record(z.string(), z.string());
const ids = z.array(z.number());

export const planItemSchema: z.ZodType<PlanItem> = z.object({
  issueId: z.number(),
  issueKey: z.string(),
  projectId: z.number(),
  summary: z.string(),
  pile: z.enum(piles),
  included: z.boolean(),
  diffs: z.array(fieldDiffSchema),
  params: z.object({
    statusId: z.number().exactOptional(),
    resolutionId: z.number().nullable().exactOptional(),
    assigneeId: z.number().nullable().exactOptional(),
    priorityId: z.number().exactOptional(),
    dueDate: day.exactOptional(),
    startDate: day.exactOptional(),
    milestoneId: ids.exactOptional(),
    categoryId: ids.exactOptional(),
    comment: z.string().exactOptional(),
  }),
  warnings: z.array(z.object({ code: z.enum(warningCodes), values: sentences })),
  blocks: z.array(z.object({ code: z.enum(blockCodes), values: sentences })),
  current: fieldImageSchema.exactOptional(),
  issueUpdated: z.string(),
});

export const planDetailSchema = planSummarySchema.extend({ items: z.array(planItemSchema) });
export type PlanDetail = z.infer<typeof planDetailSchema>;
