import { expect, test } from 'vitest';
import { safeReturnTo } from './return-to';

const appUrl = 'https://ikkatsu.example.jp';

test.each([
  ['/hoshikawa.backlog.com/issues?status=1#x', '/hoshikawa.backlog.com/issues?status=1#x'],
  [`${appUrl}/hoshikawa.backlog.com/runs`, '/hoshikawa.backlog.com/runs'],
  ['/127.0.0.1:4010/issues', '/127.0.0.1:4010/issues'],
])('a path of our own is kept: %s', (given, path) => {
  expect(safeReturnTo(given, appUrl)).toBe(path);
});

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https:evil.example',
  'https://evil.example',
  'https://ikkatsu.example.jp.evil.example/',
  'https://ikkatsu.example.jp@evil.example/',
  'http://ikkatsu.example.jp/',
  'javascript:alert(1)',
  'data:text/html,x',
  '/.//evil.example',
  '/sign-in?callbackUrl=/sign-in',
  '/api/auth/signout',
  '/%E0%A4%A',
  '',
  null,
  undefined,
  `/${'a'.repeat(3_000)}`,
])('anything else leads home (case %#)', (given) => {
  expect(safeReturnTo(given, appUrl)).toBe('/');
});
