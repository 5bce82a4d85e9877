import { z } from 'zod';
import { customFieldValueSchema } from './custom-field';

// Unknown keys are kept (looseObject): Backlog adds fields without notice.
// Shapes: developer.nulab.com, API v2 "get-issue"; null-not-absent was seen in captured answers.

const id = z.number().int();

export const userSchema = z.looseObject({
  id,
  userId: z.string().nullable(),
  name: z.string(),
  roleType: z.number().int(),
  lang: z.string().nullable().optional(),
  mailAddress: z.string().nullable().optional(),
});
/** A person of a space. Names are not unique: address people by `id`. */
export type BacklogUser = z.infer<typeof userSchema>;

export const statusSchema = z.looseObject({
  id,
  projectId: id,
  name: z.string(),
  color: z.string(),
  displayOrder: z.number(),
});
/** 状態. Ids 1–4 are fixed in every project; others belong to one project. */
export type BacklogStatus = z.infer<typeof statusSchema>;

export const issueTypeSchema = z.looseObject({
  id,
  projectId: id,
  name: z.string(),
  color: z.string(),
  displayOrder: z.number(),
});
export type BacklogIssueType = z.infer<typeof issueTypeSchema>;

export const categorySchema = z.looseObject({
  id,
  projectId: id,
  name: z.string(),
  displayOrder: z.number(),
});
export type BacklogCategory = z.infer<typeof categorySchema>;

export const versionSchema = z.looseObject({
  id,
  projectId: id,
  name: z.string(),
  description: z.string().nullable().optional(),
  startDate: z.string().nullable(),
  releaseDueDate: z.string().nullable(),
  archived: z.boolean(),
  displayOrder: z.number(),
});
/** A version and a milestone are one entity in Backlog. */
export type BacklogVersion = z.infer<typeof versionSchema>;

export const namedSchema = z.looseObject({ id, name: z.string() });
/** Priority (2 高, 3 中, 4 低) or resolution (0 対応済み is a value; absence is null). */
export type BacklogNamed = z.infer<typeof namedSchema>;

export const issueSchema = z.looseObject({
  id,
  projectId: id,
  issueKey: z.string(),
  keyId: id,
  issueType: issueTypeSchema,
  summary: z.string(),
  description: z.string().nullable(),
  resolution: namedSchema.nullable(),
  priority: namedSchema,
  status: statusSchema,
  assignee: userSchema.nullable(),
  category: z.array(categorySchema),
  versions: z.array(versionSchema),
  milestone: z.array(versionSchema),
  startDate: z.string().nullable(),
  dueDate: z.string().nullable(),
  estimatedHours: z.number().nullable(),
  actualHours: z.number().nullable(),
  parentIssueId: id.nullable(),
  createdUser: userSchema,
  created: z.string(),
  updatedUser: userSchema.nullable(),
  updated: z.string(),
  customFields: z.array(customFieldValueSchema),
});
/** A whole issue as `GET /issues/:id` answers it. Date-only fields look like `2026-12-01T00:00:00Z`. */
export type BacklogIssue = z.infer<typeof issueSchema>;
