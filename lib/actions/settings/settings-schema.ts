import { z } from 'zod';

/** What a person has chosen for all their runs at a space. */
export const settingsSchema = z.strictObject({
  stopAfterFailures: z
    .number()
    .int()
    .min(1)
    .max(1000)
    .nullable()
    .describe('A run stops for its person after so many failures; null = never'),
});
export type Settings = z.infer<typeof settingsSchema>;
