import { describe, expect, it } from 'vitest';
import { BacklogError, type Sent } from '@/lib/backlog';
import { AppError, type ErrorCode } from '@/lib/errors';
import { judgeReadError, judgeWriteError } from './write-verdict';

function failure(code: ErrorCode, given: { sent?: Sent; status?: number; maybe?: boolean } = {}) {
  return new BacklogError(
    code,
    {},
    {
      sent: given.sent ?? 'answered',
      retryable: false,
      retryAt: null,
      status: given.status ?? null,
      backlogCode: null,
      backlogMessage: null,
      mayHaveApplied: given.maybe ?? false,
    },
  );
}

describe('the verdict on a failed write', () => {
  it.each([
    ['refused by Backlog', failure('BACKLOG_REFUSED', { status: 400 }), 'refused'],
    ['no such issue', failure('BACKLOG_NOT_FOUND', { status: 404 }), 'gone'],
    ['no right', failure('BACKLOG_FORBIDDEN', { status: 403 }), 'noRight'],
    ['token refused', failure('SIGN_IN_AGAIN', { status: 401 }), 'signIn'],
    ['no credential at all', new AppError('SIGN_IN_AGAIN'), 'signIn'],
    ['our application refused when the token was renewed', new AppError('SIGN_IN_FAILED'), 'signIn'],
    ['token not to be had', failure('BACKLOG_UNAVAILABLE', { sent: 'no', status: 503 }), 'unsent'],
    ['quota', failure('BACKLOG_RATE_LIMITED', { status: 429 }), 'limited'],
    ['held back by ourselves', failure('BACKLOG_RATE_LIMITED', { sent: 'no' }), 'limited'],
    ['conditions of the space', failure('BACKLOG_LICENCE', { status: 403 }), 'licence'],
    ['redirect', failure('BACKLOG_REDIRECT', { status: 302, maybe: true }), 'redirect'],
    ['name not found', failure('NETWORK', { sent: 'no' }), 'unsent'],
    ['connection cut', failure('NETWORK', { sent: 'maybe', maybe: true }), 'lost'],
    ['time-out', failure('TIMEOUT', { sent: 'maybe', maybe: true }), 'lost'],
    ['gateway gave up', failure('BACKLOG_UNAVAILABLE', { status: 504, maybe: true }), 'lost'],
    ['server fault', failure('BACKLOG_UNAVAILABLE', { status: 500, maybe: true }), 'unavailable'],
    ['answer cut off', failure('BACKLOG_SHAPE', { status: 200, maybe: true }), 'unavailable'],
  ])('%s', (_name, error, verdict) => {
    expect(judgeWriteError(error)).toBe(verdict);
  });

  it('is left open for failures that are not Backlog’s: such an item is read back by the next owner', () => {
    expect(judgeWriteError(new Error('database gone'))).toBeNull();
    expect(judgeReadError(new Error('database gone'))).toBeNull();
  });
});
