import { z } from 'zod';

const id = z.number().int();

export const projectSchema = z.looseObject({
  id,
  projectKey: z.string(),
  name: z.string(),
  subtaskingEnabled: z.boolean(),
  useResolvedForChart: z.boolean().optional(),
  textFormattingRule: z.enum(['markdown', 'backlog']).optional(),
  archived: z.boolean(),
});
export type BacklogProject = z.infer<typeof projectSchema>;

export const spaceSchema = z.looseObject({
  spaceKey: z.string(),
  name: z.string(),
  ownerId: id,
  lang: z.string(),
  /** IANA name, e.g. Asia/Tokyo. */
  timezone: z.string(),
});
export type BacklogSpace = z.infer<typeof spaceSchema>;

const window = z.looseObject({
  limit: z.number().int(),
  remaining: z.number().int(),
  /** UTC epoch seconds. */
  reset: z.number().int(),
});
export const rateLimitSchema = z.looseObject({
  rateLimit: z.looseObject({ read: window, update: window, search: window, icon: window }),
});
/** Answer of `GET /rateLimit`; asking costs one `read`. */
export type BacklogRateLimit = z.infer<typeof rateLimitSchema>;
