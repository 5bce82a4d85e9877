import type { ErrorCode, ErrorDetails } from '@/lib/errors';

/** What the browser learns of a failure: a code and values for its sentence, never a raw message. */
export interface ActionError {
  code: ErrorCode;
  details: ErrorDetails;
  /** Number to quote when asking for help; set for `INTERNAL`. */
  reference?: string;
  /** Input paths that did not fit, for forms. */
  fields?: Record<string, string[]>;
}

/** What every server action and route answers. */
export type ActionResult<T> = { ok: true; value: T } | { ok: false; error: ActionError };
