import { type BenchRow, median } from '../bench-row';
import { timeBareLoop } from './bare-loop';
import { clientOf, type Target, targetIssues, timeRun } from './engine-under-test';
import { freshDatabase } from './fresh-database';
import { startOfficialMcp } from './official-mcp';
import { type SpaceProcess, startSpace } from './space-process';

const ITEMS = 100;
/** Round trip measured from Japan to a space; the project's reference latency. */
const LATENCY_MS = 128;
const ROUNDS = 3;

/**
 * One run of ours against a bare loop of the same PATCHes and against Nulab's MCP server, in turns, each on a space as
 * new: medians of three rounds, compared as ratios.
 */
export async function speedRows(): Promise<BenchRow[]> {
  const space = await startSpace(['--latency', String(LATENCY_MS)]);
  const mcp = await startOfficialMcp(space);
  const times = { ours: [] as number[], bare: [] as number[], official: [] as number[] };
  try {
    const target = await targetIssues(clientOf(space.origin), ITEMS);
    // Connects and warms up once; not measured.
    await mcp.setPriority(target.keys.slice(0, 2), 2);
    for (let round = 0; round < ROUNDS; round += 1) {
      await space.reset();
      times.bare.push(await timeBareLoop(space.origin, target.ids));
      await space.reset();
      times.ours.push(await timeOurs(space, target));
      await space.reset();
      const { ms, refused } = await mcp.setPriority(target.keys, 2);
      if (refused > 0) throw new Error(`the official server was refused ${refused} times`);
      times.official.push(ms);
    }
  } finally {
    await mcp.close();
    await space.stop();
  }
  const ours = median(times.ours);
  const what = `${ITEMS} updates at ${LATENCY_MS} ms, pace limit: our time ÷`;
  return [
    {
      id: 'engine.vsBareLoop',
      what: `${what} a bare fetch loop's (peer: its ms)`,
      value: ours / median(times.bare),
      target: 1.1,
      better: 'lower',
      unit: 'ratio',
      peer: median(times.bare),
    },
    {
      id: 'engine.vsOfficialMcp',
      what: `${what} backlog-mcp-server's, one call each (peer: its ms)`,
      value: ours / median(times.official),
      target: 1.05,
      better: 'lower',
      unit: 'ratio',
      peer: median(times.official),
    },
  ];
}

async function timeOurs(space: SpaceProcess, target: Target): Promise<number> {
  const opened = await freshDatabase('pglite');
  try {
    return await timeRun(opened, clientOf(space.origin), space.origin, target, 'limit');
  } finally {
    await opened.close();
  }
}
