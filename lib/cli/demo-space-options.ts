import { parseArgs } from 'node:util';
import type { DemoSpaceOptions } from '@/lib/demo-space';

export interface DemoSpaceArguments {
  port: number;
  tlsPort: number | null;
  spaceName: 'hoshikawa' | 'mikazuki';
  seed: string;
  today: string | undefined;
  /** File that keeps content and tokens over restarts; the seed counts only while it does not exist. */
  stateFile: string | null;
  options: Omit<DemoSpaceOptions, 'buildState'>;
}

export const USAGE = `npm run demo-space -- [options]

  --port N                 port on 127.0.0.1 (default 4010)
  --tls-port N             also serve https there, with a CA made for the purpose (needs openssl)
  --name NAME              hoshikawa or mikazuki (default hoshikawa)
  --seed SEED              small, standard, large, or a file saved from GET /_demo/state (default standard)
  --today yyyy-MM-dd       the day the seed is relative to (default today in Japan)
  --state FILE             keep content and tokens there over restarts (the seed is for the first start)
  --latency MS             added to every answer
  --limit-read N  --limit-update N  --limit-search N  --limit-icon N
                           calls per window (default 600, 150, 150, 60)
  --window KIND            first-request (default) or clock-minute
  --window-seconds S       length of a window (default 60)
  --access-token-ttl S     lifetime of OAuth access tokens (default 3600)`;

const FLAGS = {
  port: { type: 'string' },
  'tls-port': { type: 'string' },
  name: { type: 'string' },
  seed: { type: 'string' },
  today: { type: 'string' },
  state: { type: 'string' },
  latency: { type: 'string' },
  'limit-read': { type: 'string' },
  'limit-update': { type: 'string' },
  'limit-search': { type: 'string' },
  'limit-icon': { type: 'string' },
  window: { type: 'string' },
  'window-seconds': { type: 'string' },
  'access-token-ttl': { type: 'string' },
  help: { type: 'boolean' },
} as const;

type Values = Partial<Record<keyof typeof FLAGS, string | boolean>>;

function numberOf(values: Values, name: keyof typeof FLAGS, least: number, most: number): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text === '' || !Number.isFinite(value) || value < least || value > most)
    throw new Error(`--${name} must be a number from ${least} to ${most}`);
  return value;
}

function wordOf<Word extends string>(
  values: Values,
  name: keyof typeof FLAGS,
  words: readonly Word[],
): Word | undefined {
  const text = values[name];
  const word = words.find((candidate) => candidate === text);
  if (text !== undefined && word === undefined) throw new Error(`--${name} must be ${words.join(' or ')}`);
  return word;
}

const MANY = 1_000_000_000;

function limits(values: Values): DemoSpaceOptions['limits'] {
  const result: NonNullable<DemoSpaceOptions['limits']> = {};
  for (const rateClass of ['read', 'update', 'search', 'icon'] as const) {
    const limit = numberOf(values, `limit-${rateClass}`, 0, MANY);
    if (limit !== undefined) result[rateClass] = limit;
  }
  return result;
}

/** Reads the command line; null asks for the usage text. Throws an Error whose message says what is wrong. */
export function readArguments(args: string[]): DemoSpaceArguments | null {
  const { values } = parseArgs({ args, options: FLAGS, strict: true });
  if (values.help) return null;
  const latencyMs = numberOf(values, 'latency', 0, 600_000);
  const windowSeconds = numberOf(values, 'window-seconds', 1, 86_400);
  const accessTokenTtlSeconds = numberOf(values, 'access-token-ttl', 1, MANY);
  const window = wordOf(values, 'window', ['first-request', 'clock-minute']);
  return {
    port: numberOf(values, 'port', 0, 65_535) ?? 4010,
    tlsPort: numberOf(values, 'tls-port', 0, 65_535) ?? null,
    spaceName: wordOf(values, 'name', ['hoshikawa', 'mikazuki']) ?? 'hoshikawa',
    seed: values.seed ?? 'standard',
    today: values.today,
    stateFile: values.state ?? null,
    options: {
      limits: limits(values) ?? {},
      ...(latencyMs === undefined ? {} : { latencyMs }),
      ...(windowSeconds === undefined ? {} : { windowSeconds }),
      ...(accessTokenTtlSeconds === undefined ? {} : { accessTokenTtlSeconds }),
      ...(window === undefined ? {} : { window }),
    },
  };
}
