import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { createAuthHandler } from '@/lib/auth';
import { exchangeCode } from '@/lib/backlog';
import { env } from '@/lib/env';
import { identify } from './identify';
import { getRoot } from './root';
import { isSameOrigin } from './same-origin';

/** All of `/api/auth/*`. */
export async function authRoute(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const { appUrl, secure } = env.app();
  if (request.method !== 'GET' && !isSameOrigin(request.headers, appUrl)) {
    return Response.json({ error: { code: 'BAD_ORIGIN' } }, { status: 403 });
  }
  const { clientId, clientSecret } = env.backlog();
  const { sessions, spaces, clock, log } = await getRoot();
  const handler = createAuthHandler({
    appUrl,
    secure,
    secret: env.secrets().nextAuthSecret,
    clientId,
    spaces,
    sessions,
    clock,
    log,
    identify,
    exchange: (space, code, redirectUri) =>
      exchangeCode({ origin: space.origin, code, redirectUri, clientId, clientSecret, fetch }),
    run: (forwarded, nextauth, options) =>
      NextAuth(forwarded, { params: Promise.resolve({ nextauth }) }, options),
  });
  return handler(request, (await context.params).nextauth);
}
