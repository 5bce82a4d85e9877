import { expect, test } from 'vitest';
import { isAppError } from '@/lib/errors';
import { createSpaces } from './space-address';

const anySpace = createSpaces({ allowed: null, demoOrigins: [] });
const demo = createSpaces({ allowed: null, demoOrigins: ['http://127.0.0.1:4010', 'http://127.0.0.1:4011'] });

function refusal(spaces: typeof anySpace, typed: string) {
  try {
    spaces.fromTyped(typed);
    return 'accepted';
  } catch (error) {
    return isAppError(error)
      ? `${error.code}${error.details.fault ? `:${error.details.fault}` : ''}`
      : 'other';
  }
}

test.each([
  ['hoshikawa.backlog.com', 'hoshikawa.backlog.com'],
  ['  HOSHIKAWA.Backlog.JP ', 'hoshikawa.backlog.jp'],
  ['https://hoshikawa.backlogtool.com/projects/WEB?x=1#top', 'hoshikawa.backlogtool.com'],
  ['http://hoshikawa.backlog.com', 'hoshikawa.backlog.com'],
  ['ｈｏｓｈｉｋａｗａ．ｂａｃｋｌｏｇ．ｃｏｍ', 'hoshikawa.backlog.com'],
  ['hoshikawa。backlog。jp', 'hoshikawa.backlog.jp'],
  ['a-1.backlog.com', 'a-1.backlog.com'],
])('what a person types or pastes is read as a space: %s', (typed, host) => {
  expect(anySpace.fromTyped(typed)).toEqual({ host, origin: `https://${host}` });
});

test('a bare id is refused with a hint, never guessed', () => {
  expect(refusal(anySpace, 'hoshikawa')).toBe('SPACE_ADDRESS_INVALID:bareId');
  expect(refusal(anySpace, '')).toBe('SPACE_ADDRESS_INVALID:empty');
});

const hostile = [
  'evil.example',
  'backlog.com.evil.example',
  'hoshikawa.backlog.com.evil.example',
  'hoshikawa.backlog.com@evil.example',
  'evil.example@hoshikawa.backlog.com',
  'https://user:pass@hoshikawa.backlog.com',
  'x@169.254.169.254',
  '169.254.169.254',
  '169.254.169.254/latest/meta-data',
  '127.0.0.1',
  '127.0.0.1:4010',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '::1',
  'localhost',
  'localhost.backlog.com.',
  'http://localhost:3000',
  'hoshikawa.backlog.com.',
  'hoshikawa.backlog.com:443',
  'hoshikawa.backlog.com:8080',
  'hoshikawa.backlog.com%00.evil.example',
  'hoshikawa.backlog.com\u0000',
  'hoshikawa.backlog.com\r\nHost: evil.example',
  'hoshikawa\nevil.backlog.com',
  'hoshikawa .backlog.com',
  'hoshikawa\tbacklog.com',
  'hoshikawa.backlog.com\\@evil.example',
  '\\\\evil.example\\share',
  '//evil.example',
  '///evil.example',
  'https:evil.example',
  'https:///evil.example',
  'https://https://evil.example',
  'ftp://hoshikawa.backlog.com',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'gopher://hoshikawa.backlog.com',
  'www.backlog.com',
  'www.backlog.jp',
  'support-ja.backlog.com',
  'support-en.backlog.com',
  'backlog.com',
  'backlog.jp',
  '.backlog.com',
  '-hoshikawa.backlog.com',
  'hoshikawa.git.backlog.com',
  'a.b.backlog.com',
  'hoshikawa.backlog.com.jp',
  'hoshikawa.backlog.co',
  'hoshikawa.backlogs.com',
  'hoshikawabacklog.com',
  'hoshikawa.backlog.cоm', // Cyrillic о
  'hоshikawa.backlog.com', // Cyrillic о
  'xn--hshikawa-3rb.xn--bcklog-7ta.com',
  'hoshikawa_1.backlog.com',
  'hoshikawa.backlog.com,evil.example',
  'hoshikawa.backlog.com;evil.example',
  'hoshikawa.backlog.com|id',
  '$(id).backlog.com',
  ['$', '{jndi:ldap://evil}.backlog.com'].join(''),
  '*.backlog.com',
  '%68oshikawa.backlog.com',
  `${'a'.repeat(600)}.backlog.com`,
];

test(`${hostile.length} hostile addresses are refused before any request`, () => {
  expect(hostile.length).toBeGreaterThanOrEqual(60);
  expect(hostile.filter((typed) => refusal(anySpace, typed) === 'accepted')).toEqual([]);
  expect(hostile.filter((host) => anySpace.fromHost(host) !== null)).toEqual([]);
});

test('BACKLOG_SPACES limits the choice and is offered', () => {
  const spaces = createSpaces({ allowed: ['hoshikawa.backlog.com'], demoOrigins: [] });
  expect(spaces.offered.map(({ host }) => host)).toEqual(['hoshikawa.backlog.com']);
  expect(refusal(spaces, 'other.backlog.com')).toBe('SPACE_NOT_ALLOWED');
  expect(spaces.fromHost('other.backlog.com')).toBeNull();
});

test('in demo mode the demo spaces are the only ones', () => {
  expect(demo.fromTyped('http://127.0.0.1:4010/dashboard').origin).toBe('http://127.0.0.1:4010');
  expect(demo.offered.map(({ host }) => host)).toEqual(['127.0.0.1:4010', '127.0.0.1:4011']);
  for (const typed of ['hoshikawa.backlog.com', '127.0.0.1:4012', '127.0.0.1', 'localhost:4010']) {
    expect(refusal(demo, typed)).toBe('SPACE_NOT_ALLOWED');
  }
});
