import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { isAppError } from '@/lib/errors';
import { isBacklogError } from './backlog-error';
import { type BacklogFailure, createBacklogError } from './create-backlog-error';

const endpoint = 'PATCH /api/v2/issues/1';
const body = (code: number, message = 'No.') => JSON.stringify({ errors: [{ message, code, moreInfo: '' }] });
const ofAnswer = (status: number, text: string, retryAt: number | null = null) =>
  createBacklogError(endpoint, { kind: 'answer', status, body: text, retryAt });

describe("Backlog's code decides", () => {
  test.each([
    [500, 1, 'BACKLOG_UNAVAILABLE'],
    [403, 2, 'BACKLOG_LICENCE'],
    [403, 3, 'BACKLOG_LICENCE'],
    [403, 4, 'BACKLOG_LICENCE'],
    [401, 5, 'BACKLOG_FORBIDDEN'],
    [404, 6, 'BACKLOG_NOT_FOUND'],
    [400, 7, 'BACKLOG_REFUSED'],
    [400, 8, 'BACKLOG_REFUSED'],
    [403, 9, 'BACKLOG_REFUSED'],
    [413, 10, 'BACKLOG_REFUSED'],
    [401, 11, 'SIGN_IN_AGAIN'],
    [403, 12, 'BACKLOG_LICENCE'],
    [429, 13, 'BACKLOG_RATE_LIMITED'],
  ])('%i with code %i is %s', (status, backlogCode, expected) => {
    const error = ofAnswer(status, body(backlogCode, '課題が存在しません。'));
    expect(error.code).toBe(expected);
    expect(error).toMatchObject({
      status,
      backlogCode,
      backlogMessage: '課題が存在しません。',
      sent: 'answered',
    });
  });
});

describe('without a code the status decides', () => {
  test.each([
    [400, 'BACKLOG_REFUSED', false],
    [401, 'SIGN_IN_AGAIN', false],
    [402, 'BACKLOG_LICENCE', false],
    [403, 'BACKLOG_FORBIDDEN', false],
    [404, 'BACKLOG_NOT_FOUND', false],
    [408, 'TIMEOUT', true],
    [418, 'BACKLOG_REFUSED', false],
    [429, 'BACKLOG_RATE_LIMITED', false],
    [500, 'BACKLOG_UNAVAILABLE', true],
    [503, 'BACKLOG_UNAVAILABLE', true],
  ])('%i is %s; a write may have been carried out: %s', (status, code, mayHaveApplied) => {
    const error = ofAnswer(status, '<html>Service Unavailable</html>');
    expect(error).toMatchObject({ code, mayHaveApplied, backlogCode: null, backlogMessage: null });
  });

  test('an unknown code of Backlog is final', () => {
    expect(ofAnswer(400, body(99))).toMatchObject({ code: 'BACKLOG_REFUSED', retryable: false });
  });
});

describe('whether the request can have reached Backlog', () => {
  const lost = (code: string, more: object = {}) =>
    createBacklogError(endpoint, {
      kind: 'network',
      cause: new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code, ...more }) }),
      headersSeen: false,
    });

  test.each([
    ['ENOTFOUND', {}],
    ['ECONNREFUSED', {}],
    ['CERT_HAS_EXPIRED', {}],
    ['ERR_TLS_CERT_ALTNAME_INVALID', {}],
    ['ETIMEDOUT', { syscall: 'connect' }],
    [
      'ECONNRESET',
      { message: 'Client network socket disconnected before secure TLS connection was established' },
    ],
  ])('%s %j: certainly not', (code, more) => {
    expect(lost(code, more)).toMatchObject({ sent: 'no', mayHaveApplied: false, details: { reason: code } });
  });

  test.each(['ECONNRESET', 'ETIMEDOUT', 'UND_ERR_SOCKET', 'EPIPE'])('%s: perhaps', (code) => {
    expect(lost(code)).toMatchObject({ sent: 'maybe', mayHaveApplied: true });
  });

  test.each<[BacklogFailure, object]>([
    [
      { kind: 'network', cause: new Error('terminated'), headersSeen: true },
      { sent: 'answered', mayHaveApplied: true },
    ],
    [
      { kind: 'timeout', limitMs: 5 },
      { code: 'TIMEOUT', sent: 'maybe', mayHaveApplied: true },
    ],
    [
      { kind: 'aborted', sent: 'no' },
      { code: 'ABORTED', mayHaveApplied: false },
    ],
    [
      { kind: 'aborted', sent: 'maybe' },
      { code: 'ABORTED', mayHaveApplied: true },
    ],
    [
      { kind: 'redirect', status: 302 },
      { code: 'BACKLOG_REDIRECT', retryable: false, mayHaveApplied: true },
    ],
    [
      { kind: 'notJson', status: 200 },
      { code: 'BACKLOG_UNAVAILABLE', mayHaveApplied: true },
    ],
    [
      { kind: 'badJson', status: 200 },
      { code: 'BACKLOG_SHAPE', mayHaveApplied: true },
    ],
    [
      { kind: 'shape', status: 200, path: '0.id', problem: 'invalid_type' },
      { code: 'BACKLOG_SHAPE', retryable: false },
    ],
    [
      { kind: 'limited', retryAt: 9 },
      { code: 'BACKLOG_RATE_LIMITED', sent: 'no', retryAt: 9, mayHaveApplied: false },
    ],
  ])('%j', (failure, expected) => {
    expect(createBacklogError(endpoint, failure)).toMatchObject(expected);
  });
});

test('the time of a retry is given for rate limits alone', () => {
  expect(ofAnswer(429, '', 1234)).toMatchObject({ retryAt: 1234, details: { retryAt: 1234 } });
  expect(ofAnswer(503, '', 1234).retryAt).toBeNull();
});

test('nothing printable holds a secret, not even the cause', () => {
  const canary = 'canary-key-1234';
  const cause = new TypeError(`Headers.append: "${canary}" is an invalid header value`, {
    cause: new Error(`https://x.backlog.com/?apiKey=${canary}`),
  });
  const errors = [
    createBacklogError(endpoint, { kind: 'network', cause, headersSeen: false }, [canary]),
    createBacklogError(
      endpoint,
      { kind: 'answer', status: 401, body: body(11, `key ${canary} is wrong`), retryAt: null },
      [canary],
    ),
  ];
  for (const error of errors) {
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(canary);
    expect(JSON.stringify({ ...error, cause: String(error.cause) })).not.toContain(canary);
    expect(error.stack).not.toContain(canary);
  }
});

test('errors are recognised as ours, by class and by shape', () => {
  const error = createBacklogError(endpoint, { kind: 'timeout', limitMs: 1 });
  expect(isAppError(error)).toBe(true);
  expect(isBacklogError(error)).toBe(true);
  const copy = Object.assign(new Error('TIMEOUT'), { ...error, name: 'AppError' });
  expect(isBacklogError(copy)).toBe(true);
  expect(isBacklogError(new Error('x'))).toBe(false);
});
