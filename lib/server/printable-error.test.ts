import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { printableError } from './printable-error';

test('a failed statement is logged without its values, in message and stack', () => {
  const cause = new Error('connection ended');
  const error = new DrizzleQueryError('update x set comment = $1', ['canary-$&-comment'], cause);
  const printed = printableError(error);
  expect(JSON.stringify(printed)).not.toContain('canary');
  expect(printed).toMatchObject({
    message: 'Failed query: update x set comment = $1',
    cause: { message: 'connection ended' },
  });
  expect(printed.stack).toContain('printable-error.test');
});

test('other errors keep class, code, message, stack and cause', () => {
  const error = Object.assign(new TypeError('bad'), { code: 'E1', cause: new Error('why') });
  expect(printableError(error)).toMatchObject({
    type: 'TypeError',
    code: 'E1',
    message: 'bad',
    stack: expect.stringContaining('TypeError: bad'),
    cause: { message: 'why' },
  });
  expect(printableError('text')).toEqual({ type: 'string' });
});
