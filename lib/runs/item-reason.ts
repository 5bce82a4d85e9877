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
  'VALUE_GONE', // rejected: the value was deleted in the project after the plan was made; nothing sent
  'MILESTONE_NOT_EMPTY', // rejected: issues hold the milestone that was to be deleted
  'NAME_TAKEN', // rejected: a milestone or wiki page of this name exists already
  'HELD_BACK', // rejected: not archived, because items failed before it or open issues hold the milestone; nothing sent
  'REPORT_HELD', // rejected: not written, because other issues did not end as it says; nothing sent
  'STEP_FAILED', // rejected: what it needs was to be created by a step that did not do so
  'SETTLED_BY_HAND', // applied or rejected: a person looked at Backlog and said so
  'NOT_CARRIED_OUT', // rejected: repeated, read back each time, never carried out
  'LOST_AT_BACKLOG', // applied: confirmed by Backlog, yet after our process died the issue shows the value from before
  'ANSWER_LOST', // unknown: nothing tells whether a request with a comment was carried out
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** Rejected, but by us: nothing was sent, because what came before did not end as it had to. */
export const heldCodes = ['HELD_BACK', 'REPORT_HELD'] as const satisfies ReasonCode[];

export interface ItemReason {
  code: ReasonCode;
  /** Backlog's own sentence. */
  message?: string | null;
  backlogCode?: number | null;
  /** HTTP status of the answer. */
  status?: number | null;
  attempts?: number;
  /** MILESTONE_NOT_EMPTY: how many issues hold it. */
  count?: number;
  /** HELD_BACK, REPORT_HELD: items before it that were not done, held ones not counted. */
  failed?: number;
  /** HELD_BACK: the report before it is held back as well. */
  report?: true;
  /** REPORT_HELD: issues that the plan left out. */
  leftOut?: number;
  /** REPORT_HELD: issues that the plan treats otherwise than the report says. */
  otherwise?: number;
  /** HELD_BACK: issues that hold the milestone and are not 完了. */
  open?: number;
  /** VALUE_GONE, and REFUSED where it is known: `field` and `label` of the value that the project no longer has. */
  values?: Record<string, string>;
  /** Conflicts: what was planned from and what stands there now. */
  fields?: ConflictField[];
  /** Who changed the issue last, and when (UTC instant). */
  by?: { name: string; at: string } | null;
}
