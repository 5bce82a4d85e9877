import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { createBacklogError } from './create-backlog-error';
import { encodeForm } from './encode-form';
import { parseAnswer } from './parse-answer';
import { send } from './transport';

/** The OAuth application as it is registered at Nulab. */
export interface OAuthApplication {
  clientId: string;
  clientSecret: string;
}

interface TokenCall extends OAuthApplication {
  /** Must be on the allow-list of spaces: it receives the client secret. */
  origin: string;
  fetch: typeof fetch;
  signal?: AbortSignal | undefined;
  timeoutMs?: number | undefined;
}

export interface OAuthTokens {
  accessToken: string;
  refreshToken: string;
  expiresInSeconds: number;
}

const tokenPath = '/api/v2/oauth2/token';
const endpoint = `POST ${tokenPath}`;
const tokenSchema = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.number().positive(),
});
// RFC 6749 5.2, not the `errors` list of the rest of the API.
const tokenErrorSchema = z.looseObject({ error: z.string().regex(/^[a-z_]{1,40}$/) });

/** Where the browser goes to consent. Backlog knows no scopes. */
export function authorizeUrl(options: {
  origin: string;
  clientId: string;
  redirectUri: string;
  state: string;
}): string {
  const query = encodeForm({
    response_type: 'code',
    client_id: options.clientId,
    redirect_uri: options.redirectUri,
    state: options.state,
  });
  return `${options.origin}/OAuth2AccessRequest.action?${query}`;
}

/**
 * Turns the code of the callback into tokens. Sent once: a code dies at its first use.
 *
 * @throws AppError SIGN_IN_FAILED with `reason` (RFC 6749 code), BacklogError for everything on the way
 */
export function exchangeCode(call: TokenCall & { code: string; redirectUri: string }): Promise<OAuthTokens> {
  return askForTokens(call, [call.code], {
    grant_type: 'authorization_code',
    code: call.code,
    redirect_uri: call.redirectUri,
  });
}

/**
 * Renews the tokens. The answer replaces both; treat the old refresh token as dead and store the new one first.
 *
 * @throws AppError SIGN_IN_AGAIN if Backlog no longer accepts the refresh token, SIGN_IN_FAILED if it refuses our
 * application; BacklogError (the person stays signed in) if no clear answer came
 */
export function refreshToken(call: TokenCall & { refreshToken: string }): Promise<OAuthTokens> {
  return askForTokens(call, [call.refreshToken], {
    grant_type: 'refresh_token',
    refresh_token: call.refreshToken,
  });
}

async function askForTokens(
  call: TokenCall,
  secrets: readonly string[],
  grant: { grant_type: 'authorization_code' | 'refresh_token' } & Record<string, string>,
): Promise<OAuthTokens> {
  const masked = [call.clientSecret, ...secrets];
  const answer = await send({
    fetch: call.fetch,
    url: `${call.origin}${tokenPath}`,
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: encodeForm({ ...grant, client_id: call.clientId, client_secret: call.clientSecret }),
    endpoint,
    timeoutMs: call.timeoutMs ?? 15_000,
    signal: call.signal,
    secrets: masked,
  });
  if (answer.status >= 200 && answer.status < 300) {
    const tokens = parseAnswer(tokenSchema, answer, endpoint);
    return {
      accessToken: tokens.access_token,
      refreshToken: tokens.refresh_token,
      expiresInSeconds: tokens.expires_in,
    };
  }
  const reason = readReason(answer.body);
  if (reason !== null && answer.status < 500) {
    const over = grant.grant_type === 'refresh_token' && reason === 'invalid_grant';
    throw new AppError(over ? 'SIGN_IN_AGAIN' : 'SIGN_IN_FAILED', { reason });
  }
  const failure = { kind: 'answer', status: answer.status, body: answer.body, retryAt: null } as const;
  throw createBacklogError(endpoint, failure, masked);
}

function readReason(body: string): string | null {
  try {
    const parsed = tokenErrorSchema.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data.error : null;
  } catch {
    return null;
  }
}
