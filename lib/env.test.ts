import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { EnvironmentError, readEnvironment, testDatabaseUrl } from './env';

const production = {
  APP_URL: 'https://ikkatsu.example.jp',
  DATABASE_URL: 'postgres://127.0.0.1/ikkatsu',
  NEXTAUTH_SECRET: randomBytes(48).toString('hex'),
  ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  BACKLOG_CLIENT_ID: 'an-id',
  BACKLOG_CLIENT_SECRET: 'an-application-key',
};

function problems(source: Record<string, string | undefined>): readonly string[] {
  try {
    readEnvironment(source);
    return [];
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems;
    throw error;
  }
}
const names = (source: Record<string, string | undefined>) =>
  problems(source).map((problem) => problem.split(' ', 1)[0]);

test('an empty environment names everything that is missing at once', () => {
  expect(names({}).sort()).toEqual([
    'APP_URL',
    'BACKLOG_CLIENT_ID',
    'BACKLOG_CLIENT_SECRET',
    'DATABASE_URL',
    'ENCRYPTION_KEYS',
    'NEXTAUTH_SECRET',
  ]);
});

test('a complete production environment is read', () => {
  const read = readEnvironment({
    ...production,
    BACKLOG_SPACES: 'A.backlog.com, b.backlog.jp',
    READ_CONCURRENCY: '4',
  });
  expect(read.app).toMatchObject({ mode: 'production', appUrl: production.APP_URL, secure: true });
  expect(read.backlog).toMatchObject({
    spaces: ['a.backlog.com', 'b.backlog.jp'],
    readConcurrency: 4,
    demoOrigins: [],
  });
  expect(read.secrets.encryptionKeys[0]).toMatchObject({ id: 'k1' });
});

test('every wrong value is named, and no value is repeated', () => {
  const wrong = {
    ...production,
    APP_URL: 'http://ikkatsu.example.jp',
    NEXTAUTH_SECRET: 'short-canary',
    ENCRYPTION_KEYS: 'k1:canary',
    BACKLOG_SPACES: 'evil.example',
    READ_CONCURRENCY: '9',
    LOG_LEVEL: 'loud',
    DATABASE_URL: 'mysql://canary',
    TIMINGS_SCALE: '0.1',
    FAILPOINT: 'item.afterAnswer:1',
  };
  const all = problems(wrong);
  const named = Object.keys(wrong).filter((name) => all.some((problem) => problem.startsWith(`${name} `)));
  expect(named.sort()).toEqual(
    Object.keys(wrong)
      .filter((name) => !['BACKLOG_CLIENT_ID', 'BACKLOG_CLIENT_SECRET'].includes(name))
      .sort(),
  );
  expect(all.join('\n')).not.toContain('canary');
});

test.each([
  ['NEXTAUTH_SECRET', 'change-me-change-me-change-me-change-me'],
  ['NEXTAUTH_SECRET', 'a'.repeat(64)],
  ['ENCRYPTION_KEYS', `k1:${Buffer.alloc(32).toString('base64')}`],
  ['BACKLOG_CLIENT_SECRET', 'ikkatsu-demo-secret'],
  ['APP_URL', 'https://ikkatsu.example.jp/path'],
])('production refuses a default or placeholder in %s', (name, value) => {
  expect(names({ ...production, [name]: value })).toEqual([name]);
});

test('http is accepted on this machine only', () => {
  expect(readEnvironment({ ...production, APP_URL: 'http://127.0.0.1:3000/' }).app).toMatchObject({
    appUrl: 'http://127.0.0.1:3000',
    secure: false,
  });
});

test('demo mode needs nothing but the demo spaces, and keeps the keys it makes', () => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'ikkatsu-env-'));
  const demo = { DEMO_SPACE_URL: 'http://127.0.0.1:4010,http://127.0.0.1:4011', DATA_DIR };
  const first = readEnvironment(demo);
  expect(first.app).toMatchObject({ mode: 'demo', appUrl: 'http://127.0.0.1:3000' });
  expect(first.backlog).toMatchObject({ clientId: 'ikkatsu-demo', spaces: null });
  expect(first.backlog.demoOrigins).toHaveLength(2);
  expect(readEnvironment(demo).secrets).toEqual(first.secrets);
  expect(readdirSync(DATA_DIR)).toEqual(['keys.json']);
});

test('demo mode is impossible unless both the app and the demo spaces are on this machine', () => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'ikkatsu-env-'));
  const local = { DEMO_SPACE_URL: 'http://127.0.0.1:4010', DATA_DIR };
  expect(names({ ...local, APP_URL: 'https://ikkatsu.example.jp' })).toContain('DEMO_SPACE_URL');
  expect(names({ ...local, DEMO_SPACE_URL: 'http://10.0.0.1:4010' })).toContain('DEMO_SPACE_URL');
  expect(names({ ...local, DEMO_SPACE_URL: 'https://evil.example' })).toContain('DEMO_SPACE_URL');
  expect(readdirSync(DATA_DIR)).toEqual([]);
});

test('a failpoint is a step and how often it is passed, and may freeze instead of kill', () => {
  const demo = (FAILPOINT: string) =>
    names({
      DEMO_SPACE_URL: 'http://127.0.0.1:4010',
      DATA_DIR: mkdtempSync(join(tmpdir(), 'env-')),
      FAILPOINT,
    });
  expect(demo('item.afterAnswer:3')).toEqual([]);
  expect(demo('item.beforeSend:1:freeze')).toEqual([]);
  expect(demo('item.beforeSend:freeze')).toEqual(['FAILPOINT']);
});

test('in CI the suites on PostgreSQL cannot be left out', () => {
  vi.stubEnv('TEST_DATABASE_URL', '');
  vi.stubEnv('CI', 'true');
  expect(testDatabaseUrl).toThrow('TEST_DATABASE_URL');
  vi.stubEnv('CI', '');
  expect(testDatabaseUrl()).toBeNull();
  vi.unstubAllEnvs();
});
