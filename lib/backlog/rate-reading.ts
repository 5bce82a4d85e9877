/** What one answer says about its class. */
export interface RateReading {
  limit: number;
  remaining: number;
  /** UTC epoch seconds, by Backlog's clock. */
  reset: number;
}

/** Reads `X-RateLimit-Limit`, `-Remaining` and `-Reset`; null unless all three are there. */
export function readRateHeaders(headers: Headers): RateReading | null {
  const limit = count(headers.get('x-ratelimit-limit'));
  const remaining = count(headers.get('x-ratelimit-remaining'));
  const reset = count(headers.get('x-ratelimit-reset'));
  return limit === null || remaining === null || reset === null ? null : { limit, remaining, reset };
}

/** The server's `Date` in ms; null if it is absent or no date. */
export function readServerDate(headers: Headers): number | null {
  const at = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(at) ? null : at;
}

function count(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text.trim()) ? Number(text) : null;
}
