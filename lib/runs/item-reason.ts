import type { ConflictField } from '@/lib/bulk';

/** Why an item ended as it did; the sentence lives in the messages under `runs.reason.<code>`. */
export const reasonCodes = [
  'CHANGED_MEANWHILE', // conflict: a touched field is neither as planned nor at the target
  'CHANGED_DURING_WRITE', // conflict: the answer was lost, and reading back shows a third value
  'OTHER_PROJECT', // conflict: the issue was moved
  'GONE', // rejected: deleted, or no longer visible
  'NO_RIGHT', // rejected: Backlog does not let this person do it
  'REFUSED', // rejected: Backlog's own reason stands in `message`
  'UNREADABLE', // rejected: Backlog's answer does not fit
  'NOT_CARRIED_OUT', // rejected: repeated, read back each time, never carried out
  'ANSWER_LOST', // unknown: nothing tells whether a request with a comment was carried out
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export interface ItemReason {
  code: ReasonCode;
  /** Backlog's own sentence. */
  message?: string | null;
  backlogCode?: number | null;
  /** HTTP status of the answer. */
  status?: number | null;
  attempts?: number;
  /** Conflicts: what was planned from and what stands there now. */
  fields?: ConflictField[];
  /** Who changed the issue last, and when (UTC instant). */
  by?: { name: string; at: string } | null;
}
