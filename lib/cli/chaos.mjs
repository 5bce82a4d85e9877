import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { exit } from 'node:process';
import { startPostgres } from './postgres.mjs';
import { must, root, run, variable } from './processes.mjs';

/** Kills real servers at random moments of real runs, 50 times on each database, and prints what came of it. */
if (!existsSync(resolve(root, '.next/BUILD_ID'))) await must('next', ['build']);
const given = variable('TEST_DATABASE_URL', '');
const postgres = given ? { url: given, stop: async () => {} } : await startPostgres();
const code = await run('vitest', ['run', '--project', 'crash', 'lib/testing/crash/random-kills'], {
  env: { TEST_DATABASE_URL: postgres.url, CHAOS_KILLS: variable('CHAOS_KILLS', '50') },
});
await postgres.stop();
exit(code);
