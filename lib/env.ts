import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

// The only reader of `process.env`. Groups are parsed on first use, so `next build` and commands that need the
// database alone ask for nothing else; `checkEnvironment` parses all of them and names everything wrong at once.

type Source = Readonly<Record<string, string | undefined>>;

/** `demo` if and only if `DEMO_SPACE_URL` is set; everything else is production. */
export type Mode = 'demo' | 'production';

export interface AppEnv {
  mode: Mode;
  /** Public origin without a trailing slash, e.g. `https://ikkatsu.example.jp`. */
  appUrl: string;
  /** Whether cookies are Secure and carry the `__Host-` prefix. */
  secure: boolean;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
}
export interface DatabaseEnv {
  databaseUrl?: string;
  dataDir?: string;
}
export interface SecretsEnv {
  /** Signs and encrypts cookies. */
  nextAuthSecret: string;
  /** 32-byte keys; the first encrypts, all decrypt. */
  encryptionKeys: { id: string; key: Buffer }[];
}
export interface BacklogEnv {
  clientId: string;
  clientSecret: string;
  /** Hosts that may be chosen; null = any Backlog space. */
  spaces: string[] | null;
  /** Origins of the demo spaces; empty in production. */
  demoOrigins: string[];
  /** Reads in flight for one person's screens, 1–4. */
  readConcurrency: number;
}
export interface EngineEnv {
  /** Factor on all durations of the engine; demo mode only. */
  timingsScale: number;
  /** `step:nth`, where the engine kills its process, or `step:nth:freeze`; demo mode only. */
  failpoint: string | null;
}

/** Everything wrong with the environment, one sentence per variable. */
export class EnvironmentError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The environment is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'EnvironmentError';
    this.problems = problems;
  }
}

const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether an origin belongs to this machine. */
export function isLoopback(origin: string): boolean {
  return URL.canParse(origin) && loopbackHosts.includes(new URL(origin).hostname);
}

const isOrigin = (text: string) =>
  URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol) && new URL(text).origin === text;
const trimSlash = (text: string) => text.trim().replace(/\/$/, '');
const list = (text: string) => text.split(',').flatMap((part) => part.trim() || []);

const origin = z
  .string('is required: the address people open, e.g. https://ikkatsu.example.jp')
  .transform(trimSlash)
  .refine(isOrigin, 'must be scheme and host only, e.g. https://ikkatsu.example.jp')
  .refine(
    (text) => text.startsWith('https:') || isLoopback(text),
    'must be https, or http on this machine (127.0.0.1)',
  );
const demoOrigins = z
  .string()
  .transform((text) => list(text).map(trimSlash))
  .refine(
    (origins) => origins.length > 0 && origins.every((one) => isOrigin(one) && isLoopback(one)),
    'must name addresses of this machine, e.g. http://127.0.0.1:4010,http://127.0.0.1:4011',
  );

const weak = /change|replace|example|default|password|ikkatsu|secret|your[-_ ]/i;
const strong = (text: string) => !weak.test(text) && new Set(text).size >= 8;
const secret = z
  .string('is required: at least 32 random characters (openssl rand -base64 48)')
  .min(32, 'must have at least 32 characters (openssl rand -base64 48)')
  .refine(strong, 'is a placeholder: make one with openssl rand -base64 48');
const encryptionKeys = z
  .string('is required: id:key with a key of 32 bytes in base64 (echo k1:$(openssl rand -base64 32))')
  .transform((text) =>
    list(text).map((entry) => {
      const colon = entry.indexOf(':');
      return { id: entry.slice(0, Math.max(colon, 0)), key: Buffer.from(entry.slice(colon + 1), 'base64') };
    }),
  )
  .refine(
    (keys) => keys.length > 0 && keys.every(({ id, key }) => /^[\w-]{1,32}$/.test(id) && key.length === 32),
    'must be id:key pairs separated by commas, each key 32 bytes in base64 (openssl rand -base64 32)',
  )
  .refine((keys) => keys.every(({ key }) => new Set(key).size >= 8), 'holds a key that is not random')
  .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length, 'names a key id twice');
const oauthClient = z.string('is required: register an OAuth application at Backlog').min(1, 'is required');
const spaceHost = /^[a-z0-9][a-z0-9-]*\.(backlog\.com|backlog\.jp|backlogtool\.com)$/;
const spaces = z
  .string()
  .transform((text) => list(text.toLowerCase()))
  .refine(
    (hosts) => hosts.every((host) => spaceHost.test(host)),
    'must be hosts like myspace.backlog.com, separated by commas',
  )
  .transform((hosts) => (hosts.length > 0 ? hosts : null));
