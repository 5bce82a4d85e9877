/** Path and query of the page, set by `proxy.ts` on every request (whatever a client sends is overwritten). */
export const pathHeader = 'x-ikkatsu-path';
