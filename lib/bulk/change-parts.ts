import { z } from 'zod';
import { isCalendarDay } from '@/lib/backlog/schemas/date-only';
import { isStorableText } from '@/lib/backlog/schemas/storable-text';

const unstorable = { message: 'text that cannot be stored' };

/** A name as a person saw it. */
export const label = z.string().min(1).max(255).refine(isStorableText, unstorable);
export const id = z.number().int().nonnegative();

export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isCalendarDay, { message: 'not a calendar day' })
  // A year half typed, like 0260, is never meant.
  .refine((day) => day >= '1990-01-01' && day <= '2199-12-31', { message: 'outside 1990 to 2199' })
  .describe('Calendar day, yyyy-MM-dd');

/** Text of at most so many characters that Backlog can store; not empty. */
export const storableText = (most: number) =>
  z.string().trim().min(1).max(most).refine(isStorableText, unstorable);

/**
 * A value that has its own id in every project (status, type, milestone, category, choice of a custom field). The
 * mapping is explicit, so what a person saw is what is written: a project that is missing here makes its issues
 * 実行不可, never a guess by name.
 */
export const projectValueSchema = z.strictObject({
  label,
  /** Project id (decimal string) → id of the value in that project. */
  byProject: z.record(z.string().regex(/^\d+$/), id),
});
export type ProjectValue = z.infer<typeof projectValueSchema>;

export const values = z.array(projectValueSchema).min(1).max(50);
export const labelled = z.strictObject({ id, label });
export type LabelledId = z.infer<typeof labelled>;
