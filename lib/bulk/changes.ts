import { z } from 'zod';
import { changeKey } from './change-key';
import { isoDate, labelled, projectValueSchema, storableText, values } from './change-parts';
import { customChangeSchema } from './custom-change';

export { type LabelledId, type ProjectValue, projectValueSchema } from './change-parts';

const setOrSwap = <F extends 'status' | 'issueType'>(field: F) =>
  z.discriminatedUnion('verb', [
    z.strictObject({ field: z.literal(field), verb: z.literal('set'), to: projectValueSchema }),
    z.strictObject({
      field: z.literal(field),
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
const hours = z.number().min(0).max(99_999.99).multipleOf(0.01).describe('Hours, at most two decimals');
const hourVerbs = <F extends 'estimatedHours' | 'actualHours'>(field: F) =>
  z.discriminatedUnion('verb', [
    z.strictObject({ field: z.literal(field), verb: z.literal('set'), to: hours }),
    z.strictObject({ field: z.literal(field), verb: z.literal('clear') }),
  ]);
/** `label` is the issue key of the parent. */
const parentChange = z.discriminatedUnion('verb', [
  z.strictObject({ field: z.literal('parent'), verb: z.literal('set'), to: labelled }),
  z.strictObject({ field: z.literal('parent'), verb: z.literal('clear') }),
]);
const listVerbs = <F extends 'milestone' | 'version' | 'category'>(field: F) =>
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
  text: storableText(50_000).describe('At most 50,000 characters, as Backlog allows'),
});
const notifyChange = z
  .strictObject({
    field: z.literal('notify'),
    verb: z.literal('add'),
    people: z
      .array(labelled)
      .min(1)
      .max(50)
      .refine((people) => new Set(people.map((one) => one.id)).size === people.length, { message: 'twice' }),
  })
  .describe(
    'People who are told of each change beside those whom Backlog tells anyway; needs another change',
  );

/** What to do to one field. Clearing is the verb `clear`; an empty list is refused. */
export const changeSchema = z.union([
  setOrSwap('issueType'),
  setOrSwap('status'),
  scalarVerbs('resolution'),
  scalarVerbs('assignee'),
  priorityChange,
  dateVerbs('dueDate'),
  dateVerbs('startDate'),
  listVerbs('milestone'),
  listVerbs('version'),
  listVerbs('category'),
  hourVerbs('estimatedHours'),
  hourVerbs('actualHours'),
  parentChange,
  customChangeSchema,
  commentChange,
  notifyChange,
]);
export type Change = z.infer<typeof changeSchema>;

/**
 * Fields of a change. `comment` and `notify` are actions of the request: nothing of them can be read back as a value
 * of the issue.
 */
export type ChangeField = Change['field'];

/** At most one change per field. */
export const changesSchema = z
  .array(changeSchema)
  .min(1)
  .max(40)
  .refine((changes) => new Set(changes.map(changeKey)).size === changes.length, {
    message: 'one change per field',
  })
  .refine((changes) => changes.some((change) => change.field !== 'notify'), {
    message: 'nobody can be told of no change',
  });
