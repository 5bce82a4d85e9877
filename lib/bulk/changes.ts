import { z } from 'zod';
import { isCalendarDay } from '@/lib/backlog/schemas/date-only';
import { isStorableText } from '@/lib/backlog/schemas/storable-text';

const unstorable = { message: 'text that cannot be stored' };
const label = z.string().min(1).max(200).refine(isStorableText, unstorable);
const id = z.number().int().nonnegative();
const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isCalendarDay, { message: 'not a calendar day' })
  // A year half typed, like 0260, is never meant.
  .refine((day) => day >= '1990-01-01' && day <= '2199-12-31', { message: 'outside 1990 to 2199' })
  .describe('Calendar day, yyyy-MM-dd');

/**
 * A value that has its own id in every project (status, milestone, category). The mapping is explicit, so what a
 * person saw is what is written: a project that is missing here makes its issues 実行不可, never a guess by name.
 */
export const projectValueSchema = z.strictObject({
  label,
  /** Project id (decimal string) → id of the value in that project. */
  byProject: z.record(z.string().regex(/^\d+$/), id),
});
export type ProjectValue = z.infer<typeof projectValueSchema>;

const values = z.array(projectValueSchema).min(1).max(50);
const labelled = z.strictObject({ id, label });
export type LabelledId = z.infer<typeof labelled>;

const statusChange = z.discriminatedUnion('verb', [
  z.strictObject({ field: z.literal('status'), verb: z.literal('set'), to: projectValueSchema }),
  z.strictObject({
    field: z.literal('status'),
    verb: z.literal('swap'),
    from: projectValueSchema,
    to: projectValueSchema,
  }),
]);
const scalarVerbs = <F extends 'resolution' | 'assignee'>(field: F) =>
  z.discriminatedUnion('verb', [
    z.strictObject({ field: z.literal(field), verb: z.literal('set'), to: labelled }),
    z.strictObject({ field: z.literal(field), verb: z.literal('clear') }),
    z.strictObject({ field: z.literal(field), verb: z.literal('swap'), from: labelled, to: labelled }),
  ]);
const priorityChange = z.discriminatedUnion('verb', [
  z.strictObject({ field: z.literal('priority'), verb: z.literal('set'), to: labelled }),
  z.strictObject({ field: z.literal('priority'), verb: z.literal('swap'), from: labelled, to: labelled }),
]);
const dateVerbs = <F extends 'dueDate' | 'startDate'>(field: F) =>
  z.discriminatedUnion('verb', [
    z.strictObject({ field: z.literal(field), verb: z.literal('set'), to: isoDate }),
    z.strictObject({ field: z.literal(field), verb: z.literal('clear') }),
  ]);
const listVerbs = <F extends 'milestone' | 'category'>(field: F) =>
  z.discriminatedUnion('verb', [
    z.strictObject({ field: z.literal(field), verb: z.literal('set'), to: values }),
    z.strictObject({ field: z.literal(field), verb: z.literal('clear') }),
    z.strictObject({ field: z.literal(field), verb: z.literal('add'), values }),
    z.strictObject({ field: z.literal(field), verb: z.literal('remove'), values }),
    z.strictObject({
      field: z.literal(field),
      verb: z.literal('swap'),
      from: projectValueSchema,
      to: projectValueSchema,
    }),
  ]);
const commentChange = z.strictObject({
  field: z.literal('comment'),
  verb: z.literal('add'),
  text: z
    .string()
    .trim()
    .min(1)
    .max(50_000)
    .refine(isStorableText, unstorable)
    .describe('At most 50,000 characters, as Backlog allows'),
});

/** What to do to one field. Clearing is the verb `clear`; an empty list is refused. */
export const changeSchema = z.union([
  statusChange,
  scalarVerbs('resolution'),
  scalarVerbs('assignee'),
  priorityChange,
  dateVerbs('dueDate'),
  dateVerbs('startDate'),
  listVerbs('milestone'),
  listVerbs('category'),
  commentChange,
]);
export type Change = z.infer<typeof changeSchema>;

/** At most one change per field. */
export const changesSchema = z
  .array(changeSchema)
  .min(1)
  .max(20)
  .refine((changes) => new Set(changes.map((change) => change.field)).size === changes.length, {
    message: 'one change per field',
  });

export type ChangeField = Change['field'];
