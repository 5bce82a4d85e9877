import { z } from 'zod';

const id = z.number().int().nonnegative();
const ids = z.array(id);
const day = z.string().nullable().optional();

/** `IssueQuery` of the client as it is stored with a plan. */
const storedQuerySchema = z.strictObject({
  projectIds: ids.min(1),
  statusIds: ids.optional(),
  assigneeIds: ids.optional(),
  milestoneIds: ids.optional(),
  categoryIds: ids.optional(),
  issueTypeIds: ids.optional(),
  priorityIds: ids.optional(),
  dueDateSince: day,
  dueDateUntil: day,
  keyword: z.string().nullable().optional(),
});

/**
 * What a plan is about: issues picked one by one, or all that match a filter when the plan is made. `filter` is the
 * filter as the person had it, for showing; `query` is what is asked of Backlog.
 */
export const selectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ids'),
    /** Negative: a side step of the run that is undone. Empty: only what fixes add, and the operation's own rows. */
    ids: z.array(z.number().int()).max(10_000),
    projectIds: ids.min(1),
    /** `updated` of the rows that the person picked from, by issue id. */
    seen: z.record(z.string(), z.string()).optional(),
  }),
  z.strictObject({
    kind: z.literal('allMatching'),
    filter: z.unknown(),
    countSeen: z.number().int().nonnegative(),
    query: storedQuerySchema,
  }),
]);
export type Selection = z.infer<typeof selectionSchema>;
