import { ApiError, forbidden, internalError, tooManyRequests } from './api-error';
import type { Authentication } from './authenticate';
import { authenticate, BearerRefusal } from './authenticate';
import { languageOf, makeContext } from './make-context';
import type { RateClass } from './rate-class';
import { rateHeaders } from './rate-limiter';
import type { Received } from './receive';
import { paramsOf, receive } from './receive';
import type { LogEntry } from './request-log';
import type { Route } from './route';
import { BinaryReply, Reply } from './route';
import type { Lang } from './rows';
import type { Runtime } from './runtime';

/** What travels with one request. */
export interface RequestEnv {
  received: Received;
  entry: LogEntry;
}

/** Reads the request and opens its line in the log. */
export async function requestEnv(runtime: Runtime, request: Request, url: URL): Promise<RequestEnv> {
  const received = await receive(request, url);
  return { received, entry: runtime.log.begin(received) };
}

const JSON_TYPE = 'application/json;charset=utf-8';

function json(status: number, body: unknown, headers: Readonly<Record<string, string>>): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': JSON_TYPE, ...headers } });
}

function render(result: unknown, headers: Record<string, string>): Response {
  if (result instanceof BinaryReply)
    return new Response(typeof result.bytes === 'string' ? result.bytes : new Uint8Array(result.bytes), {
      headers: { 'Content-Type': result.contentType, ...headers, ...result.headers },
    });
  if (result instanceof Reply) return json(result.status, result.body, { ...headers, ...result.headers });
  if (result === undefined) return new Response(null, { status: 204, headers });
  return json(200, result, headers);
}

function refusal(
  runtime: Runtime,
  auth: Extract<Authentication, { kind: 'refused' }>,
  rate: RateClass,
): Response {
  const headers = rateHeaders(runtime.rates.peek(auth.user?.id ?? null, rate));
  if (auth.error instanceof BearerRefusal) return json(401, {}, { ...headers, ...auth.error.headers });
  return json(auth.error.status, auth.error.body(languageOf(runtime, auth.user)), headers);
}

function failure(error: unknown, lang: Lang, headers: Record<string, string>): Response {
  const known = error instanceof ApiError ? error : internalError();
  if (known !== error) console.error(error);
  return json(known.status, known.body(lang), { ...headers, ...known.headers });
}

/** Authenticates, counts, checks the role, runs the endpoint and renders its answer or refusal. */
export async function dispatch(
  runtime: Runtime,
  route: Route,
  env: RequestEnv,
  path: Readonly<Record<string, string>>,
): Promise<Response> {
  const auth = authenticate(runtime, env.received);
  if (auth.kind === 'refused') return refusal(runtime, auth, route.rate);
  env.entry.userId = auth.user.id;
  const standing = runtime.rates.take(auth.user.id, route.rate);
  const headers = rateHeaders(standing);
  try {
    if (!standing.allowed) throw tooManyRequests();
    const { method, url, upload } = env.received;
    const params = paramsOf(env.received);
    const ctx = makeContext(runtime, { user: auth.user, params, path, method, origin: url.origin, upload });
    if (!route.access(ctx)) throw forbidden();
    const result = await route.handle(ctx);
    if (route.method !== 'GET') runtime.log.applied(env.entry);
    return render(result, headers);
  } catch (error) {
    return failure(error, languageOf(runtime, auth.user), headers);
  }
}

/** Answers a path that no endpoint serves: authentication and quota come first, as everywhere. */
export function refuse(runtime: Runtime, env: RequestEnv, error: ApiError): Response {
  const rate = env.received.method === 'GET' ? 'read' : 'update';
  const auth = authenticate(runtime, env.received);
  if (auth.kind === 'refused') return refusal(runtime, auth, rate);
  env.entry.userId = auth.user.id;
  const standing = runtime.rates.take(auth.user.id, rate);
  const shown = standing.allowed ? error : tooManyRequests();
  return failure(shown, languageOf(runtime, auth.user), rateHeaders(standing));
}
