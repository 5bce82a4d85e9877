import type { DemoContext } from '../context';
import type { CommentRow, NotificationRow } from '../rows';
import { wireStar } from './files';
import { instant } from './time';
import { wireUserById } from './user';

/** Who a comment was announced to. */
export function wireCommentNotification(ctx: DemoContext, row: NotificationRow) {
  return {
    id: row.id,
    alreadyRead: row.alreadyRead,
    reason: row.reason,
    user: wireUserById(ctx, row.userId),
    resourceAlreadyRead: row.resourceAlreadyRead,
  };
}

/** The notifications that a comment caused. */
export function wireCommentNotifications(ctx: DemoContext, comment: CommentRow) {
  return comment.notificationIds.flatMap((id) => {
    const row = ctx.state.notifications.get(id);
    return row ? [wireCommentNotification(ctx, row)] : [];
  });
}

export function wireComment(ctx: DemoContext, row: CommentRow) {
  return {
    id: row.id,
    projectId: row.projectId,
    issueId: row.issueId,
    content: row.content,
    changeLog: row.changeLog,
    createdUser: wireUserById(ctx, row.createdUserId),
    created: instant(row.created),
    updated: instant(row.updated),
    stars: row.stars.map((star) => wireStar(ctx, star)),
    notifications: wireCommentNotifications(ctx, row),
  };
}
