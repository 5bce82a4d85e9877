import pino from 'pino';
import type { Log } from '@/lib/actions/context';
import { env } from '@/lib/env';
import { printableError } from './printable-error';

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

export type Logger = Log & { child(fields: Record<string, unknown>): Logger };

/** JSON lines on standard output; control characters are escaped by the encoding. */
export function createLogger(): Logger {
  return pino({
    level: env.app().logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths, censor: '***' },
    serializers: { error: printableError },
  });
}
