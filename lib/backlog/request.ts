import type { ZodType } from 'zod';
import { isBacklogError } from './backlog-error';
import { createBacklogError } from './create-backlog-error';
import { type Credential, credentialHeaders, fitsHeader, secretOf } from './credential';
import { encodeForm, type FormParams } from './encode-form';
import { parseAnswer } from './parse-answer';
import type { RateBudget } from './rate-budget';
import { rateClassOf } from './rate-class';
import { type After, type Answer, send } from './transport';

/** One call of the API. */
export interface BacklogRequest<T> {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below `/api/v2`, without query. */
  path: string;
  /** Query of a read. Personal texts of writes belong in `form`, which no log shows. */
  query?: FormParams;
  form?: FormParams;
  schema: ZodType<T>;
}

export interface RequestContext {
  /** `https://x.backlog.com`, or a loopback address in demo mode. */
  origin: string;
  credential: () => Promise<Credential>;
  /** Called once after a 401 for OAuth; null means that this person must sign in again. */
  renew?: ((rejected: Credential) => Promise<Credential | null>) | undefined;
  fetch: typeof fetch;
  clock: { now(): number };
  budget: RateBudget;
  /** Limits the time of a request; timers of this process unless given. */
  after?: After | undefined;
}

/** How one request is sent. */
export interface SendOptions {
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  /** Called right before the socket, each time something is sent; if it throws, nothing is sent: ABORTED, sent `no`. */
  beforeSend?: (() => void) | undefined;
}

/** Failures that only the person, or whoever runs the space, can end. */
const aboutThePerson: ReadonlySet<string> = new Set(['SIGN_IN_AGAIN', 'BACKLOG_LICENCE']);
const apiRoot = '/api/v2';

/**
 * Sends a request once, and a second time only if Backlog refused the token (which proves that nothing was carried
 * out) and `renew` found a new one. Nothing is sent while the budget is used up.
 *
 * @throws BacklogError
 */
export async function request<T>(
  context: RequestContext,
  wanted: BacklogRequest<T>,
  options: SendOptions,
): Promise<T> {
  const endpoint = endpointOf(wanted);
  const credential = await orUnsent(endpoint, context.credential());
  const answer = await attempt(context, wanted, credential, options);
  if (answer.status !== 401) return conclude(context, wanted, credential, answer);
  const renewing = credential.kind === 'oauth' ? context.renew?.(credential) : undefined;
  const renewed = renewing === undefined ? null : await orUnsent(endpoint, renewing);
  if (!renewed) return conclude(context, wanted, credential, answer);
  return conclude(context, wanted, renewed, await attempt(context, wanted, renewed, options));
}

/** Fetching a credential may fail in Backlog's own words, which speak of the token and not of this request. */
async function orUnsent<T>(endpoint: string, fetching: Promise<T>): Promise<T> {
  try {
    return await fetching;
  } catch (error) {
    if (!isBacklogError(error) || aboutThePerson.has(error.code)) throw error;
    throw createBacklogError(endpoint, { kind: 'noCredential', cause: error });
  }
}

async function attempt<T>(
  context: RequestContext,
  wanted: BacklogRequest<T>,
  credential: Credential,
  options: SendOptions,
): Promise<Answer> {
  const endpoint = endpointOf(wanted);
  if (!fitsHeader(credential)) throw createBacklogError(endpoint, { kind: 'credential' });
  const rateClass = rateClassOf(wanted.method, wanted.path);
  const waitMs = context.budget.waitMs(rateClass, { reserve: 0 });
  if (waitMs > 0) {
    throw createBacklogError(endpoint, { kind: 'limited', retryAt: context.clock.now() + waitMs });
  }
  const query = wanted.query === undefined ? '' : encodeForm(wanted.query);
  const ticket = context.budget.begin(rateClass);
  let answered = false;
  try {
    return await send({
      fetch: context.fetch,
      url: `${context.origin}${apiRoot}${wanted.path}${query === '' ? '' : `?${query}`}`,
      method: wanted.method,
      headers: {
        accept: 'application/json',
        ...(wanted.form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...credentialHeaders(credential),
      },
      body: wanted.form === undefined ? undefined : encodeForm(wanted.form),
      endpoint,
      ...options,
      after: context.after,
      secrets: [secretOf(credential)],
      onHeaders(status, headers) {
        answered = true;
        ticket.answered(status, headers);
      },
    });
  } catch (error) {
    const unsent = error instanceof Error && 'sent' in error && error.sent === 'no';
    if (!answered) ticket.unanswered(!unsent);
    throw error;
  }
}

function conclude<T>(
  context: RequestContext,
  wanted: BacklogRequest<T>,
  credential: Credential,
  answer: Answer,
): T {
  const endpoint = endpointOf(wanted);
  if (answer.status >= 200 && answer.status < 300) return parseAnswer(wanted.schema, answer, endpoint);
  const now = context.clock.now();
  const waitMs = context.budget.waitMs(rateClassOf(wanted.method, wanted.path), { reserve: 0 });
  const failure = {
    kind: 'answer',
    status: answer.status,
    body: answer.body,
    retryAt: now + waitMs,
  } as const;
  throw createBacklogError(endpoint, failure, [secretOf(credential)]);
}

function endpointOf(wanted: { method: string; path: string }): string {
  return `${wanted.method} ${apiRoot}${wanted.path}`;
}
