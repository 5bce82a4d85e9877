import { invalid } from '../api-error';
import type { DemoContext } from '../context';
import type { CommentRow, IssueRow, ProjectRow } from '../rows';

/** Notification reasons of Backlog that an issue can cause. */
export const REASON = { assigned: 1, commented: 2, created: 3, updated: 4, other: 9 } as const;

/** The people named in `notifiedUserId[]`. Throws code 7 for someone who is no member of the project. */
export function readNotified(ctx: DemoContext, project: ProjectRow): number[] {
  const ids = [...new Set(ctx.params.ints('notifiedUserId'))];
  for (const id of ids)
    if (!project.memberIds.includes(id))
      throw invalid(
        `The value of notifiedUserId[] is not valid: ${id}`,
        `notifiedUserId[]の値が正しくありません: ${id}`,
      );
  return ids;
}

/** Puts one notification into each person's list; nobody is notified of their own doing. */
export function notify(
  ctx: DemoContext,
  issue: IssueRow,
  comment: CommentRow | null,
  people: ReadonlyMap<number, number>,
): void {
  for (const [userId, reason] of people) {
    if (userId === ctx.user.id) continue;
    const row = ctx.state.notifications.add({
      id: ctx.state.notifications.nextId(),
      userId,
      senderId: ctx.user.id,
      alreadyRead: false,
      resourceAlreadyRead: false,
      reason,
      projectId: issue.projectId,
      issueId: issue.id,
      commentId: comment?.id ?? null,
      pullRequestId: null,
      pullRequestCommentId: null,
      created: ctx.now(),
    });
    comment?.notificationIds.push(row.id);
  }
}

/** Marks the issue as changed in the lists of everybody else who watches it. */
export function touchWatchings(ctx: DemoContext, issue: IssueRow): void {
  for (const watching of ctx.state.watchings.all()) {
    if (watching.issueId !== issue.id || watching.userId === ctx.user.id) continue;
    watching.resourceAlreadyRead = false;
    watching.lastContentUpdated = ctx.now();
  }
}
