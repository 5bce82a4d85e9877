import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';

interface SpaceAddress {
  name: 'hoshikawa' | 'mikazuki';
  port: number;
  host: string;
  url: string;
}

/** One app with two demo spaces of its own, so that the request log of a space has one author. */
export interface Stack {
  appUrl: string;
  spaces: readonly [SpaceAddress, SpaceAddress];
  /** Environment of the app under test; its data is new with every run of the suite. */
  env: Record<string, string>;
}

/** As many journeys run side by side. */
export const STACKS = 2;

function spaceAt(name: SpaceAddress['name'], port: number): SpaceAddress {
  const host = `127.0.0.1:${port}`;
  return { name, port, host, url: `http://${host}` };
}

/** @param index from 0; every worker of the runner has its own */
export function stackOf(index: number): Stack {
  const appPort = 3210 + index * 10;
  const spacePort = 4210 + index * 10;
  const appUrl = `http://127.0.0.1:${appPort}`;
  const spaces = [spaceAt('hoshikawa', spacePort), spaceAt('mikazuki', spacePort + 1)] as const;
  return {
    appUrl,
    spaces,
    env: {
      PORT: String(appPort),
      APP_URL: appUrl,
      DEMO_SPACE_URL: spaces.map((space) => space.url).join(','),
      DATA_DIR: join(tmpdir(), `ikkatsu-e2e-${Date.now()}-${index}`),
    },
  };
}

// The runner tells each of its workers which one it is.
const mine = stackOf(Number(env.TEST_PARALLEL_INDEX ?? 0));

/** Where this worker's app listens. */
export const appUrl = mine.appUrl;
/** This worker's demo spaces. */
export const spaceUrls = mine.spaces;
