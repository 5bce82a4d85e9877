import { parseForm } from '../form';
import { Params } from '../params';
import type { Received } from '../receive';
import type { Runtime } from '../runtime';
import { CLIENT_ID, CLIENT_SECRET } from './client';
import type { TokenPair } from './grants';

function answer(status: number, body: object, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/json;charset=utf-8',
      'Cache-Control': 'no-store',
      Pragma: 'no-cache',
      ...headers,
    },
  });
}

function refused(error: string, description: string, status = 400): Response {
  return answer(status, { error, error_description: description });
}

function granted(runtime: Runtime, params: Params): TokenPair | string | null {
  const grantType = params.string('grant_type');
  if (grantType === 'authorization_code') {
    const code = params.string('code');
    const redirectUri = params.string('redirect_uri');
    if (!code || !redirectUri) return 'code and redirect_uri are required.';
    return runtime.grants.exchange(code, CLIENT_ID, redirectUri);
  }
  const refreshToken = params.string('refresh_token');
  return refreshToken ? runtime.grants.refresh(refreshToken, CLIENT_ID) : 'refresh_token is required.';
}

/** `POST /api/v2/oauth2/token`: codes and refresh tokens for token pairs; refusals in the form of RFC 6749. */
export function tokenEndpoint(runtime: Runtime, received: Received): Response {
  const type = received.contentType?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded')
    return refused('invalid_request', 'The body must be application/x-www-form-urlencoded.');
  const params = new Params(parseForm(received.body));
  const grantType = params.string('grant_type');
  if (!grantType) return refused('invalid_request', 'grant_type is required.');
  if (params.string('client_id') !== CLIENT_ID || params.string('client_secret') !== CLIENT_SECRET)
    return refused('invalid_client', 'Client authentication failed.', 401);
  if (grantType !== 'authorization_code' && grantType !== 'refresh_token')
    return refused('unsupported_grant_type', 'The grant type is not supported.');
  const result = granted(runtime, params);
  if (result === null) return refused('invalid_grant', 'Grant is invalid.');
  return typeof result === 'string' ? refused('invalid_request', result) : answer(200, result);
}
