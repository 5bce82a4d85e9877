import {
  type ApiError,
  forbidden,
  internalError,
  invalid,
  notFound,
  tooManyRequests,
  unauthenticated,
} from './api-error';
import { authenticate } from './authenticate';
import { ConnectionDropped } from './connection-dropped';
import type { RequestEnv } from './dispatch';
import type { FaultEffect } from './faults';
import { languageOf } from './make-context';
import { rateClassOf } from './rate-class';
import { rateHeaders } from './rate-limiter';
import type { Runtime } from './runtime';
import { truncate } from './truncate';

type Answer = () => Promise<Response>;

/** Longer than any client waits. */
const HANGS_MS = 120_000;

const ERROR_BY_STATUS: Record<number, () => ApiError> = {
  400: () => invalid('The request is invalid.', 'リクエストが不正です。'),
  401: unauthenticated,
  403: forbidden,
  404: () => notFound('issue'),
  429: tooManyRequests,
};

const HTML =
  '<!DOCTYPE html><html><head><title>Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>';

/** Answers with the given status, changing nothing. A 429 says that nothing remains, as a real one does. */
function statusAnswer(
  runtime: Runtime,
  env: RequestEnv,
  effect: Extract<FaultEffect, { kind: 'status' }>,
): Response {
  const auth = authenticate(runtime, env.received);
  env.entry.userId = auth.user?.id ?? null;
  const rate = rateClassOf(env.received.method, env.received.url.pathname);
  const standing = runtime.rates.peek(auth.user?.id ?? null, rate);
  if (effect.status === 429) {
    const inSeconds = effect.resetInSeconds ?? runtime.rates.rules.windowMs / 1000;
    standing.remaining = 0;
    standing.reset = Math.floor(runtime.now() / 1000 + inSeconds);
  }
  const error = (ERROR_BY_STATUS[effect.status] ?? internalError)();
  return new Response(JSON.stringify(effect.body ?? error.body(languageOf(runtime, auth.user))), {
    status: effect.status,
    headers: {
      'Content-Type': 'application/json;charset=utf-8',
      ...(effect.rateHeaders === false ? {} : rateHeaders(standing)),
      ...effect.headers,
    },
  });
}

function withoutParams(form: string, names: readonly string[]): string {
  const left = new URLSearchParams(form);
  for (const name of names) left.delete(name);
  return left.toString();
}

async function apply(
  runtime: Runtime,
  env: RequestEnv,
  effect: FaultEffect,
  answer: Answer,
): Promise<Response> {
  switch (effect.kind) {
    case 'status':
      return statusAnswer(runtime, env, effect);
    case 'delay':
      await runtime.sleep(effect.ms);
      return answer();
    case 'reset-before':
      throw new ConnectionDropped();
    case 'reset-after':
      await answer();
      throw new ConnectionDropped();
    case 'timeout-before':
      await runtime.sleep(effect.ms ?? HANGS_MS);
      throw new ConnectionDropped();
    case 'timeout-after':
      await answer();
      await runtime.sleep(effect.ms ?? HANGS_MS);
      throw new ConnectionDropped();
    case 'late-apply':
      runtime.sleep(effect.ms).then(answer).catch(console.error);
      throw new ConnectionDropped();
    case 'truncate':
      return truncate(await answer());
    case 'html':
      return new Response(HTML, {
        status: effect.status ?? 502,
        headers: { 'Content-Type': 'text/html;charset=utf-8' },
      });
    case 'ignore':
      env.received.body = withoutParams(env.received.body, effect.params);
      return answer();
    case 'answer-with': {
      const { status, headers } = await answer();
      return new Response(JSON.stringify(effect.body), { status, headers });
    }
    case 'redirect':
      return new Response(null, { status: effect.status ?? 302, headers: { Location: effect.location } });
  }
}

/** Answers the request, bent by the fault that strikes it if one does. */
export async function strike(runtime: Runtime, env: RequestEnv, answer: Answer): Promise<Response> {
  const effect = runtime.faults.take(env.received.method, env.received.url.pathname);
  return effect ? apply(runtime, env, effect, answer) : answer();
}
