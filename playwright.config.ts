import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { appUrl, STACKS, stackOf } from './e2e/stack';

const debianChromium = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(existsSync);

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: false,
  // Each worker has a stack of its own; the journeys on one stack take turns.
  workers: STACKS,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  outputDir: 'test-results/artifacts',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: appUrl,
    viewport: { width: 1440, height: 900 },
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    // Colours that fade and panels that slide cost time in software rendering; nothing waits for them.
    contextOptions: { reducedMotion: 'reduce' },
    // Recording every step is costly in software rendering; `--trace on` asks for it.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(debianChromium === undefined ? {} : { executablePath: debianChromium }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: Array.from({ length: STACKS }, (_, index) => stackOf(index)).flatMap((stack) => [
    ...stack.spaces.map((space) => ({
      command: `node --import tsx lib/cli/demo-space.ts --port ${space.port} --name ${space.name} --limit-update 1000 --limit-search 5000 --limit-read 5000`,
      url: `${space.url}/_demo/health`,
      reuseExistingServer: false,
    })),
    {
      command: 'node --import tsx lib/cli/start.ts',
      url: `${stack.appUrl}/api/health`,
      reuseExistingServer: false,
      timeout: 60_000,
      gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 12_000 },
      env: stack.env,
    },
  ]),
});
