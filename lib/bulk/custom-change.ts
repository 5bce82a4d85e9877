import { z } from 'zod';
import { id, isoDate, label, projectValueSchema, storableText, values } from './change-parts';

const kinds = {
  text: [z.literal(1), z.literal(2)],
  number: [z.literal(3)],
  date: [z.literal(4)],
  choice: [z.literal(5), z.literal(8)],
  choices: [z.literal(6), z.literal(7)],
} as const;

/** A custom field of one kind in the projects that have it: project id (decimal string) → id of the field there. */
const target = <T extends readonly [z.ZodLiteral<number>, ...z.ZodLiteral<number>[]]>(types: T) =>
  z.strictObject({
    label,
    typeId: z.union(types),
    byProject: z.record(z.string().regex(/^\d+$/), id),
  });

const field = z.literal('custom');
const clear = z.literal('clear');
/** Kinds 7 and 8: free text beside the choices; null empties it, left out keeps it. */
const otherValue = storableText(255).nullable().optional();
/** Backlog keeps four decimals. */
const decimal = z.number().min(-1e12).max(1e12).multipleOf(0.0001);

const text = z.discriminatedUnion('verb', [
  z.strictObject({ field, target: target(kinds.text), verb: z.literal('set'), to: storableText(100_000) }),
  z.strictObject({ field, target: target(kinds.text), verb: clear }),
]);
const number = z.discriminatedUnion('verb', [
  z.strictObject({ field, target: target(kinds.number), verb: z.literal('set'), to: decimal }),
  z.strictObject({ field, target: target(kinds.number), verb: clear }),
]);
const date = z.discriminatedUnion('verb', [
  z.strictObject({ field, target: target(kinds.date), verb: z.literal('set'), to: isoDate }),
  z.strictObject({ field, target: target(kinds.date), verb: clear }),
]);
const choice = z.discriminatedUnion('verb', [
  z.strictObject({
    field,
    target: target(kinds.choice),
    verb: z.literal('set'),
    to: projectValueSchema,
    otherValue,
  }),
  z.strictObject({
    field,
    target: target(kinds.choice),
    verb: z.literal('swap'),
    from: projectValueSchema,
    to: projectValueSchema,
  }),
  z.strictObject({ field, target: target(kinds.choice), verb: clear }),
]);
const choices = z.discriminatedUnion('verb', [
  z.strictObject({ field, target: target(kinds.choices), verb: z.literal('set'), to: values, otherValue }),
  z.strictObject({ field, target: target(kinds.choices), verb: z.literal('add'), values, otherValue }),
  z.strictObject({ field, target: target(kinds.choices), verb: z.literal('remove'), values }),
  z.strictObject({
    field,
    target: target(kinds.choices),
    verb: z.literal('swap'),
    from: projectValueSchema,
    to: projectValueSchema,
  }),
  z.strictObject({ field, target: target(kinds.choices), verb: clear }),
]);

/** What to do to one custom field. Clearing empties the free text beside the choices too. */
export const customChangeSchema = z.union([text, number, date, choice, choices]);
export type CustomChange = z.infer<typeof customChangeSchema>;
