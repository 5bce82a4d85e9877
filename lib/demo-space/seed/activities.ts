import type { ActivityRow, ChangeLogRow, CommentRow, IssueRow, Json } from '../rows';
import type { SpaceState } from '../state';
import { CLOSED } from './draft';
import type { Materialised } from './materialise';
import type { Prng } from './prng';

const KEPT_ACTIVITIES = 600;
const KEPT_NOTIFICATIONS = 240;

/** Activities show statuses as ids in text form, other values as the changeLog does. */
function activityChange(state: SpaceState, projectId: number, entry: ChangeLogRow): Json {
  const statusId = (name: string | null): string =>
    String(state.statusesOf(projectId).find((status) => status.name === name)?.id ?? '');
  const isStatus = entry.field === 'status';
  return {
    field: entry.field,
    field_text: entry.field,
    new_value: isStatus ? statusId(entry.newValue) : (entry.newValue ?? ''),
    old_value: isStatus ? statusId(entry.originalValue) : (entry.originalValue ?? ''),
    type: 'standard',
  };
}

function created(issue: IssueRow): Omit<ActivityRow, 'id'> {
  return {
    projectId: issue.projectId,
    type: 1,
    content: { id: issue.id, key_id: issue.keyId, summary: issue.summary, description: issue.description },
    createdUserId: issue.createdUserId,
    created: issue.created,
  };
}

function updated(state: SpaceState, comment: CommentRow): Omit<ActivityRow, 'id'>[] {
  const issue = state.issues.get(comment.issueId);
  if (!issue) return [];
  return [
    {
      projectId: comment.projectId,
      type: comment.changeLog.length > 0 ? 2 : 3,
      content: {
        id: issue.id,
        key_id: issue.keyId,
        summary: issue.summary,
        description: issue.description,
        comment: { id: comment.id, content: comment.content ?? '' },
        changes: comment.changeLog.map((entry) => activityChange(state, comment.projectId, entry)),
        attachments: [],
        shared_files: [],
        external_file_links: [],
      },
      createdUserId: comment.createdUserId,
      created: comment.created,
    },
  ];
}

/** Writes the newest activities of the space, oldest first. */
export function addActivities(state: SpaceState, { issues, comments }: Materialised): void {
  const events = [...issues.slice(-KEPT_ACTIVITIES), ...comments.slice(-KEPT_ACTIVITIES)]
    .sort((a, b) => a.created - b.created)
    .slice(-KEPT_ACTIVITIES);
  for (const event of events) {
    const rows = 'keyId' in event ? [created(event)] : updated(state, event);
    for (const row of rows) state.activities.add({ ...row, id: state.activities.nextId() });
  }
}

function reasonOf(comment: CommentRow): number {
  if (comment.changeLog.some((entry) => entry.field === 'assigner')) return 1;
  return comment.changeLog.length > 0 ? 4 : 2;
}

/** Tells the holders of issues about the newest comments of others; the newest stay unread. */
export function addNotifications(state: SpaceState, prng: Prng, { comments }: Materialised): void {
  const recent = comments.slice(-KEPT_NOTIFICATIONS);
  for (const [index, comment] of recent.entries()) {
    const issue = state.issues.get(comment.issueId);
    if (!issue || issue.assigneeId === null || issue.assigneeId === comment.createdUserId) continue;
    const read = index < recent.length / 2 || issue.statusId === CLOSED || prng.chance(0.3);
    const notification = state.notifications.add({
      id: state.notifications.nextId(),
      userId: issue.assigneeId,
      senderId: comment.createdUserId,
      alreadyRead: read,
      resourceAlreadyRead: read && prng.chance(0.8),
      reason: reasonOf(comment),
      projectId: comment.projectId,
      issueId: issue.id,
      commentId: comment.id,
      pullRequestId: null,
      pullRequestCommentId: null,
      created: comment.created,
    });
    comment.notificationIds.push(notification.id);
  }
}
