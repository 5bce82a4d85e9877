import { z } from 'zod';
import { isCalendarDay } from '@/lib/backlog/schemas/date-only';
import { isStorableText } from '@/lib/backlog/schemas/storable-text';

const ids = z.array(z.number().int().nonnegative()).max(200);
const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isCalendarDay, { message: 'not a calendar day' });

/**
 * Which issues a view, a plan or a tool means. Empty lists mean "any". Ids are Backlog's; status ids may belong to
 * different projects. Backlog ORs inside one list and ANDs between lists.
 */
export const issueFilterSchema = z.strictObject({
  projectIds: ids,
  statusIds: ids,
  assigneeIds: ids,
  milestoneIds: ids,
  categoryIds: ids,
  issueTypeIds: ids,
  priorityIds: ids,
  dueDateSince: isoDate.nullable(),
  dueDateUntil: isoDate.nullable(),
  keyword: z.string().max(200).refine(isStorableText, { message: 'text that cannot be stored' }),
});
export type IssueFilter = z.infer<typeof issueFilterSchema>;

export const emptyIssueFilter: IssueFilter = {
  projectIds: [],
  statusIds: [],
  assigneeIds: [],
  milestoneIds: [],
  categoryIds: [],
  issueTypeIds: [],
  priorityIds: [],
  dueDateSince: null,
  dueDateUntil: null,
  keyword: '',
};

/** Fields of the table that can be sorted; the sort is local, over all loaded rows. */
export const sortFields = [
  'issueKey',
  'issueType',
  'summary',
  'assignee',
  'status',
  'priority',
  'milestone',
  'category',
  'dueDate',
  'updated',
] as const;
export type SortField = (typeof sortFields)[number];

/** A view of the issue table: everything of it stands in the URL. */
export interface IssueView {
  filter: IssueFilter;
  sort: { field: SortField; order: 'asc' | 'desc' };
}
