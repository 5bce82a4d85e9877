import { projectAdmin, spaceAdmin } from '../access';
import { notFound } from '../api-error';
import { type DemoContext, pathProject } from '../context';
import { type Route, route } from '../route';
import type { ProjectRow, UserRow } from '../rows';
import { wireProject } from '../wire/project';
import { wireUser } from '../wire/user';

/** The member named by `userId`; strangers to the project are not found. */
function namedMember(ctx: DemoContext, project: ProjectRow): UserRow {
  const id = ctx.params.requiredInt('userId');
  const user = ctx.state.users.get(id);
  if (!user || !project.memberIds.includes(id)) throw notFound('user');
  return user;
}

function appoint(ctx: DemoContext) {
  const project = pathProject(ctx);
  const user = namedMember(ctx, project);
  if (!project.administratorIds.includes(user.id)) project.administratorIds.push(user.id);
  return wireUser(ctx, user);
}

function dismiss(ctx: DemoContext) {
  const project = pathProject(ctx);
  const user = namedMember(ctx, project);
  if (!project.administratorIds.includes(user.id)) throw notFound('user');
  project.administratorIds = project.administratorIds.filter((id) => id !== user.id);
  return wireUser(ctx, user);
}

/** Without its project, what belongs to it can no longer be reached. */
function remove(ctx: DemoContext) {
  const project = pathProject(ctx);
  for (const issue of [...ctx.state.issues.in(project.id)]) ctx.state.deleteIssue(issue);
  ctx.state.projects.delete(project.id);
  return wireProject(project);
}

/** Deleting a project, and who administers it. */
export const projectAdministrationRoutes: readonly Route[] = [
  route('DELETE', '/projects/:project', remove, { access: spaceAdmin }),
  route('POST', '/projects/:project/administrators', appoint, { access: projectAdmin }),
  route('DELETE', '/projects/:project/administrators', dismiss, { access: projectAdmin }),
];
