import { z } from 'zod';
import { defineAction } from '../define-action';
import { requirePerson } from '../permission';
import { loadSettings } from './load-settings';
import { settingsSchema } from './settings-schema';

export const settingsGet = defineAction({
  name: 'settings.get',
  description: 'What the person has chosen for all their runs at this space.',
  access: 'settings',
  surfaces: ['ui'],
  withoutBacklog: true,
  input: z.strictObject({}),
  output: settingsSchema,
  run: async ({ ctx }) => {
    requirePerson(ctx);
    return loadSettings(ctx.db, ctx);
  },
});
