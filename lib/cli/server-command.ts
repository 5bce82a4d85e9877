import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';

/** Arguments for Node.js that start the built server, with nothing between us and it: signals reach it directly. */
export function serverCommand(listen: { hostname: string; port: number }): string[] {
  const next = resolve(dirname(createRequire(import.meta.url).resolve('next/package.json')), 'dist/bin/next');
  return [next, 'start', '--hostname', listen.hostname, '--port', String(listen.port)];
}
