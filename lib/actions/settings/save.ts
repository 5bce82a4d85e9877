import { preferences } from '@/lib/db/schema';
import { defineAction } from '../define-action';
import { requirePerson } from '../permission';
import { writeAudit } from '../write-audit';
import { settingsSchema } from './settings-schema';

export const settingsSave = defineAction({
  name: 'settings.save',
  description: 'Changes what applies to all runs that the person approves at this space from now on.',
  access: 'settings',
  surfaces: ['ui'],
  withoutBacklog: true,
  input: settingsSchema,
  output: settingsSchema,
  run: async ({ ctx, input }) => {
    requirePerson(ctx);
    const { spaceHost, userId } = ctx.actor;
    const chosen = { ...input, updatedAt: ctx.clock.now() };
    await ctx.db.transaction(async (tx) => {
      await tx
        .insert(preferences)
        .values({ spaceHost, userId, ...chosen })
        .onConflictDoUpdate({ target: [preferences.spaceHost, preferences.userId], set: chosen });
      await writeAudit(tx, ctx, { event: 'settings.saved', subjectId: String(userId), data: input });
    });
    return input;
  },
});
