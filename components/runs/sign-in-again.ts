/** The sign-in page for the same space, with the reason, leading back to this run. */
export function signInAgainPath(host: string, runId: string): string {
  const back = `/${host}/runs/${runId}`;
  return `/sign-in?${new URLSearchParams({ error: 'SIGN_IN_AGAIN', callbackUrl: back }).toString()}`;
}
