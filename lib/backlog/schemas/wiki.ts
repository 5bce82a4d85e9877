import { z } from 'zod';
import { userSchema } from './issue';

// Shape: developer.nulab.com, API v2 "get-wiki-page". The list carries `content` too, which the page on
// "get-wiki-page-list" leaves out.

export const wikiSchema = z.looseObject({
  id: z.number().int(),
  projectId: z.number().int(),
  name: z.string(),
  content: z.string(),
  createdUser: userSchema.nullable(),
  created: z.string(),
  updatedUser: userSchema.nullable(),
  updated: z.string(),
});
/** A page of a project's wiki. */
export type BacklogWiki = z.infer<typeof wikiSchema>;
