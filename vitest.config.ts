import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

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
          exclude: ['**/*.integration.test.ts', '**/*.crash.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['lib/**/*.integration.test.ts'],
          // More than the two cores they are made for: half of their time is waiting for leases and settling.
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
