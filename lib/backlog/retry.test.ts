import { describe, expect, test } from 'vitest';
import { type BacklogFailure, createBacklogError } from './create-backlog-error';
import { decideRetry } from './retry';

const fresh = { now: 1_000_000, retries: 0, waitedMs: 0, waitForResetMs: 5_000, random: () => 0 };
const error = (failure: BacklogFailure) => createBacklogError('GET /api/v2/space', failure);
const unavailable = error({ kind: 'answer', status: 503, body: '', retryAt: null });
const limited = (inMs: number) => error({ kind: 'limited', retryAt: fresh.now + inMs });

describe('repeating a read', () => {
  test('three times, after about 1, 2 and 4 seconds, then no more', () => {
    const delays = [0, 1, 2, 3].map((retries) => decideRetry(unavailable, { ...fresh, retries })?.delayMs);
    expect(delays).toEqual([500, 1_000, 2_000, undefined]);
    const longest = decideRetry(unavailable, { ...fresh, retries: 2, random: () => 0.999 });
    expect(longest?.delayMs).toBe(3_998);
  });

  test('a reset that is near is waited for without taking an attempt', () => {
    expect(decideRetry(limited(4_000), { ...fresh, retries: 3 })).toEqual({
      delayMs: 4_000,
      countsAsRetry: false,
    });
  });

  test('a reset that is far, or more waiting in all than was granted, goes to the caller', () => {
    expect(decideRetry(limited(6_000), fresh)).toBeNull();
    expect(decideRetry(limited(3_000), { ...fresh, waitedMs: 3_000 })).toBeNull();
    expect(decideRetry(limited(60_000), { ...fresh, waitForResetMs: 90_000 })?.delayMs).toBe(60_000);
  });

  test.each<[string, BacklogFailure]>([
    ['400', { kind: 'answer', status: 400, body: '', retryAt: null }],
    ['401', { kind: 'answer', status: 401, body: '', retryAt: null }],
    ['404', { kind: 'answer', status: 404, body: '', retryAt: null }],
    ['a redirect', { kind: 'redirect', status: 302 }],
    ['another shape', { kind: 'shape', status: 200, path: 'id', problem: 'invalid_type' }],
    ['an abort', { kind: 'aborted', sent: 'maybe' }],
  ])('%s is final', (_name, failure) => {
    expect(decideRetry(error(failure), fresh)).toBeNull();
  });

  test.each<[string, BacklogFailure]>([
    ['a lost connection', { kind: 'network', cause: new Error('x'), headersSeen: false }],
    ['a time-out', { kind: 'timeout', limitMs: 10 }],
    ['a web page in place of JSON', { kind: 'notJson', status: 200 }],
    ['JSON that was cut off', { kind: 'badJson', status: 200 }],
  ])('%s is repeated', (_name, failure) => {
    expect(decideRetry(error(failure), fresh)?.countsAsRetry).toBe(true);
  });
});
