import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { ActionError } from '@/lib/actions/action-result';
import type { Log } from '@/lib/actions/context';
import { AppError, type ErrorDetails, isAppError } from '@/lib/errors';

/** Paths that did not fit and why, as zod's issue codes: no text of the input comes back. */
export class BadInputError extends AppError {
  readonly fields: Record<string, string[]>;
  constructor(error: z.ZodError) {
    const fields: Record<string, string[]> = {};
    for (const issue of error.issues.slice(0, 20)) {
      const path = issue.path.join('.') || 'input';
      fields[path] = [...(fields[path] ?? []), issue.code ?? 'custom'];
    }
    super('BAD_INPUT', { fields: Object.keys(fields).join(', ') });
    this.fields = fields;
  }
}

/** Backlog's own sentence under the name that ours quote it by. */
function sentenceDetails(details: ErrorDetails): ErrorDetails {
  const { backlogMessage } = details;
  return typeof backlogMessage === 'string' ? { ...details, message: backlogMessage } : details;
}

/** What the browser may know of a failure. Whatever was not raised on purpose becomes INTERNAL with a reference. */
export function toActionError(error: unknown, log: Log): ActionError {
  if (isAppError(error) && error.code !== 'INTERNAL') {
    log.info({ code: error.code, ...(error.cause ? { error: error.cause } : {}) }, 'refused');
    const fields = error instanceof BadInputError ? { fields: error.fields } : {};
    return { code: error.code, details: sentenceDetails(error.details), ...fields };
  }
  const reference = randomUUID().slice(0, 8).toUpperCase();
  log.error({ reference, error }, 'failed');
  return { code: 'INTERNAL', details: {}, reference };
}
