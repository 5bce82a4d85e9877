import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { defineAction } from '../define-action';
import { joinedProjects } from './joined-projects';
import { projectReference } from './project-reference';
import { spaceReference } from './space-reference';

/** Five reads per project: more at once would eat a noticeable part of the person's quota. */
const mostProjects = 30;

const named = z.object({ id: z.number(), name: z.string() });
const coloured = named.extend({ color: z.string() });

/** Shape of `SpaceReference` in `lib/columns/issue-row.ts`. */
const output = z.object({
  spaceName: z.string(),
  timezone: z.string(),
  me: named.extend({ roleType: z.number() }),
  priorities: z.array(named),
  resolutions: z.array(named),
  projects: z.array(
    z.object({
      id: z.number(),
      projectKey: z.string(),
      name: z.string(),
      statuses: z.array(coloured),
      issueTypes: z.array(coloured),
      categories: z.array(named),
      milestones: z.array(
        named.extend({
          archived: z.boolean(),
          startDate: z.string().nullable(),
          releaseDueDate: z.string().nullable(),
        }),
      ),
      members: z.array(named.extend({ roleType: z.number() })),
    }),
  ),
});

export const issuesReference = defineAction({
  name: 'issues.reference',
  description:
    'Names and ids that issues refer to: priorities, resolutions, and per project statuses, types, categories, milestones and members.',
  access: 'read',
  surfaces: ['ui', 'assistant', 'mcp'],
  input: z.strictObject({
    projectIds: z
      .array(z.number().int().nonnegative())
      .max(mostProjects)
      .describe('At most 30 project ids; empty means every joined project'),
  }),
  output,
  run: async ({ ctx, input }) => {
    const now = ctx.clock.now().getTime();
    const joined = await joinedProjects(ctx.backlog, now);
    const wanted = new Set(input.projectIds);
    const projects = wanted.size === 0 ? joined : joined.filter(({ id }) => wanted.has(id));
    if (projects.length > mostProjects) {
      throw new AppError('FILTER_NEEDS_PROJECT', { count: projects.length, limit: mostProjects });
    }
    const { timezone } = ctx.actor;
    const [space, references] = await Promise.all([
      spaceReference(ctx.backlog, now),
      Promise.all(projects.map((project) => projectReference(ctx.backlog, project, { timezone, now }))),
    ]);
    const { userId, userName, roleType } = ctx.actor;
    return { ...space, timezone, me: { id: userId, name: userName, roleType }, projects: references };
  },
});
