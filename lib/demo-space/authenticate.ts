import { type ApiError, unauthenticated } from './api-error';
import type { Received } from './receive';
import type { UserRow } from './rows';
import type { Runtime } from './runtime';

export type Authentication =
  | { kind: 'user'; user: UserRow }
  /** `user` is known when the token was theirs but has expired. */
  | { kind: 'refused'; user: UserRow | null; error: ApiError | BearerRefusal };

/** 401 for a bearer token: a `WWW-Authenticate` header and a JSON object without `errors`. */
export class BearerRefusal extends Error {
  constructor(readonly description: string) {
    super(description);
  }

  get headers(): Record<string, string> {
    return { 'WWW-Authenticate': `Bearer error="invalid_token", error_description="${this.description}"` };
  }
}

/**
 * Who is calling: the `Backlog-API-Key` header, else `?apiKey=`, else `Authorization: Bearer`. A key wins over
 * a token.
 */
export function authenticate(runtime: Runtime, received: Received): Authentication {
  const { state, grants, revokedKeys } = runtime;
  const key = received.request.headers.get('backlog-api-key') ?? received.url.searchParams.get('apiKey');
  if (key !== null) {
    const user = state.userByApiKey(key);
    return user && !revokedKeys.has(user.id)
      ? { kind: 'user', user }
      : { kind: 'refused', user: null, error: unauthenticated() };
  }
  const bearer = /^Bearer +(\S+)$/i.exec(received.request.headers.get('authorization') ?? '');
  if (!bearer?.[1]) return { kind: 'refused', user: null, error: unauthenticated() };
  const check = grants.check(bearer[1]);
  const user = check.kind === 'invalid' ? undefined : state.users.get(check.userId);
  if (check.kind === 'valid' && user) return { kind: 'user', user };
  const reason = check.kind === 'expired' ? 'The access token expired' : 'The access token is invalid';
  return { kind: 'refused', user: user ?? null, error: new BearerRefusal(reason) };
}
