import { z } from 'zod';
import { operationSchema } from '@/lib/bulk';
import { changeSchema } from '@/lib/bulk/changes';
import { fixChangesSchema } from '@/lib/bulk/fix-changes';
import type { FieldImage } from '@/lib/bulk/issue-values';
import {
  blockCodes,
  type DiffField,
  type FieldDiff,
  fixedFields,
  type IssueUpdateParams,
  type PlanItem,
  type PlanStep,
  paces,
  piles,
  planKinds,
  warningCodes,
} from '@/lib/bulk/plan';

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

const fixedIssues = z.array(z.number().int().nonnegative()).min(1).max(10_000);

/** The same changes for several issues of a plan, or for issues that join it by them. */
export const fixGroupSchema = z.strictObject({ issueIds: fixedIssues, changes: fixChangesSchema });

/** Fixes that are taken back. */
export const fixRemovalSchema = z.strictObject({
  issueIds: fixedIssues,
  fields: z
    .array(z.string().max(300))
    .min(1)
    .max(40)
    .exactOptional()
    .describe('Keys of the changes, such as `resolution` or `custom:5:原因`; left out: everything'),
});

export const subjectSchema = z
  .string()
  .nullable()
  .describe('Of a handover: who hands over; of a closure: the milestone');

export const planSummarySchema = z.object({
  id: z.string(),
  number: z.number().describe('Counts up per space and person'),
  revision: z.number(),
  title: z.string().describe('Empty when the plan is named after its changes'),
  changes: z.array(changeSchema).describe('Empty for an undo'),
  kind: z.enum(planKinds),
  subject: subjectSchema,
  operation: operationSchema.nullable().describe('What the person decided, of a plan that is an operation'),
  fixes: z
    .array(
      fixGroupSchema.extend({
        adds: z.literal(true).exactOptional().describe('These issues take part because of these changes'),
      }),
    )
    .describe('Changes added for single issues'),
  sourceRunId: z
    .string()
    .nullable()
    .describe('The run that is taken back, or whose items are taken up again'),
  sourceNumber: z.number().nullable().describe('Plan number of that run, as people call it'),
  undo: z
    .object({ comments: z.number(), notified: z.number() })
    .nullable()
    .describe('Of an undo: items whose comments stay, and items that told people; neither can be taken back'),
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
const text = z.string().nullable();
const number = z.number().nullable();
const list = z.array(named);

/** `customField_7`, and `customField_7_otherValue` for the free text beside its choices. */
const customFieldKeySchema = z.templateLiteral(['customField_', z.number()]);
const otherValueKeySchema = z.templateLiteral(['customField_', z.number(), '_otherValue']);
const anyCustomKey = z.union([customFieldKeySchema, otherValueKeySchema]);

export const diffFieldSchema: z.ZodType<DiffField> = z.union([z.enum(fixedFields), anyCustomKey]);
/** A value of any field. */
export const fieldValueSchema = z.union([named, list, z.string(), z.number(), z.null()]);

const listParts = {
  before: list,
  after: list,
  merge: z.boolean().describe('Whether the change is merged into the list that the run finds'),
  add: list,
  remove: list,
};
const custom = { field: anyCustomKey, label: z.string().describe('Name of the custom field') };

export const fieldDiffSchema: z.ZodType<FieldDiff> = z.union([
  z.object({
    field: z.enum(['issueType', 'status', 'resolution', 'assignee', 'priority', 'parent']),
    before: named.nullable(),
    after: named.nullable(),
  }),
  z.object({ field: z.enum(['dueDate', 'startDate']), before: text, after: text }),
  z.object({ field: z.enum(['estimatedHours', 'actualHours']), before: number, after: number }),
  z.object({ field: z.enum(['milestone', 'version', 'category']), ...listParts }),
  z.object({ ...custom, kind: z.literal('choices'), ...listParts }),
  z.object({ ...custom, kind: z.literal('choice'), before: named.nullable(), after: named.nullable() }),
  z.object({ ...custom, kind: z.literal('number'), before: number, after: number }),
  z.object({ ...custom, kind: z.enum(['text', 'date']), before: text, after: text }),
]);

const namedOrNone = named.nullable().exactOptional();
const fieldImageSchema: z.ZodType<FieldImage> = z.intersection(
  z.object({
    issueType: namedOrNone,
    status: namedOrNone,
    resolution: namedOrNone,
    assignee: namedOrNone,
    priority: namedOrNone,
    parent: namedOrNone,
    dueDate: text.exactOptional(),
    startDate: text.exactOptional(),
    estimatedHours: number.exactOptional(),
    actualHours: number.exactOptional(),
    milestone: list.exactOptional(),
    version: list.exactOptional(),
    category: list.exactOptional(),
  }),
  z.looseRecord(anyCustomKey, fieldValueSchema),
);

const ids = z.array(z.number());
const paramsSchema: z.ZodType<IssueUpdateParams> = z.intersection(
  z.object({
    issueTypeId: z.number().exactOptional(),
    statusId: z.number().exactOptional(),
    resolutionId: number.exactOptional(),
    assigneeId: number.exactOptional(),
    priorityId: z.number().exactOptional(),
    dueDate: text.exactOptional(),
    startDate: text.exactOptional(),
    milestoneId: ids.exactOptional(),
    versionId: ids.exactOptional(),
    categoryId: ids.exactOptional(),
    estimatedHours: number.exactOptional(),
    actualHours: number.exactOptional(),
    parentIssueId: number.exactOptional(),
    comment: z.string().exactOptional(),
    notifiedUserId: ids.exactOptional(),
  }),
  z.intersection(
    z.looseRecord(customFieldKeySchema, z.union([z.string(), z.number(), ids, z.null()])),
    z.looseRecord(otherValueKeySchema, text),
  ),
);

export const stepSchema: z.ZodType<PlanStep> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('createMilestone'),
    projectId: z.number(),
    name: z.string(),
    startDate: text,
    dueDate: text,
  }),
  z.object({
    kind: z.literal('archiveMilestone'),
    projectId: z.number(),
    milestoneId: z.number(),
    name: z.string(),
    archived: z.boolean(),
    afterSuccess: z.literal(true).exactOptional(),
  }),
  z.object({
    kind: z.literal('deleteMilestone'),
    projectId: z.number(),
    milestoneId: z.number(),
    name: z.string(),
  }),
  z.object({
    kind: z.literal('createWiki'),
    projectId: z.number(),
    name: z.string(),
    content: z.string(),
  }),
  z.object({
    kind: z.literal('deleteWiki'),
    projectId: z.number(),
    wikiId: z.number(),
    name: z.string(),
    content: z.string().describe('What the page has to read for it to be deleted'),
  }),
]);

