import { timingSafeEqual } from 'node:crypto';
import { AppError, isAppError } from '@/lib/errors';
import type { Identity } from './connections';
import type { ConnectionSecret } from './secrets';
import type { SessionStore } from './session-store';
import type { Space } from './space-address';
import { type Credential, oauthSecretOf, type TokenSet } from './token-store';

/** What a sign-in needs of the outside; given by the composition root. */
export interface SignInDeps {
  sessions: SessionStore;
  clock: { now(): Date };
  /** Code → tokens at the space's token endpoint. */
  exchange: (space: Space, code: string, redirectUri: string) => Promise<TokenSet>;
  /** Asks the space who the credential belongs to. */
  identify: (space: Space, credential: Credential) => Promise<Identity>;
}

/** One request's sign-in at one space: collects what next-auth's callbacks learn, and why it failed. */
export interface SignInAttempt {
  space: Space;
  error: AppError | null;
  /** Set once a session was opened. */
  sessionId: string | null;
  byCode(params: {
    code?: string | undefined;
    state?: string | undefined;
    expectedState?: string | undefined;
    redirectUri: string;
  }): Promise<TokenSet>;
  byApiKey(apiKey: string): Promise<Identity>;
  /** Who signed in; known after `byCode` or `byApiKey`. */
  identity(): Identity;
  /** Stores the credential and opens the session. */
  open(previousSessionId: string | null): Promise<void>;
}

function sameText(a: string | undefined, b: string | undefined): boolean {
  if (!a || !b) return false;
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

export function createSignInAttempt(deps: SignInDeps, space: Space): SignInAttempt {
  let who: { identity: Identity; secret: ConnectionSecret } | null = null;

  async function noting<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      attempt.error = isAppError(error) ? error : new AppError('SIGN_IN_FAILED', {}, { cause: error });
      throw attempt.error;
    }
  }
  const known = () => {
    if (!who) throw new AppError('SIGN_IN_FAILED');
    return who;
  };

  const attempt: SignInAttempt = {
    space,
    error: null,
    sessionId: null,
    byCode: ({ code, state, expectedState, redirectUri }) =>
      noting(async () => {
        // next-auth leaves the comparison to us because the token request is ours.
        if (!code || !sameText(state, expectedState)) throw new AppError('SIGN_IN_FAILED');
        const tokens = await deps.exchange(space, code, redirectUri);
        const secret = oauthSecretOf(tokens, deps.clock.now().getTime());
        const identity = await deps.identify(space, { kind: 'oauth', accessToken: tokens.accessToken });
        who = { identity, secret };
        return tokens;
      }),
    byApiKey: (apiKey) =>
      noting(async () => {
        const secret = { kind: 'apiKey', apiKey } as const;
        try {
          who = { identity: await deps.identify(space, secret), secret };
          return who.identity;
        } catch (error) {
          const refused = isAppError(error) && error.code === 'SIGN_IN_AGAIN';
          throw refused ? new AppError('API_KEY_WRONG', {}, { cause: error }) : error;
        }
      }),
    identity: () => known().identity,
    open: (previousSessionId) =>
      noting(async () => {
        const opened = await deps.sessions.open({ previousSessionId, spaceHost: space.host, ...known() });
        attempt.sessionId = opened.sessionId;
      }),
  };
  return attempt;
}
