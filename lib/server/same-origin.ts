/**
 * Whether a mutation authenticated by cookie comes from our own pages: its Origin is ours, or, where a browser sends
 * none, Sec-Fetch-Site says so. Neither header at all counts as foreign.
 */
export function isSameOrigin(headers: { get(name: string): string | null }, appUrl: string): boolean {
  const origin = headers.get('origin');
  return origin === null ? headers.get('sec-fetch-site') === 'same-origin' : origin === appUrl;
}
