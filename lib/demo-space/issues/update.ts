import { invalid } from '../api-error';
import type { DemoContext } from '../context';
import type { CommentRow, IssueRow, ProjectRow } from '../rows';
import { ACTIVITY, recordActivity } from './activity';
import type { Change } from './change-log';
import { changesBetween } from './change-log';
import { addComment, touch } from './comments';
import type { IssueInput } from './input';
import { readIssueInput } from './input';
import { notify, REASON, readNotified, touchWatchings } from './notify';
import { checkLength } from './text-length';

/** The issue with the input laid over it; the stored row is not touched. */
function withInput(issue: IssueRow, input: IssueInput): IssueRow {
  const { customFields, ...fields } = input;
  return {
    ...issue,
    ...fields,
    customFields: { ...issue.customFields, ...Object.fromEntries(customFields) },
  };
}

/** Uploads become part of the issue once a request has named them. */
export function claimAttachments(ctx: DemoContext, issue: IssueRow): void {
  for (const id of issue.attachmentIds) {
    const upload = ctx.state.attachments.get(id);
    if (upload?.owner === null) upload.owner = { kind: 'issue', id: issue.id };
  }
}

function readComment(ctx: DemoContext): string | null {
  const text = ctx.params.string('comment');
  return text === undefined || text.trim() === ''
    ? null
    : checkLength(text, 1, 50_000, 'Comment', 'コメント');
}

function announce(
  ctx: DemoContext,
  [before, after]: [IssueRow, IssueRow],
  comment: CommentRow,
  notified: readonly number[],
): void {
  const reason =
    comment.content !== null && comment.changeLog.length === 0 ? REASON.commented : REASON.updated;
  const people = new Map<number, number>(notified.map((id) => [id, reason]));
  if (after.assigneeId !== null)
    people.set(after.assigneeId, after.assigneeId === before.assigneeId ? reason : REASON.assigned);
  notify(ctx, after, comment, people);
}

function record(ctx: DemoContext, issue: IssueRow, comment: CommentRow, changes: readonly Change[]): void {
  recordActivity(ctx, issue, changes.length > 0 ? ACTIVITY.updated : ACTIVITY.commented, {
    summary: issue.summary,
    description: issue.description,
    comment: { id: comment.id, content: comment.content ?? '' },
    changes: changes.map((change) => change.activity),
    attachments: [],
    shared_files: [],
  });
}

/**
 * `PATCH /issues/:issue`: all named fields at once, or none. Leaves one comment with the change log, one
 * activity and the notifications. Throws code 7 for a value that does not hold, and when the request would
 * neither change nor say anything.
 */
export function updateIssue(ctx: DemoContext, issue: IssueRow, project: ProjectRow): IssueRow {
  const input = readIssueInput(ctx, project, issue);
  const content = readComment(ctx);
  const notified = readNotified(ctx, project);
  const before = { ...issue };
  const after = withInput(issue, input);
  const changes = changesBetween(ctx, before, after);
  if (changes.length === 0 && content === null)
    throw invalid('No comment content.', 'コメントの内容が入力されていません。');
  const { parentIssueId, ...fields } = after;
  Object.assign(issue, fields);
  if (parentIssueId !== before.parentIssueId) ctx.state.setParent(issue, parentIssueId);
  claimAttachments(ctx, issue);
  touch(ctx, issue);
  const logs = changes.map((change) => change.log);
  const comment = addComment(ctx, issue, content, logs);
  record(ctx, issue, comment, changes);
  announce(ctx, [before, issue], comment, notified);
  touchWatchings(ctx, issue);
  return issue;
}
