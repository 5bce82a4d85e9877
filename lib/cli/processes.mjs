// Plain JavaScript: `npm run demo` and `npm test` use it before anything is installed.
import { spawn } from 'node:child_process';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';

/** Folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Environment of children: ours, with the packages' commands first on the path. */
export function childEnv(extra = {}) {
  return {
    ...env,
    PATH: `${root}node_modules/.bin:${env.PATH ?? ''}`,
    NEXT_TELEMETRY_DISABLED: '1',
    ...extra,
  };
}

/** Value of one variable, or the fallback when it is missing or empty. */
export function variable(name, fallback) {
  return env[name] || fallback;
}

/** Runs a command to its end with our input closed. Resolves to its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      ...options,
      env: childEnv(options.env),
    });
    child.on('error', () => resolve(127));
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
}

/** Runs a command and throws when it fails. */
export async function must(command, args, options) {
  const code = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
}

/** Resolves when `url` answers 200; throws when `child` ends first or the time is up. */
export async function untilHealthy(url, child, limitMs = 60_000) {
  const deadline = Date.now() + limitMs;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the process for ${url} ended with ${child.exitCode}`);
    const healthy = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error(`${url} did not become ready`);
}
