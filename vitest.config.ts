import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests that set the environment of their process, or stand in for the framework: each needs a process of its own. */
const ofServer = ['lib/server/**/*.test.ts', 'lib/env.test.ts'];

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      { find: 'server-only', replacement: `${root}lib/testing/empty.ts` },
    ],
  },
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['lib/**/*.test.ts', 'components/**/*.test.ts'],
          exclude: [...ofServer, '**/*.integration.test.ts', '**/*.crash.test.ts'],
          // Loading the modules costs more than most tests: the files of one worker share them.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit-server',
          include: ofServer,
          exclude: ['**/*.integration.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['lib/**/*.integration.test.ts'],
          exclude: ofServer,
          // Nothing is measured by it: a machine under load may take its time.
          testTimeout: 120_000,
          // More than the two cores they are made for: half of their time is waiting for leases and settling.
          maxWorkers: 4,
          // Loading the modules and starting PGlite costs more than many a test: files of one worker share both.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration-server',
          include: ['lib/server/**/*.integration.test.ts'],
          maxWorkers: 4,
        },
      },
      {
        extends: true,
        test: {
          name: 'crash',
          include: ['lib/testing/crash/**/*.crash.test.ts'],
          // Real servers: each takes a core to start, most of the rest is waiting.
          maxWorkers: 2,
          maxConcurrency: 3,
          testTimeout: 300_000,
        },
      },
    ],
  },
});
