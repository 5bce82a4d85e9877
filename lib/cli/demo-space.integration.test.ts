import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';

let child: ChildProcessByStdio<null, Readable, Readable> | null = null;

afterEach(() => {
  child?.kill('SIGKILL');
  child = null;
});

function start(...args: string[]) {
  child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/demo-space.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return child;
}

/** Goes on reading afterwards, since a process whose output nobody takes would end. */
function originOf(output: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    output.on('data', (chunk) => {
      text += String(chunk);
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
      if (origin !== undefined) resolve(origin);
    });
    output.on('end', () => reject(new Error(`No address was printed: ${text}`)));
  });
}

describe('npm run demo-space', () => {
  it('serves the seed asked for, on the day asked for, and ends cleanly on SIGTERM', async () => {
    const started = start('--port', '0', '--name', 'mikazuki', '--seed', 'small', '--limit-read', '7');
    const origin = await originOf(started.stdout);
    const health = await fetch(`${origin}/_demo/health`);
    expect(await health.json()).toMatchObject({ status: 'ok', name: 'mikazuki' });
    const probe = await fetch(`${origin}/api/v2/space`);
    expect([probe.status, probe.headers.get('x-ratelimit-limit')]).toEqual([401, '7']);
    started.kill('SIGTERM');
    expect(await once(started, 'exit')).toEqual([0, null]);
  });

  it('says what is wrong with its options and does not start', async () => {
    const started = start('--window', 'sliding');
    expect(await once(started, 'exit')).toEqual([1, null]);
  });
});
