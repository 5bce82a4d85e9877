import { type NextRequest, NextResponse } from 'next/server';
import { cookieNames } from '@/lib/auth/cookies';
import { env, isDevelopment, isLoopback } from '@/lib/env';
import { pathHeader } from '@/lib/server/path-header';

const policyOf = (nonce: string, secure: boolean) =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment() ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Positions of virtual rows and widths of bars stand in style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment() ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');

function withSecurityHeaders(response: NextResponse, secure: boolean): NextResponse {
  const { headers } = response;
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('X-Frame-Options', 'DENY');
  headers.set('Referrer-Policy', 'same-origin');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=()');
  if (secure) headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
  return response;
}

/** Another name for this machine goes to the configured address, where the cookies are; unknown hosts get nowhere. */
function otherHost(request: NextRequest, appUrl: string): NextResponse | null {
  const host = request.headers.get('host') ?? '';
  const known = new URL(appUrl);
  if (host === known.host || request.headers.get('x-forwarded-host') === known.host) return null;
  if (isLoopback(`http://${host}`) && isLoopback(appUrl)) {
    const { pathname, search } = request.nextUrl;
    const target = new URL(`${pathname}${search}`, appUrl).href.replaceAll(/["<>]/g, encodeURIComponent);
    // Not by Location: Next makes that relative to the address it listens on, which would lead back here for ever.
    return new NextResponse(`<!doctype html><title>Ikkatsu</title><a href="${target}">${known.host}</a>`, {
      headers: { Refresh: `0; url=${target}`, 'Content-Type': 'text/html; charset=utf-8' },
    });
  }
  return new NextResponse(`This address is not served here. Open ${appUrl}\n`, { status: 400 });
}

/**
 * Runs before every page and route: content policy with a fresh nonce, other security headers, the one public address,
 * and the way to sign-in where there is no session cookie. It is no lock: every read and action checks for itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const { appUrl, secure } = env.app();
  const { pathname, search } = request.nextUrl;
  if (pathname === '/api/health') return withSecurityHeaders(NextResponse.next(), secure);
  const elsewhere = otherHost(request, appUrl);
  if (elsewhere) return withSecurityHeaders(elsewhere, secure);

  const isPage = !pathname.startsWith('/api/') && pathname !== '/sign-in';
  if (isPage && request.method === 'GET' && !request.cookies.has(cookieNames(secure).session)) {
    const signIn = new URL('/sign-in', appUrl);
    if (pathname !== '/') signIn.searchParams.set('callbackUrl', `${pathname}${search}`);
    return withSecurityHeaders(NextResponse.redirect(signIn, 307), secure);
  }

  const policy = policyOf(Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64'), secure);
  const forwarded = new Headers(request.headers);
  // Next reads the nonce for its own scripts from the request's policy.
  forwarded.set('Content-Security-Policy', policy);
  // Where to come back to when a page finds that the session behind the cookie has ended.
  forwarded.set(pathHeader, `${pathname}${search}`);
  const response = NextResponse.next({ request: { headers: forwarded } });
  response.headers.set('Content-Security-Policy', policy);
  response.headers.set('Cache-Control', 'no-store');
  return withSecurityHeaders(response, secure);
}

export const config = {
  matcher: ['/((?!_next/static|_next/image|favicon.ico|icon.svg|robots.txt).*)'],
};
