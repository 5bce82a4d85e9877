import type { ActionError } from '@/lib/actions/action-result';
import { errorCodes } from '@/lib/errors';

interface Attempt {
  /** Host of the space. */
  space: string;
  returnTo: string;
}

async function post(path: string, attempt: Attempt, fields: Record<string, string>): Promise<string> {
  const token: { csrfToken: string } = await (await fetch('/api/auth/csrf')).json();
  const body = new URLSearchParams({
    ...fields,
    csrfToken: token.csrfToken,
    callbackUrl: attempt.returnTo,
    json: 'true',
  });
  const response = await fetch(`${path}?space=${encodeURIComponent(attempt.space)}`, {
    method: 'POST',
    body,
  });
  const answer: { url: string } = await response.json();
  return answer.url;
}

/** Where the answer leads, or the failure it stands for. */
export type SignInAnswer = { url: string } | { failure: ActionError };

async function answerOf(request: Promise<string>, space: string): Promise<SignInAnswer> {
  try {
    const url = await request;
    const { pathname, searchParams } = new URL(url, window.location.origin);
    if (pathname !== '/sign-in') return { url };
    const code = errorCodes.find((known) => known === searchParams.get('error')) ?? 'SIGN_IN_FAILED';
    return { failure: { code, details: { host: space } } };
  } catch {
    return { failure: { code: 'NETWORK', details: {} } };
  }
}

/** Begins OAuth at a space: the answer is its consent page. */
export const startLogin = (attempt: Attempt): Promise<SignInAnswer> =>
  answerOf(post('/api/auth/signin/backlog', attempt, {}), attempt.space);

/** Signs in with an API key; the key travels in the body only. */
export const loginWithApiKey = (attempt: Attempt & { apiKey: string }): Promise<SignInAnswer> =>
  answerOf(post('/api/auth/callback/apikey', attempt, { apiKey: attempt.apiKey }), attempt.space);
