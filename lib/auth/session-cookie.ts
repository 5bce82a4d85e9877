import { decode } from 'next-auth/jwt';

/** The session id of our cookie; null when the cookie is absent, forged or made with another secret. */
export async function readSessionId(secret: string, cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret });
    return typeof token?.sid === 'string' ? token.sid : null;
  } catch {
    return null;
  }
}
