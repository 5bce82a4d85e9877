import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BacklogError, isBacklogError } from './backlog-error';
import { createBacklogClient } from './create-backlog-client';
import type { Credential } from './credential';
import { probeSpace } from './probe-space';
import { createRateBudget } from './rate-budget';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

const canary = 'canary-key-0123456789';
const space = { spaceKey: 'X', name: 'X', ownerId: 1, lang: 'ja', timezone: 'Asia/Tokyo' };

let server: Server;
let origin: string;
let seen: Seen[];
/** Answers in order; the last one repeats. */
let answers: Answer[];
let slept: number[];

const json =
  (status: number, value: unknown, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json;charset=utf-8', ...headers });
    response.end(JSON.stringify(value));
  };
const page =
  (status: number): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html' }).end('<html>Maintenance</html>');
  };
const hangUp: Answer = (request) => request.socket.destroy();
const silence: Answer = () => undefined;
const cutOff: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"spaceKey":', () => response.destroy());
};

beforeEach(async () => {
  seen = [];
  answers = [json(200, space)];
  slept = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      answer?.(request, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  origin = `http://127.0.0.1:${address.port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

interface ClientChoice {
  credential?: Credential;
  renew?: (rejected: Credential) => Promise<Credential | null>;
  timeoutMs?: number;
  fetch?: typeof fetch;
}

/** A client on real HTTP whose pauses take no time but move its clock. */
function client(choice: ClientChoice = {}) {
  const ahead = { ms: 0 };
  const clock = { now: () => Date.now() + ahead.ms };
  const timeoutMs = choice.timeoutMs ?? 5_000;
  return createBacklogClient({
    origin,
    credential: async () => choice.credential ?? { kind: 'apiKey', apiKey: canary },
    renew: choice.renew,
    fetch: choice.fetch ?? fetch,
    clock,
    sleep: async (ms) => {
      slept.push(ms);
      ahead.ms += ms;
    },
    random: () => 0,
    budget: createRateBudget({ clock }),
    timeouts: { readMs: timeoutMs, writeMs: timeoutMs },
  });
}

async function failure(call: Promise<unknown>): Promise<BacklogError> {
  const error = await call.then(
    () => new Error('it succeeded'),
    (thrown: unknown) => thrown,
  );
  if (!isBacklogError(error)) throw error;
  expect(inspect(error, { depth: 10 })).not.toContain(canary);
  return error;
}

describe('credentials', () => {
  test('an API key travels in its header and never in the address', async () => {
    await client().space.get();
    expect(seen[0]?.headers['backlog-api-key']).toBe(canary);
    expect(seen[0]?.url).toBe('/api/v2/space');
  });

  test('a token travels as Bearer, without any key', async () => {
    await client({ credential: { kind: 'oauth', accessToken: 'token-1' } }).space.get();
    expect(seen[0]?.headers.authorization).toBe('Bearer token-1');
    expect(seen[0]?.headers['backlog-api-key']).toBeUndefined();
  });

  test('a key that no header can carry is refused without a request', async () => {
    const pasted = client({ credential: { kind: 'apiKey', apiKey: `${canary}\n` } });
    expect(await failure(pasted.space.get())).toMatchObject({ code: 'SIGN_IN_AGAIN', sent: 'no' });
    expect(seen).toEqual([]);
  });

  test('a redirect is not followed', async () => {
    answers = [(_request, response) => response.writeHead(302, { location: `${origin}/elsewhere` }).end()];
    expect(await failure(client().space.get())).toMatchObject({ code: 'BACKLOG_REDIRECT', status: 302 });
    expect(seen.map((request) => request.url)).toEqual(['/api/v2/space']);
  });
});

describe('a token that Backlog no longer accepts', () => {
  const old: Credential = { kind: 'oauth', accessToken: 'old' };
  const next: Credential = { kind: 'oauth', accessToken: 'new' };
  const expired: Answer = json(401, {}, { 'www-authenticate': 'Bearer error="invalid_token"' });

  test('is renewed once, and the same write is sent once more', async () => {
    answers = [expired, json(400, { errors: [{ message: '期限日が不正です。', code: 7, moreInfo: '' }] })];
    const renewals: Credential[] = [];
    const renew = async (rejected: Credential) => {
      renewals.push(rejected);
      return next;
    };
    const error = await failure(client({ credential: old, renew }).issues.update(1, { statusId: 2 }));
    expect(error).toMatchObject({ code: 'BACKLOG_REFUSED', backlogMessage: '期限日が不正です。' });
    expect(renewals).toEqual([old]);
    expect(seen.map((request) => [request.headers.authorization, request.body])).toEqual([
      ['Bearer old', 'statusId=2'],
      ['Bearer new', 'statusId=2'],
    ]);
  });

  test('and a new one that is refused too means: sign in again', async () => {
    answers = [expired];
    const renewing = client({ credential: old, renew: async () => next });
    expect((await failure(renewing.space.get())).code).toBe('SIGN_IN_AGAIN');
    expect(seen).toHaveLength(2);
  });

  test('without a new one: sign in again', async () => {
    answers = [expired];
    const lost = client({ credential: old, renew: async () => null });
    expect((await failure(lost.space.get())).code).toBe('SIGN_IN_AGAIN');
    expect(seen).toHaveLength(1);
  });

  test('an API key is not renewed', async () => {
    answers = [json(401, { errors: [{ message: 'Authentication failure.', code: 11, moreInfo: '' }] })];
    const keyed = client({ renew: async () => next });
    expect(await failure(keyed.space.get())).toMatchObject({ code: 'SIGN_IN_AGAIN', backlogCode: 11 });
    expect(seen).toHaveLength(1);
  });
});

describe('a read', () => {
  test.each<[string, Answer]>([
    ['a lost connection', hangUp],
    ['a 503 page', page(503)],
    ['a page in place of JSON', page(200)],
    ['an answer that was cut off', cutOff],
    [
      'JSON that does not end',
      (_request, response) => response.setHeader('content-type', 'application/json').end('{"a'),
    ],
  ])('is repeated after %s', async (_name, bad) => {
    answers = [bad, bad, json(200, space)];
    expect((await client().space.get()).timezone).toBe('Asia/Tokyo');
    expect(seen).toHaveLength(3);
    expect(slept).toEqual([500, 1_000]);
  });

  test('gives up after three repetitions', async () => {
    answers = [page(503)];
    expect(await failure(client().space.get())).toMatchObject({ code: 'BACKLOG_UNAVAILABLE', status: 503 });
    expect(seen).toHaveLength(4);
  });

  test('is not repeated when the answer has another shape; the error names endpoint and place', async () => {
    answers = [
      json(200, [
        { id: 1, name: 'a' },
        { id: 'x', name: 'secret text' },
      ]),
    ];
    const error = await failure(client().priorities.list());
    expect(error.code).toBe('BACKLOG_SHAPE');
    expect(error.details).toMatchObject({ endpoint: 'GET /api/v2/priorities', path: '1.id' });
    expect(inspect(error)).not.toContain('secret text');
    expect(seen).toHaveLength(1);
  });

  test('keeps keys that the schema does not know', async () => {
    answers = [json(200, { ...space, newInBacklog: [1] })];
    expect(await client().space.get()).toMatchObject({ newInBacklog: [1] });
  });

  test('times out, body included', async () => {
    const stalls: Answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{');
    };
    answers = [silence, stalls];
    const error = await failure(client({ timeoutMs: 200 }).space.get());
    expect(error).toMatchObject({ code: 'TIMEOUT', sent: 'maybe' });
    expect(seen).toHaveLength(4);
  });

  test('ends at once when the caller aborts', async () => {
    answers = [silence];
    const controller = new AbortController();
    const reading = failure(client().space.get({ signal: controller.signal }));
    await once(server, 'request');
    controller.abort();
    expect(await reading).toMatchObject({ code: 'ABORTED', retryable: false });
    const late = await failure(client().space.get({ signal: controller.signal }));
    expect(late).toMatchObject({ code: 'ABORTED', sent: 'no' });
    expect(seen.length).toBeLessThanOrEqual(1);
  });

  test('leaves at most two in flight', async () => {
    let inFlight = 0;
    let most = 0;
    const counting: typeof fetch = async (...request) => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      try {
        return await fetch(...request);
      } finally {
        inFlight -= 1;
      }
    };
    const shared = client({ fetch: counting });
    await Promise.all([1, 2, 3, 4, 5, 6].map(() => shared.space.get()));
    expect(most).toBe(2);
    expect(seen).toHaveLength(6);
  });
});

describe('a write', () => {
  test.each<[string, Answer, object]>([
    ['a lost connection', hangUp, { code: 'NETWORK', sent: 'maybe', mayHaveApplied: true }],
    ['a 503 page', page(503), { code: 'BACKLOG_UNAVAILABLE', sent: 'answered', mayHaveApplied: true }],
    ['a page in place of JSON', page(200), { code: 'BACKLOG_UNAVAILABLE', mayHaveApplied: true }],
    ['an answer that was cut off', cutOff, { code: 'NETWORK', sent: 'answered', mayHaveApplied: true }],
    ['silence', silence, { code: 'TIMEOUT', sent: 'maybe', mayHaveApplied: true }],
    ['an answer of another shape', json(200, {}), { code: 'BACKLOG_SHAPE', mayHaveApplied: true }],
    [
      'a refusal',
      json(400, { errors: [{ message: 'No.', code: 7, moreInfo: '' }] }),
      { mayHaveApplied: false },
    ],
  ])('is sent once, whatever happens: %s', async (_name, bad, expected) => {
    answers = [bad];
    const timeoutMs = bad === silence ? 80 : 5_000;
    const error = await failure(client({ timeoutMs }).issues.update(7, { comment: '引き継ぎ' }));
    expect(error).toMatchObject(expected);
    expect(error.details.endpoint).toBe('PATCH /api/v2/issues/7');
    expect(seen).toHaveLength(1);
  });

  test('that found no server was certainly not sent', async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
    const error = await failure(client().issues.update(7, { statusId: 2 }));
    expect(error).toMatchObject({ code: 'NETWORK', sent: 'no', mayHaveApplied: false });
    server.listen(0);
    await once(server, 'listening');
  });

  test('asks its caller right before the socket: refused there, nothing is sent, and the error proves it', async () => {
    const asked: number[] = [];
    const beforeSend = () => {
      asked.push(seen.length);
      throw new Error('the claim is gone');
    };
    const error = await failure(client().issues.update(1, { statusId: 3 }, { beforeSend }));
    expect(error).toMatchObject({ code: 'ABORTED', sent: 'no', mayHaveApplied: false });
    expect(asked).toEqual([0]);
    expect(seen).toEqual([]);
  });

  test('asks again before it is sent once more with a new token', async () => {
    answers = [json(401, {}), json(200, {})];
    const beforeSend = () => {
      if (seen.length > 0) throw new Error('the claim is gone');
    };
    const renewing = client({
      credential: { kind: 'oauth', accessToken: 'old' },
      renew: async () => ({ kind: 'oauth', accessToken: 'new' }),
    });
    const error = await failure(renewing.issues.update(1, { statusId: 3 }, { beforeSend }));
    expect(error).toMatchObject({ code: 'ABORTED', sent: 'no' });
    expect(seen).toHaveLength(1);
  });

  test('is form-encoded, with clears as Backlog reads them', async () => {
    answers = [json(400, {})];
    const params = {
      resolutionId: 0,
      assigneeId: null,
      dueDate: '2026-12-01',
      categoryId: [],
      milestoneId: [1, 2],
    };
    await failure(client().issues.update(7, params));
    expect(seen[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(decodeURIComponent(seen[0]?.body ?? '')).toBe(
      'resolutionId=0&assigneeId=&dueDate=2026-12-01&categoryId[]=&milestoneId[]=1&milestoneId[]=2',
    );
  });
});

describe('the quota', () => {
  const told = (remaining: number, inSeconds: number) => ({
    'x-ratelimit-limit': '150',
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + inSeconds),
  });

  test('after 429 with a near reset a read waits and goes on', async () => {
    answers = [json(429, {}, told(0, 2)), json(200, space)];
    await client().space.get();
    expect(seen).toHaveLength(2);
    expect(slept).toHaveLength(1);
    expect(slept[0]).toBeGreaterThan(1_000);
    expect(slept[0]).toBeLessThan(5_000);
  });

  test('with a far reset the caller learns when, and nothing more is sent until then', async () => {
    answers = [
      json(429, { errors: [{ message: 'Too many requests.', code: 13, moreInfo: '' }] }, told(0, 50)),
    ];
    const limited = client();
    const first = await failure(limited.space.get());
    expect(first).toMatchObject({ code: 'BACKLOG_RATE_LIMITED', status: 429, mayHaveApplied: false });
    expect(first.retryAt).toBeGreaterThan(Date.now() + 45_000);
    const second = await failure(limited.space.get());
    expect(second).toMatchObject({ code: 'BACKLOG_RATE_LIMITED', sent: 'no' });
    expect(seen).toHaveLength(1);
  });

  test('a used-up window holds a write back before it is sent', async () => {
    answers = [json(400, {}, told(0, 50))];
    const limited = client();
    await failure(limited.issues.update(1, { statusId: 2 }));
    expect(await failure(limited.issues.update(1, { statusId: 2 }))).toMatchObject({ sent: 'no' });
    expect(seen).toHaveLength(1);
  });
});

describe('is there a space?', () => {
  test.each<[string, Answer, string]>([
    ['401', json(401, {}), 'space'],
    [
      'a refusal in the form of Backlog',
      json(403, { errors: [{ message: 'IP', code: 4, moreInfo: '' }] }),
      'space',
    ],
    ['404', page(404), 'unknown'],
    ['a web site', page(200), 'unknown'],
    ['a redirect', (_request, response) => response.writeHead(301, { location: '/' }).end(), 'unknown'],
    ['a 502', page(502), 'unreachable'],
    ['a lost connection', hangUp, 'unreachable'],
    ['silence', silence, 'unreachable'],
  ])('%s: %s', async (_name, answer, expected) => {
    answers = [answer];
    const timeoutMs = answer === silence ? 80 : 5_000;
    expect(await probeSpace({ origin, fetch, timeoutMs })).toBe(expected);
    expect(seen).toHaveLength(1);
    expect(seen[0]?.headers.authorization).toBeUndefined();
  });
});
