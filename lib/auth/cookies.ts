import type { CookiesOptions } from 'next-auth';

export interface CookieNames {
  session: string;
  csrf: string;
  callbackUrl: string;
  state: string;
  /** The space a sign-in under way was started for. */
  space: string;
}

/** `__Host-` binds a cookie to exactly our host over https; on http loopback browsers would refuse the prefix. */
export function cookieNames(secure: boolean): CookieNames {
  const name = (suffix: string) => `${secure ? '__Host-' : ''}ikkatsu.${suffix}`;
  return {
    session: name('session'),
    csrf: name('csrf'),
    callbackUrl: name('callback-url'),
    state: name('state'),
    space: name('space'),
  };
}

/** Attributes of every cookie of ours: no Domain, so `__Host-` holds. */
export const cookieAttributes = (secure: boolean) =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure }) as const;

/** next-auth's cookies under our names. */
export function nextAuthCookies(secure: boolean): Partial<CookiesOptions> {
  const names = cookieNames(secure);
  const options = cookieAttributes(secure);
  return {
    sessionToken: { name: names.session, options },
    csrfToken: { name: names.csrf, options },
    callbackUrl: { name: names.callbackUrl, options },
    state: { name: names.state, options: { ...options, maxAge: 15 * 60 } },
  };
}
