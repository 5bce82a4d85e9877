import type { DemoContext } from '../context';
import type { NotificationRow } from '../rows';
import type { WatchingRow } from '../rows-secondary';
import { wireComment } from './comment';
import { wirePullRequest, wirePullRequestComment } from './git';
import { wireIssue } from './issue';
import { wireProject } from './project';
import { instant, instantOrNull } from './time';
import { wireUserById } from './user';

/** The row with this id shown by `wire`, or null when there is none (any more). */
function shown<Row, Wire>(
  table: { get(id: number): Row | undefined },
  id: number | null,
  wire: (row: Row) => Wire,
): Wire | null {
  const row = id === null ? undefined : table.get(id);
  return row === undefined ? null : wire(row);
}

export function wireNotification(ctx: DemoContext, row: NotificationRow) {
  const { state } = ctx;
  return {
    id: row.id,
    alreadyRead: row.alreadyRead,
    reason: row.reason,
    resourceAlreadyRead: row.resourceAlreadyRead,
    project: shown(state.projects, row.projectId, wireProject),
    issue: shown(state.issues, row.issueId, (issue) => wireIssue(ctx, issue)),
    comment: shown(state.comments, row.commentId, (comment) => wireComment(ctx, comment)),
    pullRequest: shown(state.pullRequests, row.pullRequestId, (request) => wirePullRequest(ctx, request)),
    pullRequestComment: shown(state.pullRequestComments, row.pullRequestCommentId, (comment) =>
      wirePullRequestComment(ctx, comment),
    ),
    sender: wireUserById(ctx, row.senderId),
    created: instant(row.created),
  };
}

export function wireWatching(ctx: DemoContext, row: WatchingRow) {
  return {
    id: row.id,
    resourceAlreadyRead: row.resourceAlreadyRead,
    note: row.note,
    type: 'issue',
    issue: shown(ctx.state.issues, row.issueId, (issue) => wireIssue(ctx, issue)),
    lastContentUpdated: instantOrNull(row.lastContentUpdated),
    created: instant(row.created),
    updated: instant(row.updated),
  };
}
