import type { CommentRow, IssueRow } from '../rows';
import type { SpaceState } from '../state';
import type { DraftEvent, IssueDraft } from './draft';

/** Where the drafts ended up, for the generators of activities and notifications. */
export interface Materialised {
  /** In the order of creation. */
  readonly issues: readonly IssueRow[];
  /** In the order of writing. */
  readonly comments: readonly CommentRow[];
}

function addAttachments(state: SpaceState, draft: IssueDraft, issueId: number): number[] {
  return draft.attachments.map((file) => {
    const owner = { kind: 'issue' as const, id: issueId };
    const added = { createdUserId: draft.createdUserId, created: draft.created };
    return state.attachments.add({ ...file, ...added, id: state.attachments.nextId(), data: '', owner }).id;
  });
}

function addRow(state: SpaceState, draft: IssueDraft, ids: ReadonlyMap<IssueDraft, number>): IssueRow {
  const { project, parent, events, attachments: _files, touched, ...fields } = draft;
  const id = ids.get(draft) ?? state.issues.nextId();
  const last = events.at(-1);
  return state.addIssue({
    ...fields,
    id,
    projectId: project.row.id,
    keyId: project.row.nextKeyId,
    parentIssueId: parent === null ? null : (ids.get(parent) ?? null),
    updated: last?.at ?? touched?.at ?? draft.created,
    updatedUserId: last?.userId ?? touched?.userId ?? draft.createdUserId,
    attachmentIds: addAttachments(state, draft, id),
    sharedFileIds: [],
    stars: [],
  });
}

function addComment(state: SpaceState, issue: IssueRow, event: DraftEvent): CommentRow {
  return state.comments.add({
    id: state.comments.nextId(),
    projectId: issue.projectId,
    issueId: issue.id,
    content: event.content,
    changeLog: event.changes.map((entry) => ({ ...entry })),
    createdUserId: event.userId,
    created: event.at,
    updated: event.at,
    stars: [],
    notificationIds: [],
  });
}

/** Gives ids and keys in the order of creation and stores issues, attachments and comments. */
export function materialise(state: SpaceState, drafts: readonly IssueDraft[]): Materialised {
  const ordered = [...drafts].sort((a, b) => a.created - b.created);
  for (const draft of ordered) draft.events.sort((a, b) => a.at - b.at);
  const ids = new Map(ordered.map((draft) => [draft, state.issues.nextId()]));
  const rows = ordered.map((draft) => ({ draft, issue: addRow(state, draft, ids) }));
  const events = rows.flatMap(({ draft, issue }) => draft.events.map((event) => ({ event, issue })));
  events.sort((a, b) => a.event.at - b.event.at);
  return {
    issues: rows.map(({ issue }) => issue),
    comments: events.map(({ event, issue }) => addComment(state, issue, event)),
  };
}
