import { expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { BadInputError, toActionError } from './action-error';
import { isSameOrigin } from './same-origin';

function createLog() {
  const lines: Record<string, unknown>[] = [];
  const write = (fields: Record<string, unknown>) => void lines.push(fields);
  return { lines, info: write, warn: write, error: write };
}

test('an error raised on purpose keeps its code and details', () => {
  const error = toActionError(new AppError('SPACE_UNKNOWN', { host: 'x.backlog.com' }), createLog());
  expect(error).toEqual({ code: 'SPACE_UNKNOWN', details: { host: 'x.backlog.com' } });
});

test('anything else becomes INTERNAL with a reference that the log knows, never its own text', () => {
  const log = createLog();
  const error = toActionError(new Error('password=canary in /srv/file.ts'), log);
  expect(error).toEqual({ code: 'INTERNAL', details: {}, reference: expect.stringMatching(/^[0-9A-F]{8}$/) });
  expect(log.lines[0]).toMatchObject({ reference: error.reference });
  expect(JSON.stringify(error)).not.toContain('canary');
});

test('input that does not fit is answered by path, without repeating the input', () => {
  const parsed = z
    .strictObject({ filter: z.object({ keyword: z.string().max(3) }) })
    .safeParse({ filter: { keyword: 'canary' }, extra: 1 });
  if (parsed.success) throw new Error('expected a refusal');
  const error = toActionError(new BadInputError(parsed.error), createLog());
  expect(error.code).toBe('BAD_INPUT');
  expect(error.fields).toEqual({ 'filter.keyword': ['too_big'], input: ['unrecognized_keys'] });
  expect(JSON.stringify(error)).not.toContain('canary');
});

test.each([
  [{ origin: 'https://app.example' }, true],
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ origin: 'https://app.example', 'sec-fetch-site': 'cross-site' }, true],
  [{ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, false],
  [{ origin: 'null' }, false],
  [{ 'sec-fetch-site': 'same-site' }, false],
  [{ 'sec-fetch-site': 'none' }, false],
  [{}, false],
])('a mutation counts as ours by Origin, or by Sec-Fetch-Site where there is none: %o', (headers, ours) => {
  expect(isSameOrigin(new Headers(headers as Record<string, string>), 'https://app.example')).toBe(ours);
});
