import { NextRequest } from 'next/server';
import type { AuthOptions } from 'next-auth';
import { AppError, type ErrorCode, errorCodes, isAppError } from '@/lib/errors';
import { type CookieNames, cookieAttributes, cookieNames } from './cookies';
import { nextAuthOptions } from './next-auth-options';
import { type PendingSignIn, pendingSeconds, readPending, signPending } from './pending-sign-in';
import { readCapped } from './read-capped';
import { safeReturnTo } from './return-to';
import { readSessionId } from './session-cookie';
import { createSignInAttempt, type SignInAttempt, type SignInDeps } from './sign-in-attempt';
import type { Space, Spaces } from './space-address';

/** next-auth itself, called with options of this one request. */
export type RunNextAuth = (request: NextRequest, path: string[], options: AuthOptions) => Promise<Response>;

export interface AuthHandlerDeps extends SignInDeps {
  appUrl: string;
  secure: boolean;
  secret: string;
  clientId: string;
  spaces: Spaces;
  log: { warn(fields: Record<string, unknown>, message: string): void };
  run: RunNextAuth;
}

const maxBodyBytes = 16 * 1024;
/** Everything else of next-auth (session, _log, …) stays closed: nothing of ours needs it. */
const openRoutes = /^(GET (csrf|providers|signin|signout|error|callback)|POST (signin|signout|callback))$/;

function isErrorCode(text: string | null): text is ErrorCode {
  return errorCodes.some((code) => code === text);
}

/** The sign-in page with a reason and everything the person had chosen. */
function signInUrl(appUrl: string, code: ErrorCode, spaceHost: string | null, returnTo: string): string {
  const url = new URL('/sign-in', appUrl);
  url.searchParams.set('error', code);
  if (spaceHost) url.searchParams.set('space', spaceHost);
  if (returnTo !== '/') url.searchParams.set('callbackUrl', returnTo);
  return url.toString();
}

/** Our code for what next-auth makes of a failure; null when `target` is no failure. */
function failureOf(target: string, appUrl: string, query: URLSearchParams, attempt: SignInAttempt | null) {
  const url = new URL(target, appUrl);
  const failed = /^\/(api\/auth\/(error|signin)|sign-in)\/?$/.test(url.pathname) && url.search !== '';
  if (!failed) return null;
  if (query.get('error') === 'access_denied') return 'CONSENT_REFUSED';
  const raised = url.searchParams.get('error');
  return attempt?.error?.code ?? (isErrorCode(raised) ? raised : 'SIGN_IN_FAILED');
}

/** next-auth's answer with another target, whether it answered a redirect or `{url}`. */
async function retarget(response: Response, choose: (target: string) => string): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.set('Cache-Control', 'no-store');
  const location = headers.get('Location');
  if (location) {
    headers.set('Location', choose(location));
    return new Response(null, { status: response.status, headers });
  }
  const text = await response.text();
  headers.delete('Content-Length');
  if (!headers.get('Content-Type')?.includes('json') || !text.includes('"url"')) {
    return new Response(text, { status: response.status, headers });
  }
  const { url } = JSON.parse(text) as { url: string };
  return new Response(JSON.stringify({ url: choose(url) }), { status: response.status, headers });
}

/**
 * All of `/api/auth/*`. One redirect URI serves every space: a signed cookie, set together with next-auth's state
 * cookie, says which space an answer has to come from, and the space is looked up in the allow-list again.
 */
export function createAuthHandler(
  deps: AuthHandlerDeps,
): (request: NextRequest, path: string[]) => Promise<Response> {
  const { appUrl, secure, secret, spaces } = deps;
  const names: CookieNames = cookieNames(secure);
  const attributes = cookieAttributes(secure);

  function landing(callbackUrl: string, space: Space | null): string {
    const path = safeReturnTo(callbackUrl, appUrl);
    if (!space) return `${appUrl}${path}`;
    const first = decodeURIComponent(path.split(/[/?#]/)[1] ?? '');
    const elsewhere = spaces.fromHost(first) !== null && first !== space.host;
    return `${appUrl}${path === '/' || elsewhere ? `/${space.host}/issues` : path}`;
  }

  /** The space of this request: named by the form that starts a sign-in, or by the cookie of a pending one. */
  function startedAt(request: NextRequest, path: string[], pending: PendingSignIn | null): Space | null {
    if (path[0] !== 'signin' && path[0] !== 'callback') return null;
    if (request.method === 'POST') return spaces.fromTyped(request.nextUrl.searchParams.get('space') ?? '');
    const space = pending && spaces.fromHost(pending.spaceHost);
    if (path[0] === 'callback' && !space) throw new AppError('SIGN_IN_FAILED');
    return space;
  }

  const spaceCookie = (value: string, maxAge: number) =>
    `${names.space}=${value}; Path=${attributes.path}; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure ? '; Secure' : ''}`;

  return async (request, path) => {
    if (path.length > 2 || !openRoutes.test(`${request.method} ${path[0] ?? ''}`)) {
      return new Response(null, { status: 404 });
    }
    const now = deps.clock.now().getTime();
    const query = request.nextUrl.searchParams;
    const pending = readPending(secret, request.cookies.get(names.space)?.value, now);
    const posted = request.method === 'POST';
    const body = posted ? await readCapped(request, maxBodyBytes) : null;
    if (posted && body === null) return new Response(null, { status: 413 });
    const form = new URLSearchParams(body ?? '');
    const returnTo = safeReturnTo(form.get('callbackUrl') ?? pending?.returnTo, appUrl);

    let attempt: SignInAttempt | null = null;
    try {
      const space = startedAt(request, path, pending);
      attempt = space && createSignInAttempt(deps, space);
    } catch (error) {
      if (!isAppError(error)) throw error;
      const url = signInUrl(appUrl, error.code, null, returnTo);
      return body === null ? Response.redirect(url, 302) : Response.json({ url }, { status: 400 });
    }

    const previousSessionId = await readSessionId(secret, request.cookies.get(names.session)?.value);
    const options = nextAuthOptions(
      {
        appUrl,
        secure,
        secret,
        clientId: deps.clientId,
        landing: (url) => landing(url, attempt?.space ?? null),
        signedOut: (sessionId) => deps.sessions.close(sessionId),
        log: (code, cause) =>
          deps.log.warn({ code, cause: cause instanceof Error ? cause.name : null }, 'sign-in'),
      },
      attempt,
      previousSessionId,
    );
    // next-auth forwards every parameter of a sign-in POST to the authorize page: it gets none.
    const url = body === null ? request.nextUrl : new URL(request.nextUrl.pathname, appUrl);
    const forwarded = new NextRequest(url, { method: request.method, headers: request.headers, body });
    const answer = await retarget(await deps.run(forwarded, path, options), (target) => {
      const code = failureOf(target, appUrl, query, attempt);
      return code ? signInUrl(appUrl, code, attempt?.space.host ?? null, returnTo) : target;
    });

    if (attempt && path[0] === 'signin' && request.method === 'POST') {
      const until = now + pendingSeconds * 1000;
      const value = signPending(secret, { spaceHost: attempt.space.host, returnTo, until });
      answer.headers.append('Set-Cookie', spaceCookie(value, pendingSeconds));
    } else if (path[0] === 'callback') {
      answer.headers.append('Set-Cookie', spaceCookie('', 0));
    }
    return answer;
  };
}
