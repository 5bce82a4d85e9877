import { invalid } from '../api-error';
import type { DemoContext } from '../context';
import type { ChangeLogRow, CommentRow, IssueRow, ProjectRow } from '../rows';
import { ACTIVITY, recordActivity } from './activity';
import { notify, REASON, readNotified, touchWatchings } from './notify';
import { checkLength } from './text-length';

/** Adds a comment to an issue, by the caller and now. */
export function addComment(
  ctx: DemoContext,
  issue: IssueRow,
  content: string | null,
  changeLog: ChangeLogRow[],
): CommentRow {
  return ctx.state.comments.add({
    id: ctx.state.comments.nextId(),
    projectId: issue.projectId,
    issueId: issue.id,
    content,
    changeLog,
    createdUserId: ctx.user.id,
    created: ctx.now(),
    updated: ctx.now(),
    stars: [],
    notificationIds: [],
  });
}

/** Marks the issue as changed by the caller now. */
export function touch(ctx: DemoContext, issue: IssueRow): void {
  issue.updated = ctx.now();
  issue.updatedUserId = ctx.user.id;
}

/** The text of a comment that must say something. */
export function readContent(ctx: DemoContext): string {
  const content = ctx.params.string('content') ?? '';
  if (content.trim() === '') throw invalid('No comment content.', 'コメントの内容が入力されていません。');
  return checkLength(content, 1, 50_000, 'Comment', 'コメント');
}

/** `POST /issues/:issue/comments`. */
export function postComment(ctx: DemoContext, issue: IssueRow, project: ProjectRow): CommentRow {
  const content = readContent(ctx);
  const notified = readNotified(ctx, project);
  const comment = addComment(ctx, issue, content, []);
  touch(ctx, issue);
  recordActivity(ctx, issue, ACTIVITY.commented, {
    summary: issue.summary,
    description: issue.description,
    comment: { id: comment.id, content },
    changes: [],
    attachments: [],
    shared_files: [],
  });
  const people = new Map(notified.map((id) => [id, REASON.commented]));
  if (issue.assigneeId !== null) people.set(issue.assigneeId, REASON.commented);
  notify(ctx, issue, comment, people);
  touchWatchings(ctx, issue);
  return comment;
}
