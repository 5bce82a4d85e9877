import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve as resolvePath } from 'node:path';
import type { LogEntry } from '@/lib/demo-space';

/** A demo space in a process of its own, so that its work does not slow down whoever is measured. */
export interface SpaceProcess {
  origin: string;
  /** `127.0.0.1:port` of the https side. */
  tlsHost: string;
  caFile: string;
  /** Content, quotas and log as at the start. */
  reset: () => Promise<void>;
  /** Requests to the API since the last reset. */
  log: () => Promise<LogEntry[]>;
  stop: () => Promise<void>;
}

/** Starts `npm run demo-space` with its standard content on free ports. */
export async function startSpace(options: readonly string[]): Promise<SpaceProcess> {
  const file = resolvePath('lib/cli/demo-space.ts');
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', file, '--port', '0', '--tls-port', '0', ...options],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const said = await sayings(child.stdout, 3);
  const caFile = /CA certificate: (.+)/.exec(said)?.[1];
  const origin = /listens on (http:\/\/\S+)/.exec(said)?.[1];
  const tlsHost = /listens on https:\/\/(\S+)/.exec(said)?.[1];
  if (caFile === undefined || origin === undefined || tlsHost === undefined) {
    child.kill();
    throw new Error(`the demo space did not start: ${said}`);
  }
  const control = async (method: string, path: string) => {
    const answer = await fetch(`${origin}/_demo/${path}`, { method });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer;
  };
  return {
    origin,
    tlsHost,
    caFile,
    reset: async () => void (await control('POST', 'reset')),
    // The space's own shape of an entry.
    log: async () => (await (await control('GET', 'log')).json()) as LogEntry[],
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** What a process says until so many lines have come; it may go on speaking. */
function sayings(stream: NodeJS.ReadableStream, lines: number): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    stream.on('data', (chunk) => {
      text += String(chunk);
      if (text.split('\n').length > lines) resolve(text);
    });
    stream.on('end', () => resolve(text));
  });
}
