import { z } from 'zod';
import { userSchema } from './issue';

const changeLogSchema = z.looseObject({
  field: z.string(),
  newValue: z.string().nullable(),
  originalValue: z.string().nullable(),
});

export const commentSchema = z.looseObject({
  id: z.number().int(),
  content: z.string().nullable(),
  changeLog: z.array(changeLogSchema).nullable(),
  createdUser: userSchema,
  created: z.string(),
  updated: z.string(),
});
/** One entry of an issue's history: a text, a change, or both. Values in `changeLog` are display strings, never ids. */
export type BacklogComment = z.infer<typeof commentSchema>;
