/**
 * The closed list of error codes. A code is all that code ever raises; the sentence a person reads
 * lives in `lib/i18n/messages` under `errors.<CODE>`.
 */
export const errorCodes = [
  // Input and access
  'BAD_INPUT', // the request does not fit its schema
  'TOO_LARGE', // body, list or walk over its cap
  'UNAUTHENTICATED', // no session, or it was signed out
  'SIGN_IN_AGAIN', // Backlog no longer accepts this person's token or key
  'FORBIDDEN', // signed in, but not allowed
  'BAD_ORIGIN', // cookie-authenticated mutation without a matching Origin
  'NOT_FOUND', // absent, or not visible to this person
  // Spaces and sign-in
  'SPACE_ADDRESS_INVALID',
  'SPACE_NOT_ALLOWED',
  'SPACE_UNKNOWN',
  'SPACE_UNREACHABLE',
  'CONSENT_REFUSED',
  'API_KEY_WRONG',
  'SIGN_IN_FAILED',
  // Reading
  'WALK_TOO_LONG', // more than 100 list calls would be needed
  'FILTER_NEEDS_PROJECT',
  // Plans
  'SELECTION_EMPTY',
  'NOTHING_TO_CHANGE',
  'PLAN_NOT_READY',
  'PLAN_EXPIRED',
  'PLAN_CHANGED', // approved digest is not the plan's digest
  'PLAN_STALE', // issues changed after the plan was made
  'PLAN_ALREADY_RUN',
  'PLAN_DISCARDED',
  'PLAN_EMPTY', // nothing is included
  'PLAN_KIND', // what takes a run back has no changes that could be planned again
  'NOTHING_TO_UNDO', // the run has changed nothing of what was asked for
  'CONFIRM_NEEDED', // a step of the plan has to be confirmed by itself
  'TICKET_EXPIRED',
  // Operations
  'HANDOVER_TO_SELF', // the leaver is among the successors
  'SUCCESSOR_NOT_MEMBER', // a successor belongs to none of the projects
  'CLOSURE_INTO_ITSELF', // the next milestone is the one that is closed
  'CLOSURE_UNDER_WAY', // a run is closing this milestone right now
  'NEXT_MILESTONE_NEEDED', // issues are to be carried over, but nowhere
  'MILESTONE_ARCHIVED', // the milestone was archived already, perhaps by somebody else
  'MILESTONE_GONE', // the milestone was deleted
  'MILESTONE_NAME_TAKEN', // the project has one of that name
  'DATES_REVERSED', // due before start
  'PROJECT_NOT_JOINED', // a project is not among those that the person has joined
  'VALUE_GONE', // a status, category or priority that was chosen is not there (any more)
  'DAY_PAST', // a due date is to move to a day that has passed
  // Runs
  'RUN_STATE', // the run is not in a state that allows this
  'ITEM_STATE', // the item of a run is not in a state that allows this
  // Backlog answers
  'BACKLOG_RATE_LIMITED',
  'BACKLOG_REFUSED', // Backlog refused with a reason of its own
  'BACKLOG_FORBIDDEN',
  'BACKLOG_NOT_FOUND',
  'BACKLOG_UNAVAILABLE', // 5xx, maintenance page
  'BACKLOG_LICENCE', // plan, licence, IP or two-factor conditions
  'BACKLOG_SHAPE', // an answer that does not fit the schema
  'BACKLOG_REDIRECT',
  'NETWORK', // no answer: reset, DNS, TLS
  'TIMEOUT',
  'ABORTED',
  // Ourselves
  'INTERNAL',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Values that may stand in a sentence: never a secret, never a raw body. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

const statusByCode: Partial<Record<ErrorCode, number>> = {
  BAD_INPUT: 400,
  TOO_LARGE: 413,
  UNAUTHENTICATED: 401,
  SIGN_IN_AGAIN: 401,
  FORBIDDEN: 403,
  BAD_ORIGIN: 403,
  NOT_FOUND: 404,
  SPACE_ADDRESS_INVALID: 400,
  SPACE_NOT_ALLOWED: 400,
  SPACE_UNKNOWN: 400,
  SPACE_UNREACHABLE: 502,
  API_KEY_WRONG: 401,
  CONSENT_REFUSED: 403,
  SIGN_IN_FAILED: 400,
  WALK_TOO_LONG: 400,
  FILTER_NEEDS_PROJECT: 400,
  SELECTION_EMPTY: 400,
  NOTHING_TO_CHANGE: 400,
  PLAN_NOT_READY: 409,
  PLAN_EXPIRED: 410,
  PLAN_CHANGED: 409,
  PLAN_STALE: 409,
  PLAN_ALREADY_RUN: 409,
  PLAN_DISCARDED: 410,
  PLAN_EMPTY: 409,
  PLAN_KIND: 409,
  NOTHING_TO_UNDO: 409,
  CONFIRM_NEEDED: 409,
  TICKET_EXPIRED: 409,
  HANDOVER_TO_SELF: 400,
  SUCCESSOR_NOT_MEMBER: 409,
  CLOSURE_INTO_ITSELF: 400,
  CLOSURE_UNDER_WAY: 409,
  NEXT_MILESTONE_NEEDED: 400,
  MILESTONE_ARCHIVED: 409,
  MILESTONE_GONE: 409,
  MILESTONE_NAME_TAKEN: 409,
  DATES_REVERSED: 400,
  PROJECT_NOT_JOINED: 404,
  VALUE_GONE: 409,
  DAY_PAST: 400,
  RUN_STATE: 409,
  ITEM_STATE: 409,
  BACKLOG_RATE_LIMITED: 429,
  BACKLOG_REFUSED: 400,
  BACKLOG_FORBIDDEN: 403,
  BACKLOG_NOT_FOUND: 404,
  BACKLOG_LICENCE: 403,
  BACKLOG_UNAVAILABLE: 502,
  BACKLOG_SHAPE: 502,
  BACKLOG_REDIRECT: 502,
  NETWORK: 502,
  TIMEOUT: 504,
  ABORTED: 499,
};

/** The HTTP status our own routes answer for a code. */
export function httpStatusOf(code: ErrorCode): number {
  return statusByCode[code] ?? 500;
}

/** Every error we raise on purpose. `details` are shown to people; `cause` goes to the log only. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: { cause?: unknown }) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** Narrows by name as well as by class: bundles may hold two copies of this module. */
export function isAppError(error: unknown): error is AppError {
  return (
    error instanceof AppError || (error instanceof Error && error.name === 'AppError' && 'code' in error)
  );
}
