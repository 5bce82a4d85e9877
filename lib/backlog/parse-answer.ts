import type { ZodType } from 'zod';
import { createBacklogError } from './create-backlog-error';
import type { Answer } from './transport';

/**
 * Turns a 2xx answer into what its schema says. Values of the answer never enter the error, only the place.
 *
 * @throws BacklogError BACKLOG_UNAVAILABLE for a web page in place of an answer, BACKLOG_SHAPE for the rest
 */
export function parseAnswer<T>(schema: ZodType<T>, answer: Answer, endpoint: string): T {
  const { status } = answer;
  const contentType = answer.headers.get('content-type') ?? '';
  if (!/\bjson\b/i.test(contentType) && answer.body !== '') {
    throw createBacklogError(endpoint, { kind: 'notJson', status });
  }
  const parsed = schema.safeParse(readJson(answer, endpoint));
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  const path = (first?.path ?? []).map(String).join('.');
  throw createBacklogError(endpoint, { kind: 'shape', status, path, problem: first?.code ?? 'unknown' });
}

function readJson(answer: Answer, endpoint: string): unknown {
  try {
    return JSON.parse(answer.body);
  } catch {
    throw createBacklogError(endpoint, { kind: 'badJson', status: answer.status });
  }
}
