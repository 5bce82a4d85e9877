// Plain JavaScript: this runs on a fresh clone, before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import process, { argv, exit, versions } from 'node:process';
import { childEnv, must, root, untilHealthy, variable } from './processes.mjs';

const flags = new Set(argv.slice(2));
const known = ['--reset', '--no-install', '--no-build'];
for (const flag of flags) {
  if (!known.includes(flag)) {
    console.error(`Unknown option ${flag}. Known: ${known.join(' ')}`);
    exit(2);
  }
}

const [major = 0, minor = 0] = versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 9)) {
  console.error(`Node.js 20.9 or newer is needed; this is ${versions.node}.`);
  exit(1);
}

const port = Number(variable('PORT', '3000'));
const spacePort = Number(variable('DEMO_SPACE_PORT', '4010'));
const dataDir = resolve(root, variable('DATA_DIR', '.data'));
const appUrl = `http://127.0.0.1:${port}`;
const spaces = [
  { name: 'hoshikawa', url: `http://127.0.0.1:${spacePort}`, port: spacePort },
  { name: 'mikazuki', url: `http://127.0.0.1:${spacePort + 1}`, port: spacePort + 1 },
];

const children = [];
let stopping = false;

function start(name, command, args, extra = {}) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: childEnv(extra),
  });
  child.on('exit', (code) => {
    if (!stopping) {
      console.error(`${name} ended (${code ?? 'signal'}); stopping the rest.`);
      stop(1);
    }
  });
  children.push(child);
  return child;
}

function stop(code) {
  if (stopping) return;
  stopping = true;
  const running = children.filter((child) => child.exitCode === null && child.signalCode === null);
  for (const child of running) child.kill('SIGTERM');
  const force = setTimeout(() => {
    for (const child of running) child.kill('SIGKILL');
  }, 12_000);
  Promise.all(
    running.map(
      (child) => new Promise((done) => (child.exitCode === null ? child.once('exit', done) : done())),
    ),
  ).then(() => {
    clearTimeout(force);
    exit(code);
  });
}

process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));

try {
  if (flags.has('--reset')) rmSync(dataDir, { recursive: true, force: true });
  if (!flags.has('--no-install')) await must('npm', ['install', '--no-audit', '--no-fund']);
  if (!flags.has('--no-build')) await must('next', ['build']);
  else if (!existsSync(resolve(root, '.next/BUILD_ID')))
    throw new Error('There is no build yet: leave --no-build out.');

  for (const space of spaces) {
    const child = start(`demo space ${space.name}`, 'node', [
      '--import',
      'tsx',
      'lib/cli/demo-space.ts',
      '--port',
      String(space.port),
      '--name',
      space.name,
      '--state',
      resolve(dataDir, `${space.name}.json`),
    ]);
    await untilHealthy(`${space.url}/_demo/health`, child);
  }
  const app = start('app', 'node', ['--import', 'tsx', 'lib/cli/start.ts'], {
    APP_URL: appUrl,
    DATA_DIR: dataDir,
    DEMO_SPACE_URL: spaces.map((space) => space.url).join(','),
  });
  await untilHealthy(`${appUrl}/api/health`, app, 120_000);

  console.log(`
Ikkatsu 一括   ${appUrl}

  Demo spaces  ${spaces.map((space) => `${space.name} ${space.url}`).join('   ')}
  Sign in      with Backlog (the demo space asks who you are), or with an API key:
                 高橋 彩   administrator   demo-admin-key
                 佐藤 美咲 normal user     demo-member-key   (leaving; holds 41 open issues)
                 guest                     demo-guest-key
  Data         ${dataDir}   (start afresh: npm run demo -- --reset)

Press Ctrl-C to stop.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  stop(1);
}
