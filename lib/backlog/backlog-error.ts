import { AppError, type ErrorCode, type ErrorDetails, isAppError } from '@/lib/errors';

/** Whether the request can have reached Backlog: certainly not, perhaps (no answer came), or it answered. */
export type Sent = 'no' | 'maybe' | 'answered';

export interface BacklogErrorFacts {
  sent: Sent;
  retryable: boolean;
  retryAt: number | null;
  status: number | null;
  backlogCode: number | null;
  backlogMessage: string | null;
  mayHaveApplied: boolean;
}

/**
 * Every failure of a call to Backlog. Made by `createBacklogError` alone, which has removed secrets: the error may be
 * logged and stored as it is. `details` hold `endpoint` (method and path, never a query) and Backlog's own reason.
 */
export class BacklogError extends AppError implements BacklogErrorFacts {
  readonly sent: Sent;
  /** The same READ may succeed later. Writes are judged by `mayHaveApplied`. */
  readonly retryable: boolean;
  /** Not before this time (our clock, ms); null if Backlog named none. */
  readonly retryAt: number | null;
  readonly status: number | null;
  readonly backlogCode: number | null;
  /** Backlog's own sentence, in the language of the person's account. */
  readonly backlogMessage: string | null;
  /** A write that failed like this may have been carried out all the same: look before sending it again. */
  readonly mayHaveApplied: boolean;

  constructor(code: ErrorCode, details: ErrorDetails, facts: BacklogErrorFacts, cause?: Error) {
    super(code, details, cause === undefined ? undefined : { cause });
    this.sent = facts.sent;
    this.retryable = facts.retryable;
    this.retryAt = facts.retryAt;
    this.status = facts.status;
    this.backlogCode = facts.backlogCode;
    this.backlogMessage = facts.backlogMessage;
    this.mayHaveApplied = facts.mayHaveApplied;
  }
}

/** Narrows by shape as well as by class: bundles may hold two copies of this module. */
export function isBacklogError(error: unknown): error is BacklogError {
  return error instanceof BacklogError || (isAppError(error) && 'mayHaveApplied' in error && 'sent' in error);
}
