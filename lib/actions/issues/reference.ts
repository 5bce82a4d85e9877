import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { defineAction } from '../define-action';
import { joinedProjects } from './joined-projects';
import { projectReference } from './project-reference';
import { spaceReference } from './space-reference';
import { touchedProjects } from './touched-projects';

/** Six reads per project: more at once would eat a noticeable part of the person's quota. */
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
      subtaskingEnabled: z.boolean(),
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
      customFields: z.array(
        named.extend({
          typeId: z
            .number()
            .describe(
              '1 text, 2 text area, 3 number, 4 date, 5 single list, 6 multiple list, 7 checkbox, 8 radio',
            ),
          required: z.boolean(),
          applicableTypeIds: z.array(z.number()).describe('Issue types that have the field; empty means all'),
          items: z.array(named).describe('Choices'),
          allowInput: z.boolean().describe('Free text beside the choices is allowed'),
        }),
      ),
    }),
  ),
});

export const issuesReference = defineAction({
  name: 'issues.reference',
  description:
    'Names and ids that issues refer to: priorities, resolutions, and per project statuses, types, categories, milestones (the versions too), members and custom fields.',
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
    const touched = await touchedProjects(ctx);
    const [space, references] = await Promise.all([
      spaceReference(ctx.backlog, now),
      Promise.all(
        projects.map((project) => {
          const notBefore = touched.get(project.id) ?? 0;
          return projectReference(ctx.backlog, project, { timezone, now, notBefore });
        }),
      ),
    ]);
    const { userId, userName, roleType } = ctx.actor;
    return { ...space, timezone, me: { id: userId, name: userName, roleType }, projects: references };
  },
});
