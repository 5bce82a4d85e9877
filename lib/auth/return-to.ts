/**
 * The path a `callbackUrl` means on our own origin, else `/`. Whatever a browser would resolve to another origin
 * (`//evil`, `/\evil`, `https:evil`, `javascript:`) falls back.
 */
export function safeReturnTo(callbackUrl: string | null | undefined, appUrl: string): string {
  if (!callbackUrl || callbackUrl.length > 2_000) return '/';
  const own = callbackUrl.startsWith('/') || callbackUrl.startsWith(`${appUrl}/`);
  if (!own || !URL.canParse(callbackUrl, appUrl)) return '/';
  const target = new URL(callbackUrl, appUrl);
  if (target.origin !== appUrl) return '/';
  const path = `${target.pathname}${target.search}${target.hash}`;
  const loops = /^\/(sign-in|api)(\/|\?|$)/.test(path);
  return loops || path.startsWith('//') || !isDecodable(target.pathname) ? '/' : path;
}

/** False for paths with broken escapes, such as `/%E0%A4%A`: no page of ours has one. */
function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
