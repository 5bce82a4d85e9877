/** Which room may know which: the table that `import-rules.test.ts` holds against the code. */
export interface RoomRule {
  /** Rooms it may import at run time, longest prefix first wins when a file is looked up. */
  uses: readonly string[];
  /** Rooms of which it may use types only. */
  usesTypesOf?: readonly string[];
  /** Packages it must not know, by beginning of the name. */
  bans?: readonly string[];
}

const framework = ['next', 'react', 'next-auth', 'next-intl'] as const;
const database = ['drizzle-orm', 'pg', '@electric-sql'] as const;
const http = ['hono', '@hono'] as const;

/** Room (folder or file prefix below the root) → what it may know. */
export const importRules: Readonly<Record<string, RoomRule>> = {
  'lib/errors': { uses: [], bans: [...framework, ...database, ...http] },
  'lib/env': { uses: [], bans: [...framework, ...database, ...http] },
  'lib/backlog': { uses: ['lib/errors'], bans: [...framework, ...database, ...http] },
  'lib/backlog/schemas': { uses: ['lib/errors'], bans: [...framework, ...database, ...http] },
  'lib/bulk': {
    uses: ['lib/errors', 'lib/backlog/schemas'],
    bans: [...framework, ...database, ...http, 'node:', 'qs'],
  },
  'lib/db': { uses: ['lib/errors'], bans: [...framework, ...http] },
  'lib/columns': {
    uses: ['lib/errors', 'lib/backlog/schemas'],
    bans: [...framework, ...database, ...http, 'node:'],
  },
  'lib/i18n': {
    uses: ['lib/errors', 'lib/backlog/schemas', 'lib/bulk'],
    usesTypesOf: ['lib/actions'],
    bans: ['next/', 'react', 'next-auth', ...database, ...http, 'node:'],
  },
  'lib/runs': {
    uses: ['lib/bulk', 'lib/db', 'lib/backlog', 'lib/backlog/schemas', 'lib/errors'],
    bans: [...framework, ...http, 'ai'],
  },
  'lib/actions': {
    uses: [
      'lib/runs',
      'lib/bulk',
      'lib/backlog',
      'lib/backlog/schemas',
      'lib/db',
      'lib/columns',
      'lib/errors',
    ],
    bans: [...framework, ...http, 'ai', '@modelcontextprotocol'],
  },
  'lib/auth': { uses: ['lib/env', 'lib/errors', 'lib/db', 'lib/backlog'] },
  'lib/server': {
    uses: [
      'lib/env',
      'lib/errors',
      'lib/backlog',
      'lib/backlog/schemas',
      'lib/bulk',
      'lib/db',
      'lib/runs',
      'lib/actions',
      'lib/auth',
      'lib/columns',
      'lib/i18n',
    ],
  },
  'lib/demo-space': { uses: [], bans: [...framework, ...database, 'qs', 'zod', 'backlog-js'] },
  'lib/bench': {
    uses: [
      'lib/env',
      'lib/errors',
      'lib/backlog',
      'lib/backlog/schemas',
      'lib/bulk',
      'lib/db',
      'lib/runs',
      'lib/demo-space',
      'lib/testing',
    ],
    bans: [...framework],
  },
  'lib/cli': {
    uses: ['lib/env', 'lib/errors', 'lib/demo-space', 'lib/server', 'lib/testing', 'lib/db', 'lib/bench'],
    bans: ['react', 'next-auth', 'next-intl'],
  },
  'lib/testing': {
    uses: ['lib/errors', 'lib/backlog', 'lib/backlog/schemas', 'lib/bulk', 'lib/db', 'lib/demo-space'],
  },
  'components/ui': { uses: [], bans: [...database, ...http, 'next/', 'next-auth'] },
  components: {
    uses: ['components/ui', 'lib/columns', 'lib/i18n', 'lib/bulk', 'lib/errors'],
    usesTypesOf: ['lib/actions', 'lib/backlog/schemas'],
    bans: [...database, ...http, 'node:', 'pino'],
  },
  app: {
    uses: [
      'components',
      'components/ui',
      'lib/server',
      'lib/actions',
      'lib/auth',
      'lib/columns',
      'lib/i18n',
      'lib/errors',
    ],
    bans: [...database, ...http, 'pino', 'qs'],
  },
  instrumentation: { uses: ['lib/server'] },
  proxy: { uses: ['lib/auth', 'lib/env', 'lib/errors', 'lib/server'] },
  e2e: { uses: ['lib/testing', 'lib/demo-space'] },
};

/** The room of a file below the root: the longest room name that its path begins with; null for root files. */
export function roomOf(path: string): string | null {
  const rooms = Object.keys(importRules).filter(
    (room) => path === room || path.startsWith(`${room}/`) || path.replace(/(\.test)?\.[a-z]+$/, '') === room,
  );
  return rooms.sort((a, b) => b.length - a.length)[0] ?? null;
}
