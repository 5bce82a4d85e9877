import { isBacklogError } from './backlog-error';
import { readRefusal } from './refusal';
import { send } from './transport';

/**
 * Whether a Backlog space answers at this address: one request without credentials, which a space refuses with 401.
 * `unknown`: something else answers, or the name does not exist. `unreachable`: no clear answer came.
 */
export async function probeSpace(options: {
  origin: string;
  fetch: typeof fetch;
  signal?: AbortSignal | undefined;
  timeoutMs?: number | undefined;
}): Promise<'space' | 'unknown' | 'unreachable'> {
  try {
    const answer = await send({
      fetch: options.fetch,
      url: `${options.origin}/api/v2/space`,
      method: 'GET',
      headers: { accept: 'application/json' },
      endpoint: 'GET /api/v2/space',
      timeoutMs: options.timeoutMs ?? 10_000,
      signal: options.signal,
      secrets: [],
    });
    // A space that is closed to our address or out of licence answers in Backlog's own error form.
    if (answer.status === 401 || readRefusal(answer.body).backlogCode !== null) return 'space';
    return answer.status >= 500 ? 'unreachable' : 'unknown';
  } catch (error) {
    if (!isBacklogError(error) || error.code === 'ABORTED') throw error;
    const unknown = error.code === 'BACKLOG_REDIRECT' || error.details.reason === 'ENOTFOUND';
    return unknown ? 'unknown' : 'unreachable';
  }
}