const sentences = z.record(z.string(), z.string());

export const warningsSchema = z.array(
  z.object({
    code: z.enum(warningCodes),
    values: sentences,
    fix: z
      .array(z.object({ issueId: z.number(), changes: fixChangesSchema }))
      .exactOptional()
      .describe('What would put it right'),
  }),
);
export const blocksSchema = z.array(z.object({ code: z.enum(blockCodes), values: sentences }));

export const planItemSchema: z.ZodType<PlanItem> = z.object({
  issueId: z.number().describe('Negative for a side step'),
  issueKey: z.string(),
  projectId: z.number(),
  summary: z.string(),
  pile: z.enum(piles),
  included: z.boolean(),
  diffs: z.array(fieldDiffSchema),
  params: paramsSchema,
  warnings: warningsSchema,
  blocks: blocksSchema,
  current: fieldImageSchema.exactOptional(),
  issueUpdated: z.string(),
  stage: z.number().exactOptional(),
  step: stepSchema.exactOptional(),
  report: z
    .object({
      milestoneId: z.number(),
      otherwise: z.number().describe('Issues that the plan treats otherwise than the text of the report'),
    })
    .exactOptional()
    .describe('The row publishes the closing report: held back unless every issue ends as planned'),
});

export const planDetailSchema = planSummarySchema.extend({ items: z.array(planItemSchema) });
export type PlanDetail = z.infer<typeof planDetailSchema>;