const logLevel = z.enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error');
const readConcurrency = z.coerce.number().int().min(1, 'must be 1 to 4').max(4, 'must be 1 to 4');

/** Blank lines of an .env file count as absent. */
function present(source: Source): Source {
  return Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
}

function parse<T>(schema: z.ZodType<T>, source: Source): T {
  const result = schema.safeParse(source);
  if (result.success) return result.data;
  throw new EnvironmentError(result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
}

function readApp(source: Source): AppEnv {
  const parsed = parse(
    z.object({
      DEMO_SPACE_URL: demoOrigins.optional(),
      APP_URL: source.DEMO_SPACE_URL ? origin.default(`http://127.0.0.1:${source.PORT ?? '3000'}`) : origin,
      LOG_LEVEL: logLevel.default('info'),
    }),
    source,
  );
  const mode = parsed.DEMO_SPACE_URL ? 'demo' : 'production';
  if (mode === 'demo' && !isLoopback(parsed.APP_URL)) {
    throw new EnvironmentError([
      'DEMO_SPACE_URL is allowed only while APP_URL is an address of this machine (127.0.0.1)',
    ]);
  }
  return {
    mode,
    appUrl: parsed.APP_URL,
    secure: parsed.APP_URL.startsWith('https:'),
    logLevel: parsed.LOG_LEVEL,
  };
}

function readDatabase(source: Source): DatabaseEnv {
  const parsed = parse(
    z.object({
      DATABASE_URL: z
        .string()
        .regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address')
        .optional(),
      DATA_DIR: z.string().optional(),
    }),
    source,
  );
  if (parsed.DATABASE_URL) return { databaseUrl: parsed.DATABASE_URL };
  if (parsed.DATA_DIR) return { dataDir: resolve(parsed.DATA_DIR) };
  if (source.DEMO_SPACE_URL) return { dataDir: resolve('.data') };
  throw new EnvironmentError(['DATABASE_URL (PostgreSQL) or DATA_DIR (embedded database) is required']);
}

const storedKeys = z.object({ nextAuthSecret: secret, encryptionKeys: z.string() });

/** Keys of the demo are made once and kept beside its database, so sessions survive a restart. */
function demoKeys(dataDir: string): Source {
  const file = join(resolve(dataDir), 'keys.json');
  mkdirSync(resolve(dataDir), { recursive: true });
  const fresh = {
    nextAuthSecret: randomBytes(48).toString('hex'),
    encryptionKeys: `k1:${randomBytes(32).toString('base64')}`,
  };
  try {
    writeFileSync(file, JSON.stringify(fresh), { flag: 'wx', mode: 0o600 });
  } catch {
    // It exists: another start, or another process a moment ago, made it.
  }
  const kept = storedKeys.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { NEXTAUTH_SECRET: kept.nextAuthSecret, ENCRYPTION_KEYS: kept.encryptionKeys };
}

function readSecrets(source: Source): SecretsEnv {
  const given = source.DEMO_SPACE_URL ? { ...demoKeys(source.DATA_DIR ?? '.data'), ...source } : source;
  const parsed = parse(z.object({ NEXTAUTH_SECRET: secret, ENCRYPTION_KEYS: encryptionKeys }), given);
  return { nextAuthSecret: parsed.NEXTAUTH_SECRET, encryptionKeys: parsed.ENCRYPTION_KEYS };
}

function readBacklog(source: Source): BacklogEnv {
  const demo = source.DEMO_SPACE_URL !== undefined;
  const parsed = parse(
    z.object({
      DEMO_SPACE_URL: demoOrigins.default([]),
      BACKLOG_CLIENT_ID: demo ? oauthClient.default('ikkatsu-demo') : oauthClient,
      BACKLOG_CLIENT_SECRET: demo
        ? oauthClient.default('ikkatsu-demo-secret')
        : oauthClient.refine((text) => text !== 'ikkatsu-demo-secret', 'is the secret of the demo'),
      BACKLOG_SPACES: spaces.default(null),
      READ_CONCURRENCY: readConcurrency.default(2),
    }),
    source,
  );
  return {
    clientId: parsed.BACKLOG_CLIENT_ID,
    clientSecret: parsed.BACKLOG_CLIENT_SECRET,
    spaces: demo ? null : parsed.BACKLOG_SPACES,
    demoOrigins: parsed.DEMO_SPACE_URL,
    readConcurrency: parsed.READ_CONCURRENCY,
  };
}

function readEngine(source: Source): EngineEnv {
  const demoOnly = (name: string) => `${name} is allowed in demo mode only (DEMO_SPACE_URL)`;
  const given = ['TIMINGS_SCALE', 'FAILPOINT'].filter((name) => source[name] !== undefined);
  if (!source.DEMO_SPACE_URL && given.length > 0) throw new EnvironmentError(given.map(demoOnly));
  const parsed = parse(
    z.object({
      TIMINGS_SCALE: z.coerce
        .number()
        .positive('must be a number above 0')
        .max(10, 'must be at most 10')
        .default(1),
      FAILPOINT: z
        .string()
        .regex(/^[\w.-]+:\d+(:freeze)?$/, 'must be step:nth or step:nth:freeze')
        .optional(),
    }),
    source,
  );
  return { timingsScale: parsed.TIMINGS_SCALE, failpoint: parsed.FAILPOINT ?? null };
}

const groups = {
  app: readApp,
  database: readDatabase,
  secrets: readSecrets,
  backlog: readBacklog,
  engine: readEngine,
};
export type Environment = { [Name in keyof typeof groups]: ReturnType<(typeof groups)[Name]> };

/** Parses every group of a given environment. @throws EnvironmentError naming all that is missing, short or wrong */
export function readEnvironment(source: Source): Environment {
  const given = present(source);
  const problems: string[] = [];
  const attempt = <T>(read: (source: Source) => T): T | undefined => {
    try {
      return read(given);
    } catch (error) {
      if (!(error instanceof EnvironmentError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const [app, database, backlog, engine] = [
    attempt(readApp),
    attempt(readDatabase),
    attempt(readBacklog),
    attempt(readEngine),
  ];
  // Demo keys are written to disk, so only once the rest is known to be sound.
  const secrets = problems.length === 0 || !given.DEMO_SPACE_URL ? attempt(readSecrets) : undefined;
  if (app && database && secrets && backlog && engine && problems.length === 0) {
    return { app, database, secrets, backlog, engine };
  }
  throw new EnvironmentError([...new Set(problems)]);
}

function once<T>(read: (source: Source) => T): () => T {
  let value: { read: T } | undefined;
  return () => {
    value ??= { read: read(present(process.env)) };
    return value.read;
  };
}

/** Groups of this process's environment, each parsed on first use. */
export const env = {
  app: once(readApp),
  database: once(readDatabase),
  secrets: once(readSecrets),
  backlog: once(readBacklog),
  engine: once(readEngine),
};

/** Refuses to start with everything that is missing, short or wrong. @throws EnvironmentError */
export function checkEnvironment(): void {
  const { app } = readEnvironment(process.env);
  // next-auth takes its own address from here, never from a forwarded header.
  process.env.NEXTAUTH_URL = app.appUrl;
}

/** Whether the Next development server runs; it needs `eval` for its error overlay. */
export const isDevelopment = () => process.env.NODE_ENV === 'development';

/** Where `npm start` listens: loopback while people reach it by http, every interface behind an https proxy. */
export function listenAddress(): { hostname: string; port: number } {
  const { PORT } = parse(
    z.object({ PORT: z.coerce.number().int().min(1).max(65_535, 'must be a port').default(3000) }),
    present(process.env),
  );
  return { hostname: env.app().secure ? '0.0.0.0' : '127.0.0.1', port: PORT };
}

/** Environment of the server process that `npm start` watches over: the signals are handled by us, not by Next. */
export function serverProcessEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: 'production', NEXT_MANUAL_SIG_HANDLE: 'true' };
}

/** Takes variables from a file named `.env` in the working folder, if there is one; those already set win. */
export function loadEnvironmentFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

/**
 * Server on which the tests make their databases; null without PostgreSQL, where the suites run on PGlite alone.
 * @throws EnvironmentError in CI without one: half the guarantee must not pass for the whole
 */
export function testDatabaseUrl(): string | null {
  const { TEST_DATABASE_URL, CI } = present(process.env);
  if (TEST_DATABASE_URL !== undefined) return TEST_DATABASE_URL;
  if (CI === undefined || CI === 'false') return null;
  throw new EnvironmentError([
    'TEST_DATABASE_URL is required in CI, so that no suite on PostgreSQL is left out (npm test starts a server itself)',
  ]);
}

/** For tests that kill servers at random: how often on each database (null: as many as `npm test` takes), and the seed. */
export function chaos(): { kills: number | null; seed: number } {
  const given = z.object({
    CHAOS_KILLS: z.coerce.number().int().min(1, 'must be 1 or more').optional(),
    CHAOS_SEED: z.coerce
      .number()
      .int('must be a whole number')
      .default(() => randomInt(1_000_000)),
  });
  const { CHAOS_KILLS, CHAOS_SEED } = parse(given, present(process.env));
  return { kills: CHAOS_KILLS ?? null, seed: CHAOS_SEED };
}
