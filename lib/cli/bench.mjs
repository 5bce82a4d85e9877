import { argv, exit } from 'node:process';
import { startPostgres } from './postgres.mjs';
import { run, variable } from './processes.mjs';

/** Gives the bench a PostgreSQL beside the embedded database, then runs it. */
const given = variable('TEST_DATABASE_URL', '');
const postgres = given ? { url: given, stop: async () => {} } : await startPostgres();
const code = await run('node', ['--import', 'tsx', 'lib/cli/bench.ts', ...argv.slice(2)], {
  env: { TEST_DATABASE_URL: postgres.url },
});
await postgres.stop();
exit(code);
