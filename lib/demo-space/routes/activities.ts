import { notFound } from '../api-error';
import { type DemoContext, joinedProjects, pathInt, pathProject } from '../context';
import { pageById } from '../paging';
import { type Route, route } from '../route';
import type { ActivityRow, Json } from '../rows';
import { wireCommentNotifications } from '../wire/comment';
import { wireProject } from '../wire/project';
import { instant } from '../wire/time';
import { wireUserById } from '../wire/user';

function wireActivity(ctx: DemoContext, row: ActivityRow, notifications: readonly unknown[] = []) {
  const project = ctx.state.projects.get(row.projectId);
  return {
    id: row.id,
    project: project ? wireProject(project) : null,
    type: row.type,
    content: row.content,
    notifications,
    createdUser: wireUserById(ctx, row.createdUserId),
    created: instant(row.created),
  };
}

function list(ctx: DemoContext, rows: readonly ActivityRow[]) {
  const types = ctx.params.ints('activityTypeId');
  const wanted = types ? rows.filter((row) => types.includes(row.type)) : rows;
  return pageById(ctx, wanted).map((row) => wireActivity(ctx, row));
}

function visible(ctx: DemoContext): ActivityRow[] {
  const joined = new Set(joinedProjects(ctx).map((project) => project.id));
  return ctx.state.activities.all().filter((row) => joined.has(row.projectId));
}

function commentIdOf(content: { [key: string]: Json }): number | null {
  const { comment } = content;
  const isObject = typeof comment === 'object' && comment !== null && !Array.isArray(comment);
  return isObject && typeof comment.id === 'number' ? comment.id : null;
}

function single(ctx: DemoContext) {
  const id = pathInt(ctx, 'activity');
  const row = visible(ctx).find((activity) => activity.id === id);
  if (!row) throw notFound('activity');
  const commentId = commentIdOf(row.content);
  const comment = commentId === null ? undefined : ctx.state.comments.get(commentId);
  return wireActivity(ctx, row, comment ? wireCommentNotifications(ctx, comment) : []);
}

function byUser(ctx: DemoContext) {
  const id = pathInt(ctx, 'user');
  if (!ctx.state.users.has(id)) throw notFound('user');
  return list(
    ctx,
    visible(ctx).filter((row) => row.createdUserId === id),
  );
}

/** Recent updates of the space, a project or a person. `notifications` is filled in the single read only. */
export const activityRoutes: readonly Route[] = [
  route('GET', '/space/activities', (ctx) => list(ctx, visible(ctx))),
  route('GET', '/projects/:project/activities', (ctx) =>
    list(ctx, ctx.state.activities.in(pathProject(ctx).id)),
  ),
  route('GET', '/users/:user/activities', byUser),
  route('GET', '/activities/:activity', single),
];
