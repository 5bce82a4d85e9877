import type { BacklogComment } from '@/lib/backlog';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { compareWithAnswer, type DiffField, differsFromImage, isClassA, writtenFields } from '@/lib/bulk';
import type { Intent } from './ledger-item';

export type Finding =
  | { kind: 'applied'; differs: DiffField[] }
  /** Nothing of the write is to be seen. */
  | { kind: 'notApplied' }
  /** A third value stands in these fields. */
  | { kind: 'conflict'; fields: DiffField[] };

/**
 * Decides an open write by what Backlog shows now: all touched fields at their target → applied; all as they were →
 * not applied; else somebody else wrote a third value. A PATCH takes effect as a whole, so our own comment proves its
 * fields. Where more than fields hangs on the write (a comment, people to be told) and no comment of ours is found, only
 * fields that we ourselves moved last can prove anything.
 *
 * @param ownComment whether our comment was found; null for writes without one
 */
export function decideByReading(input: {
  intent: Intent;
  fresh: BacklogIssue;
  ownComment: boolean | null;
  userId: number;
  timezone: string;
}): Finding {
  const { intent, fresh, ownComment, userId, timezone } = input;
  const differs = compareWithAnswer(intent.params, fresh, timezone);
  if (ownComment === true) return { kind: 'applied', differs };
  const touched = Object.keys(intent.before).length > 0;
  // The image of a change of type holds more than the request writes.
  const written = new Set(writtenFields(intent.params));
  const moved = differsFromImage(intent.before, fresh, timezone).filter((field) => written.has(field));
  const atTarget = touched && differs.length === 0;
  if (!isSentOnce(intent)) {
    if (atTarget) return { kind: 'applied', differs: [] };
  } else if (atTarget && moved.length > 0 && fresh.updatedUser?.id === userId) {
    return { kind: 'applied', differs: [] };
  }
  if (moved.length === 0) return { kind: 'notApplied' };
  // Fields at target moved by another hand: our write, with what else it carries, is not among what happened.
  if (differs.length === 0) return { kind: 'notApplied' };
  return { kind: 'conflict', fields: differs };
}

/** Whether a write does more than set fields (a comment, people to be told) and so is sent at most once. */
export function isSentOnce(intent: Intent): boolean {
  return !isClassA(intent.params);
}

/** Whether a write carries a comment, which can be looked for and always changes something. */
export function carriesComment(intent: Intent): boolean {
  return intent.params.comment !== undefined;
}

/**
 * Looks for the comment of our write among the newest of an issue: same text, same person, and later than the issue's
 * last change when we read it. Later, not as late: on an issue that nobody has touched since, that change is the same
 * text of an earlier run. Both times are Backlog's own, so clocks need not agree.
 */
export function hasOwnComment(
  comments: readonly BacklogComment[],
  wanted: { text: string; userId: number; issueUpdated: string },
): boolean {
  const since = Date.parse(wanted.issueUpdated);
  return comments.some(
    (comment) =>
      comment.createdUser.id === wanted.userId &&
      comment.content !== null &&
      normalised(comment.content) === normalised(wanted.text) &&
      Date.parse(comment.created) > since,
  );
}

function normalised(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
