import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  checkEnvironment,
  EnvironmentError,
  listenAddress,
  loadEnvironmentFile,
  serverProcessEnvironment,
} from '@/lib/env';
import { serverCommand } from './server-command';

/**
 * `npm start`: checks the whole environment, then runs the server and owns the signals. SIGTERM and SIGINT go to the
 * server once, which finishes the item in flight, releases its lease and ends.
 */
function main(): void {
  try {
    loadEnvironmentFile();
    checkEnvironment();
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
    return;
  }
  if (!existsSync(resolve('.next/BUILD_ID'))) {
    console.error('There is no build. Run `npm run build` first.');
    process.exitCode = 1;
    return;
  }
  const server = spawn(process.execPath, serverCommand(listenAddress()), {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: serverProcessEnvironment(),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => server.kill('SIGTERM'));
  }
  server.on('exit', (code, signal) => {
    process.exitCode = signal ? 1 : (code ?? 0);
  });
}

main();
