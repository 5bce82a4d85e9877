// Plain JavaScript: this runs on a fresh clone, before anything is installed.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { argv, exit } from 'node:process';
import { startPostgres } from './postgres.mjs';
import { must, root, variable } from './processes.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

const stages = ['install', 'lint', 'unit', 'build', 'integration', 'crash', 'e2e'];
const asked = argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const unknown = asked?.filter((stage) => !stages.includes(stage)) ?? [];
if (unknown.length > 0) {
  console.error(`Unknown stage ${unknown.join(', ')}. Known: ${stages.join(', ')}`);
  exit(2);
}
const wanted = (stage) => !asked || asked.includes(stage);

const results = resolve(root, 'test-results');
const failures = [];

async function step(name, work) {
  const startedAt = Date.now();
  console.log(`\n── ${name}`);
  try {
    await work();
  } catch (error) {
    failures.push(name);
    console.error(error instanceof Error ? error.message : error);
  }
  console.log(`── ${name}: ${Math.round((Date.now() - startedAt) / 1000)} s`);
}

let postgres = null;

/** Runs one project of suites, on PGlite and on PostgreSQL. @throws Error where there is no PostgreSQL to be had */
async function vitest(project) {
  const given = variable('TEST_DATABASE_URL', '');
  postgres ??= given ? { url: given, stop: async () => {} } : await startPostgres();
  await must(
    'vitest',
    [
      'run',
      '--project',
      `${project}*`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=test-results/${project}.json`,
    ],
    { env: { TEST_DATABASE_URL: postgres.url } },
  );
}

/** Adds up what the runners wrote; a stage that wrote nothing counts as one failure. */
function totals() {
  let passed = 0;
  let failed = 0;
  for (const name of ['unit', 'integration', 'crash']) {
    if (!wanted(name)) continue;
    const report = readReport(`${name}.json`);
    passed += report?.numPassedTests ?? 0;
    failed += report ? report.numFailedTests + (report.numTotalTests === 0 ? 1 : 0) : 1;
  }
  if (wanted('e2e')) {
    const report = readReport('e2e.json');
    passed += report?.stats?.expected ?? 0;
    failed += report ? (report.stats?.unexpected ?? 0) + (report.stats?.flaky ?? 0) : 1;
  }
  for (const name of ['install', 'lint', 'build']) if (failures.includes(name)) failed += 1;
  if (failed === 0 && failures.length > 0) failed = failures.length;
  return { passed, failed };
}

function readReport(file) {
  const path = resolve(results, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

if (wanted('install')) {
  await step('install', async () => {
    await must('npm', ['install', '--no-audit', '--no-fund']);
    await ensureSystemPackages();
  });
}
if (wanted('lint') && failures.length === 0) {
  await step('lint', async () => {
    await must('next', ['typegen']);
    await must('biome', ['check', '--error-on-warnings', '.']);
    await must('tsc', ['--noEmit']);
    await must('knip', []);
  });
}
if (wanted('unit') && !failures.includes('install')) await step('unit', () => vitest('unit'));
if (wanted('build') && !failures.includes('install')) await step('build', () => must('next', ['build']));
if (wanted('integration') && !failures.includes('install')) {
  await step('integration', () => vitest('integration'));
}
if (wanted('crash') && !failures.includes('install') && !failures.includes('build')) {
  await step('crash', () => vitest('crash'));
}
await postgres?.stop();
if (wanted('e2e') && !failures.includes('install') && !failures.includes('build')) {
  await step('e2e', () => must('playwright', ['test']));
}

const { passed, failed } = totals();
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
exit(failed > 0 || failures.length > 0 ? 1 : 0);
