/** The one OAuth application registered with a demo space. */
export const CLIENT_ID = 'ikkatsu-demo';
export const CLIENT_SECRET = 'ikkatsu-demo-secret';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Registered redirect URIs: the sign-in callback on any port of this machine. */
export function isRegistered(redirectUri: string): boolean {
  if (!URL.canParse(redirectUri)) return false;
  const url = new URL(redirectUri);
  return (
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    LOOPBACK.has(url.hostname) &&
    url.pathname === '/api/auth/callback/backlog' &&
    url.hash === ''
  );
}
