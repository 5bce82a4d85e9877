import { tmpdir } from 'node:os';
import { join } from 'node:path';

const appPort = 3210;
const firstSpacePort = 4210;

/** Where the app under test listens. */
export const appUrl = `http://127.0.0.1:${appPort}`;

/** The two demo spaces of the stack. */
export const spaceUrls = [
  {
    name: 'hoshikawa',
    port: firstSpacePort,
    host: `127.0.0.1:${firstSpacePort}`,
    url: `http://127.0.0.1:${firstSpacePort}`,
  },
  {
    name: 'mikazuki',
    port: firstSpacePort + 1,
    host: `127.0.0.1:${firstSpacePort + 1}`,
    url: `http://127.0.0.1:${firstSpacePort + 1}`,
  },
] as const;

/** Environment of the app under test; its data is new with every run of the suite. */
export const stack: Record<string, string> = {
  PORT: String(appPort),
  APP_URL: appUrl,
  DEMO_SPACE_URL: spaceUrls.map((space) => space.url).join(','),
  DATA_DIR: join(tmpdir(), `ikkatsu-e2e-${Date.now()}`),
};
