import type { ErrorCode } from '@/lib/errors';
import { BacklogError, type BacklogErrorFacts, type Sent } from './backlog-error';
import { maskSecrets } from './mask-secrets';
import { readNetworkFailure } from './network-failure';
import { codeOfRefusal, readRefusal } from './refusal';

/** What went wrong, as the transport saw it. */
export type BacklogFailure =
  | { kind: 'answer'; status: number; body: string; retryAt: number | null } // any status but 2xx and 3xx
  | { kind: 'redirect'; status: number }
  | { kind: 'notJson'; status: number } // a web page in the place of an answer
  | { kind: 'badJson'; status: number } // cut off on the way
  | { kind: 'shape'; status: number; path: string; problem: string }
  | { kind: 'network'; cause: unknown; headersSeen: boolean }
  | { kind: 'timeout'; limitMs: number }
  | { kind: 'aborted'; sent: Sent }
  | { kind: 'limited'; retryAt: number } // held back by ourselves, nothing was sent
  | { kind: 'noCredential'; cause: BacklogError } // the token could not be renewed; nothing was sent, or only refused
  | { kind: 'credential' }; // the credential cannot even stand in a header

const quiet: BacklogErrorFacts = {
  sent: 'answered',
  retryable: false,
  retryAt: null,
  status: null,
  backlogCode: null,
  backlogMessage: null,
  mayHaveApplied: false,
};

const retryableCodes: ReadonlySet<ErrorCode> = new Set([
  'BACKLOG_RATE_LIMITED',
  'BACKLOG_UNAVAILABLE',
  'TIMEOUT',
]);
const ambiguousCodes: ReadonlySet<ErrorCode> = new Set(['BACKLOG_UNAVAILABLE', 'TIMEOUT']);

/**
 * The one place where a failure becomes an error and is judged: may a read be repeated, when, and may a write have
 * been carried out.
 *
 * @param endpoint method and path without query, e.g. `PATCH /api/v2/issues/1`
 * @param secrets values that must not appear in anything printable
 */
export function createBacklogError(
  endpoint: string,
  failure: BacklogFailure,
  secrets: readonly string[] = [],
): BacklogError {
  switch (failure.kind) {
    case 'answer':
      return ofAnswer(endpoint, failure, secrets);
    case 'redirect':
      return new BacklogError(
        'BACKLOG_REDIRECT',
        { endpoint, status: failure.status },
        { ...quiet, status: failure.status, mayHaveApplied: true },
      );
    case 'notJson':
    case 'badJson': {
      const code = failure.kind === 'notJson' ? 'BACKLOG_UNAVAILABLE' : 'BACKLOG_SHAPE';
      const facts = { ...quiet, retryable: true, status: failure.status, mayHaveApplied: true };
      return new BacklogError(code, { endpoint, status: failure.status }, facts);
    }
    case 'shape': {
      const details = { endpoint, path: failure.path, problem: failure.problem };
      return new BacklogError('BACKLOG_SHAPE', details, {
        ...quiet,
        status: failure.status,
        mayHaveApplied: true,
      });
    }
    case 'network': {
      const { reason, unsent } = readNetworkFailure(failure.cause);
      const sent = failure.headersSeen ? 'answered' : unsent ? 'no' : 'maybe';
      const facts = { ...quiet, sent, retryable: true, mayHaveApplied: sent !== 'no' } as const;
      return new BacklogError('NETWORK', { endpoint, reason }, facts, printableCause(failure.cause, secrets));
    }
    case 'timeout': {
      const facts = { ...quiet, sent: 'maybe', retryable: true, mayHaveApplied: true } as const;
      return new BacklogError('TIMEOUT', { endpoint, limitMs: failure.limitMs }, facts);
    }
    case 'aborted':
      return new BacklogError(
        'ABORTED',
        { endpoint },
        { ...quiet, sent: failure.sent, mayHaveApplied: failure.sent !== 'no' },
      );
    case 'limited': {
      const facts = { ...quiet, sent: 'no', retryable: true, retryAt: failure.retryAt } as const;
      return new BacklogError('BACKLOG_RATE_LIMITED', { endpoint, retryAt: failure.retryAt }, facts);
    }
    case 'noCredential': {
      const facts = { ...quiet, sent: 'no', retryable: true, status: failure.cause.status } as const;
      const details = { endpoint, reason: failure.cause.code, status: failure.cause.status };
      return new BacklogError('BACKLOG_UNAVAILABLE', details, facts, failure.cause);
    }
    case 'credential':
      return new BacklogError('SIGN_IN_AGAIN', { endpoint }, { ...quiet, sent: 'no' });
  }
}

function ofAnswer(
  endpoint: string,
  failure: { status: number; body: string; retryAt: number | null },
  secrets: readonly string[],
): BacklogError {
  const refusal = readRefusal(failure.body);
  const code = codeOfRefusal(failure.status, refusal.backlogCode);
  const backlogMessage =
    refusal.backlogMessage === null ? null : maskSecrets(refusal.backlogMessage, secrets);
  const retryAt = code === 'BACKLOG_RATE_LIMITED' ? failure.retryAt : null;
  return new BacklogError(
    code,
    {
      endpoint,
      status: failure.status,
      backlogCode: refusal.backlogCode,
      backlogMessage,
      ...(retryAt === null ? {} : { retryAt }),
    },
    {
      sent: 'answered',
      retryable: retryableCodes.has(code),
      retryAt,
      status: failure.status,
      backlogCode: refusal.backlogCode,
      backlogMessage,
      mayHaveApplied: ambiguousCodes.has(code),
    },
  );
}

/** The cause for the log: name and message only, since messages of `fetch` may quote a header or an address. */
function printableCause(cause: unknown, secrets: readonly string[]): Error {
  const parts: string[] = [];
  for (let current = cause; current instanceof Error && parts.length < 5; current = current.cause) {
    parts.push(`${current.name}: ${current.message}`);
  }
  const printable = new Error(maskSecrets(parts.join(' < ') || 'unknown failure', secrets));
  printable.stack = '';
  return printable;
}
