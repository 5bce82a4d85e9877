import { addIssues } from '../access';
import { forbidden, invalid, notFound } from '../api-error';
import type { DemoContext } from '../context';
import { pathInt, pathIssue } from '../context';
import { postComment, readContent, touch } from '../issues/comments';
import { notify, REASON, readNotified } from '../issues/notify';
import { pageById } from '../paging';
import type { Route } from '../route';
import { route } from '../route';
import type { CommentRow } from '../rows';
import { wireComment, wireCommentNotifications } from '../wire/comment';

function issueAndProject(ctx: DemoContext) {
  const issue = pathIssue(ctx);
  const project = ctx.state.projects.get(issue.projectId);
  if (!project) throw notFound('project');
  return { issue, project };
}

function pathComment(ctx: DemoContext): CommentRow {
  const comment = ctx.state.comments.get(pathInt(ctx, 'id'));
  if (!comment || comment.issueId !== pathIssue(ctx).id) throw notFound('comment');
  return comment;
}

/** People may change their own comments only. */
function ownComment(ctx: DemoContext): CommentRow {
  const comment = pathComment(ctx);
  if (comment.createdUserId !== ctx.user.id) throw forbidden();
  return comment;
}

function create(ctx: DemoContext) {
  const { issue, project } = issueAndProject(ctx);
  return wireComment(ctx, postComment(ctx, issue, project));
}

function update(ctx: DemoContext) {
  const comment = ownComment(ctx);
  comment.content = readContent(ctx);
  comment.updated = ctx.now();
  touch(ctx, pathIssue(ctx));
  return wireComment(ctx, comment);
}

function remove(ctx: DemoContext) {
  const comment = ownComment(ctx);
  ctx.state.comments.delete(comment.id);
  return wireComment(ctx, comment);
}

function addNotifications(ctx: DemoContext) {
  const { issue, project } = issueAndProject(ctx);
  const comment = ownComment(ctx);
  const people = readNotified(ctx, project);
  if (people.length === 0) throw invalid('notifiedUserId[] is required.', 'notifiedUserId[]は必須です。');
  notify(ctx, issue, comment, new Map(people.map((id) => [id, REASON.commented])));
  return wireComment(ctx, comment);
}

const COMMENTS = '/issues/:issue/comments';

export const commentRoutes: Route[] = [
  route('GET', COMMENTS, (ctx) =>
    pageById(ctx, ctx.state.comments.in(pathIssue(ctx).id)).map((row) => wireComment(ctx, row)),
  ),
  route('POST', COMMENTS, create, { access: addIssues }),
  route('GET', `${COMMENTS}/count`, (ctx) => ({ count: ctx.state.comments.in(pathIssue(ctx).id).length })),
  route('GET', `${COMMENTS}/:id`, (ctx) => wireComment(ctx, pathComment(ctx))),
  route('PATCH', `${COMMENTS}/:id`, update, { access: addIssues }),
  route('DELETE', `${COMMENTS}/:id`, remove, { access: addIssues }),
  route('GET', `${COMMENTS}/:id/notifications`, (ctx) => wireCommentNotifications(ctx, pathComment(ctx))),
  route('POST', `${COMMENTS}/:id/notifications`, addNotifications, { access: addIssues }),
];
