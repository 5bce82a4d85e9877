import { expect, test } from 'vitest';
import { createBacklogError } from './create-backlog-error';
import type { Credential } from './credential';
import { createRateBudget } from './rate-budget';
import { request } from './request';
import { namedSchema } from './schemas/issue';

const clock = { now: () => 0 };
const wanted = { method: 'PATCH', path: '/issues/1', form: { comment: 'x' }, schema: namedSchema } as const;
const oauth: Credential = { kind: 'oauth', accessToken: 'a' };

/** How a write fails, and how many requests it took. */
async function failureOf(given: {
  credential: () => Promise<Credential>;
  renew?: () => Promise<Credential | null>;
}) {
  let sent = 0;
  const refuse = async () => {
    sent += 1;
    return new Response('{}', { status: 401 });
  };
  const context = {
    origin: 'https://x.backlog.com',
    fetch: refuse,
    clock,
    budget: createRateBudget({ clock }),
  };
  const error: unknown = await request({ ...context, ...given }, wanted, { timeoutMs: 1_000 }).catch(
    (thrown: unknown) => thrown,
  );
  return { error, sent };
}

const tokenFailures = [
  createBacklogError('POST /api/v2/oauth2/token', { kind: 'timeout', limitMs: 1 }),
  createBacklogError('POST /api/v2/oauth2/token', { kind: 'answer', status: 503, body: '', retryAt: null }),
  createBacklogError('POST /api/v2/oauth2/token', { kind: 'answer', status: 403, body: '', retryAt: null }),
  createBacklogError('POST /api/v2/oauth2/token', { kind: 'answer', status: 404, body: '', retryAt: null }),
  createBacklogError('POST /api/v2/oauth2/token', { kind: 'redirect', status: 302 }),
  createBacklogError('POST /api/v2/oauth2/token', { kind: 'notJson', status: 200 }),
];

test.each(tokenFailures)(
  'a token that cannot be had says nothing about the write: it was not sent, not refused, not lost (%s)',
  async (failure) => {
    const expected = { code: 'BACKLOG_UNAVAILABLE', sent: 'no', mayHaveApplied: false };
    const before = await failureOf({ credential: () => Promise.reject(failure) });
    expect(before).toMatchObject({ error: expected, sent: 0 });
    // A 401 proves that nothing was carried out, whatever becomes of the renewal after it.
    const after = await failureOf({ credential: async () => oauth, renew: () => Promise.reject(failure) });
    expect(after).toMatchObject({ error: expected, sent: 1 });
  },
);

test('what a person has to act on keeps its code', async () => {
  const failure = createBacklogError('POST /api/v2/oauth2/token', { kind: 'credential' });
  const { error } = await failureOf({ credential: () => Promise.reject(failure) });
  expect(error).toMatchObject({ code: 'SIGN_IN_AGAIN' });
});
