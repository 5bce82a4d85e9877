import pino from 'pino';
import type { Log } from '@/lib/actions/context';
import { env } from '@/lib/env';

/** Names under which a secret could ever stand, at two depths. */
const secretNames = [
  'apiKey',
  'accessToken',
  'refreshToken',
  'access_token',
  'refresh_token',
  'client_secret',
  'clientSecret',
  'authorization',
  'cookie',
  'set-cookie',
  'code',
  'cipherText',
];
const paths = secretNames
  .flatMap((name) => [`["${name}"]`, `*["${name}"]`])
  .filter((path) => path !== '["code"]');

/** An error for the log: class, code and stack; a message only where it is ours. */
function printable(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error ? String(error.code) : undefined;
  return {
    type: error.name,
    code,
    message: error.message,
    stack: error.stack,
    cause: error.cause && printable(error.cause),
  };
}

export type Logger = Log & { child(fields: Record<string, unknown>): Logger };

/** JSON lines on standard output; control characters are escaped by the encoding. */
export function createLogger(): Logger {
  return pino({
    level: env.app().logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths, censor: '***' },
    serializers: { error: printable },
  });
}
