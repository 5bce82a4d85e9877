import { z } from 'zod';
import { changeKey } from './change-key';
import { labelled } from './change-parts';
import { changeSchema } from './changes';

/** Unlike a plan, a fix may say that nobody is told. */
const toldNobody = z.strictObject({
  field: z.literal('notify'),
  verb: z.literal('add'),
  people: z.array(labelled).max(0),
});

/** What a person adds for single issues: at most one change per field. */
export const fixChangesSchema = z
  .array(z.union([changeSchema, toldNobody]))
  .min(1)
  .max(40)
  .refine((changes) => new Set(changes.map(changeKey)).size === changes.length, {
    message: 'one change per field',
  });
