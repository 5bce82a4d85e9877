/** How a person proves themselves to Backlog. It travels in headers only, never in an address. */
export type Credential = { kind: 'apiKey'; apiKey: string } | { kind: 'oauth'; accessToken: string };

export function secretOf(credential: Credential): string {
  return credential.kind === 'apiKey' ? credential.apiKey : credential.accessToken;
}

export function credentialHeaders(credential: Credential): Record<string, string> {
  return credential.kind === 'apiKey'
    ? { 'backlog-api-key': credential.apiKey }
    : { authorization: `Bearer ${credential.accessToken}` };
}

/** False for text that a header cannot carry, such as a key pasted with a line break: `fetch` would quote it in an error. */
export function fitsHeader(credential: Credential): boolean {
  return /^[\x21-\x7e]+$/.test(secretOf(credential));
}
