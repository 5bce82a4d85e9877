import { z } from 'zod';
import { defineAction } from '../define-action';
import { joinedProjects } from './joined-projects';

export const issuesProjects = defineAction({
  name: 'issues.projects',
  description: 'Projects the person has joined: id, key and name. Archived projects are left out.',
  access: 'read',
  surfaces: ['ui', 'assistant', 'mcp'],
  input: z.strictObject({}),
  output: z.object({
    projects: z.array(z.object({ id: z.number(), projectKey: z.string(), name: z.string() })),
  }),
  run: async ({ ctx }) => {
    const projects = await joinedProjects(ctx.backlog, ctx.clock.now().getTime());
    return { projects: projects.map(({ id, projectKey, name }) => ({ id, projectKey, name })) };
  },
});
