import type { BenchRow } from '../bench-row';
import { clientOf, targetIssues, timeRun } from './engine-under-test';
import { freshDatabase } from './fresh-database';
import { startOfficialMcp } from './official-mcp';
import { type SpaceProcess, startSpace } from './space-process';

const ITEMS = 200;
const QUOTA = 150;
const WINDOW_SECONDS = 20;

/** More updates than one window allows: how many of the writing requests Backlog had to refuse. */
export async function quotaRows(): Promise<BenchRow[]> {
  const space = await startSpace([
    '--limit-update',
    String(QUOTA),
    '--window-seconds',
    String(WINDOW_SECONDS),
    '--latency',
    '20',
  ]);
  try {
    const target = await targetIssues(clientOf(space.origin), ITEMS);
    await space.reset();
    const opened = await freshDatabase('pglite');
    try {
      await timeRun(opened, clientOf(space.origin), space.origin, target, 'limit');
    } finally {
      await opened.close();
    }
    const ours = await refusedWrites(space);
    await space.reset();
    const mcp = await startOfficialMcp(space);
    try {
      await mcp.setPriority(target.keys, 2);
    } finally {
      await mcp.close();
    }
    return [
      {
        id: 'engine.refusedAtQuota',
        what: `${ITEMS} updates, quota ${QUOTA} per ${WINDOW_SECONDS} s: refused writes (peer: backlog-mcp-server)`,
        value: ours,
        target: 0,
        better: 'lower',
        unit: 'requests',
        peer: await refusedWrites(space),
      },
    ];
  } finally {
    await space.stop();
  }
}

async function refusedWrites(space: SpaceProcess): Promise<number> {
  return (await space.log()).filter((entry) => entry.method === 'PATCH' && entry.status === 429).length;
}
