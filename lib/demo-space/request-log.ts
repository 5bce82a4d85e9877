import type { Received } from './receive';

export interface LogEntry {
  seq: number;
  /** Wall-clock instant of arrival, ISO 8601 with milliseconds. */
  at: string;
  method: string;
  path: string;
  /** The raw query string without the API key. */
  query: string;
  /** The body as it was received; secrets of the OAuth endpoints are masked, uploads are only measured. */
  body: string | null;
  contentType: string | null;
  /** Numeric id of the authenticated person. */
  userId: number | null;
  /** Null while unanswered, and when the connection was cut instead of answered. */
  status: number | null;
  /** When a writing request took effect; absent when it did not. */
  appliedAt?: string;
  /** When the answer left, or the connection ended without one; absent while the request is in flight. */
  answeredAt?: string;
  /** What the answer told of the caller's quota; `resetAt` by the clock of this log, whatever the space believes. */
  quota?: { remaining: number; resetAt: string };
}

const KEPT = 200_000;
const SECRETS = new Set(['apiKey', 'client_secret', 'code', 'refresh_token', 'access_token']);

function masked(form: string): string {
  return form
    .split('&')
    .map((pair) => {
      const [name = ''] = pair.split('=', 1);
      return SECRETS.has(name) ? `${name}=***` : pair;
    })
    .join('&');
}

function withoutApiKey(search: string): string {
  const pairs = search.replace(/^\?/, '').split('&');
  return masked(pairs.filter((pair) => !pair.startsWith('apiKey=')).join('&'));
}

function bodyOf(received: Received): string | null {
  if (received.upload) return `(${received.upload.bytes.length} bytes: ${received.upload.name})`;
  if (received.body === '') return null;
  return received.url.pathname.startsWith('/api/v2/oauth2/') ? masked(received.body) : received.body;
}

/** Every request the space received, in order of arrival; controls are not requests to the space. */
export class RequestLog {
  #entries: LogEntry[] = [];
  #seq = 0;

  constructor(private readonly wallClock: () => number) {}

  begin(received: Received): LogEntry {
    this.#seq += 1;
    const entry: LogEntry = {
      seq: this.#seq,
      at: this.#instant(this.wallClock()),
      method: received.method,
      path: received.url.pathname,
      query: withoutApiKey(received.url.search),
      body: bodyOf(received),
      contentType: received.contentType,
      userId: null,
      status: null,
    };
    this.#entries.push(entry);
    if (this.#entries.length > KEPT) this.#entries = this.#entries.slice(KEPT / 2);
    return entry;
  }

  /** Number of requests so far, resets included. */
  get seq(): number {
    return this.#seq;
  }

  /** Marks a write as having taken effect now. */
  applied(entry: LogEntry): void {
    entry.appliedAt = this.#instant(this.wallClock());
  }

  /** Writes down what the caller was answered; nothing if the caller had hung up before. */
  answered(entry: LogEntry, response: Response, clockOffsetMs: number): void {
    if (entry.answeredAt !== undefined) return;
    entry.status = response.status;
    const remaining = response.headers.get('X-RateLimit-Remaining');
    const reset = response.headers.get('X-RateLimit-Reset');
    if (remaining !== null && reset !== null)
      entry.quota = {
        remaining: Number(remaining),
        resetAt: this.#instant(Number(reset) * 1000 - clockOffsetMs),
      };
    this.ended(entry);
  }

  /** Marks a request as over: answered, cut or hung up on, whatever came first. */
  ended(entry: LogEntry): void {
    entry.answeredAt ??= this.#instant(this.wallClock());
  }

  #instant(ms: number): string {
    return new Date(ms).toISOString();
  }

  /** The entries with a sequence number above `seq`. */
  since(seq: number): readonly LogEntry[] {
    return this.#entries.filter((entry) => entry.seq > seq);
  }

  /** Forgets the entries; sequence numbers go on. */
  clear(): void {
    this.#entries = [];
  }
}
