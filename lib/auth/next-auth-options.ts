import type { AuthOptions, Profile } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { nextAuthCookies } from './cookies';
import { sessionSeconds } from './session-store';
import type { SignInAttempt } from './sign-in-attempt';

export interface NextAuthSettings {
  appUrl: string;
  secure: boolean;
  secret: string;
  clientId: string;
  /** Where a person goes afterwards: an absolute URL on our own origin. */
  landing: (callbackUrl: string) => string;
  signedOut: (sessionId: string) => Promise<void>;
  log: (code: string, cause: unknown) => void;
}

/** The path of the authorize page; Backlog documents neither scope nor PKCE. */
const authorizePath = '/OAuth2AccessRequest.action';

/**
 * `scope: undefined` keeps openid-client from adding `openid`. Its type has no room for undefined, hence the cast.
 */
const withoutScope = { scope: undefined } as unknown as Record<string, never>;

/** Without a space the provider is listed but leads nowhere: `signIn()` of next-auth wants to find its name. */
function backlogProvider(clientId: string, attempt: SignInAttempt | null): OAuthConfig<Profile> {
  const base = attempt?.space.origin ?? 'https://space.invalid';
  return {
    id: 'backlog',
    name: 'Backlog',
    type: 'oauth',
    checks: ['state'],
    clientId,
    authorization: { url: `${base}${authorizePath}`, params: withoutScope },
    token: {
      async request({ params, checks, provider }) {
        const tokens = await attempt?.byCode({
          code: params.code,
          state: params.state,
          expectedState: checks.state,
          redirectUri: provider.callbackUrl,
        });
        return { tokens: tokens ? { token_type: 'Bearer' } : {} };
      },
    },
    userinfo: { request: () => ({ name: attempt?.identity().userName ?? '' }) },
    profile: () => ({ id: String(attempt?.identity().userId ?? '') }),
  };
}

function apiKeyProvider(attempt: SignInAttempt | null) {
  return CredentialsProvider({
    id: 'apikey',
    name: 'API key',
    credentials: { apiKey: { type: 'password' } },
    async authorize(credentials) {
      const apiKey = credentials?.apiKey?.trim();
      if (!attempt || !apiKey) return null;
      const identity = await attempt.byApiKey(apiKey);
      return { id: String(identity.userId) };
    },
  });
}

/**
 * Options for one request. Tokens never enter next-auth's own storage: its cookie holds the id of our session row.
 * @param previousSessionId session of the browser so far; its other spaces stay connected
 */
export function nextAuthOptions(
  settings: NextAuthSettings,
  attempt: SignInAttempt | null,
  previousSessionId: string | null,
): AuthOptions {
  return {
    secret: settings.secret,
    useSecureCookies: settings.secure,
    cookies: nextAuthCookies(settings.secure),
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    providers: [backlogProvider(settings.clientId, attempt), apiKeyProvider(attempt)],
    callbacks: {
      async signIn() {
        await attempt?.open(previousSessionId);
        return attempt?.sessionId != null;
      },
      jwt: ({ token }) => (attempt?.sessionId ? { sid: attempt.sessionId } : token),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url }) => settings.landing(url),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === 'string') await settings.signedOut(token.sid);
      },
    },
    logger: {
      error: (code, metadata) => settings.log(code, metadata instanceof Error ? metadata : metadata.error),
      warn: (code) => settings.log(code, null),
      debug: () => undefined,
    },
  };
}
