import type { ConnectionSecret } from '@/lib/auth/secrets';
import { oauthSecretOf } from '@/lib/auth/token-store';
import { exchangeCode } from '@/lib/backlog';
import type { CrashWorld } from './crash-world';
import { person } from './stored-plans';

const redirectUri = 'http://127.0.0.1:3999/api/auth/callback/backlog';
const application = { clientId: 'ikkatsu-demo', clientSecret: 'ikkatsu-demo-secret' };

/** Signs the person in at the space. Their access token has run out by our record; the refresh token works once. */
export async function expiredTokens({ origin }: CrashWorld): Promise<ConnectionSecret> {
  const body = new URLSearchParams({
    response_type: 'code',
    client_id: application.clientId,
    redirect_uri: redirectUri,
    state: 's',
    person: String(person.userId),
    decision: 'allow',
  });
  const url = `${origin}/OAuth2AccessRequest.action`;
  const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' });
  const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const tokens = await exchangeCode({ ...application, origin, code, redirectUri, fetch });
  return oauthSecretOf(tokens, Date.now() - 2 * tokens.expiresInSeconds * 1000);
}

/** Status of every refresh that reached the space, in order. */
export async function tokenRequests(world: CrashWorld): Promise<(number | null)[]> {
  const log = await world.log();
  return log
    .filter(({ path, body }) => path === '/api/v2/oauth2/token' && body?.includes('grant_type=refresh_token'))
    .map(({ status }) => status);
}
