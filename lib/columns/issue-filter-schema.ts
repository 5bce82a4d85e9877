import { z } from 'zod';
import { isCalendarDay } from '@/lib/backlog/schemas/date-only';
import { isStorableText } from '@/lib/backlog/schemas/storable-text';
import type { IssueFilter } from './issue-filter';

const ids = z.array(z.number().int().nonnegative()).max(200);
const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isCalendarDay, { message: 'not a calendar day' });

/** Schema of `IssueFilter`. It stands apart, so that the browser's code does not carry the schema library. */
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
}) satisfies z.ZodType<IssueFilter>;
