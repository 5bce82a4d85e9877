import { z } from 'zod';
import type { ErrorCode } from '@/lib/errors';

const refusalSchema = z.object({
  errors: z.array(z.object({ message: z.string(), code: z.number().int() })).min(1),
});

/** Backlog's own reason, as its error body gives it. */
export interface Refusal {
  backlogCode: number | null;
  /** In the language of the person's Nulab account. */
  backlogMessage: string | null;
}

const none: Refusal = { backlogCode: null, backlogMessage: null };

/** Reads `{"errors":[{message, code, moreInfo}]}`; proxies and token failures answer other bodies, which give nulls. */
export function readRefusal(body: string): Refusal {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return none;
  }
  const parsed = refusalSchema.safeParse(json);
  if (!parsed.success) return none;
  const message = parsed.data.errors.map((each) => each.message).join(' ');
  return { backlogCode: parsed.data.errors[0]?.code ?? null, backlogMessage: message.slice(0, 1000) };
}

/** Codes of developer.nulab.com/docs/backlog/error-response. */
const byBacklogCode = new Map<number, ErrorCode>([
  [1, 'BACKLOG_UNAVAILABLE'], // InternalError
  [2, 'BACKLOG_LICENCE'], // LicenceError
  [3, 'BACKLOG_LICENCE'], // LicenceExpiredError
  [4, 'BACKLOG_LICENCE'], // AccessDeniedError: IP address not allowed
  [5, 'BACKLOG_FORBIDDEN'], // UnauthorizedOperationError
  [6, 'BACKLOG_NOT_FOUND'], // NoResourceError
  [7, 'BACKLOG_REFUSED'], // InvalidRequestError
  [8, 'BACKLOG_REFUSED'], // SpaceOverCapacityError
  [9, 'BACKLOG_REFUSED'], // ResourceOverflowError
  [10, 'BACKLOG_REFUSED'], // TooLargeFileError
  [11, 'SIGN_IN_AGAIN'], // AuthenticationError
  [12, 'BACKLOG_LICENCE'], // RequiredMFAError
  [13, 'BACKLOG_RATE_LIMITED'], // TooManyRequestsError
]);

const byStatus = new Map<number, ErrorCode>([
  [401, 'SIGN_IN_AGAIN'],
  [402, 'BACKLOG_LICENCE'],
  [403, 'BACKLOG_FORBIDDEN'],
  [404, 'BACKLOG_NOT_FOUND'],
  [408, 'TIMEOUT'],
  [429, 'BACKLOG_RATE_LIMITED'],
]);

/** Our code for an answer that is no success: Backlog's code decides, the status where there is none. */
export function codeOfRefusal(status: number, backlogCode: number | null): ErrorCode {
  const known = backlogCode === null ? undefined : byBacklogCode.get(backlogCode);
  if (known !== undefined) return known;
  return byStatus.get(status) ?? (status >= 500 ? 'BACKLOG_UNAVAILABLE' : 'BACKLOG_REFUSED');
}
