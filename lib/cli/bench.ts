import { writeFileSync } from 'node:fs';
import { cpus, platform, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { type BenchRow, benchTable, meetsTarget } from '@/lib/bench/bench-row';
import { isSuiteName, type SuiteName, suites } from '@/lib/bench/suites';

/** `npm run bench [-- --only engine,… --json FILE]`: ours and peers in one run, as ratios wherever time is concerned. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } });
  const asked = values.only?.split(',') ?? Object.keys(suites);
  const names: SuiteName[] = asked.filter(isSuiteName);
  const unknown = asked.filter((name) => !isSuiteName(name));
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(', ')}. Known: ${Object.keys(suites).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  const rows: BenchRow[] = [];
  for (const name of names) {
    for (const measure of suites[name]) rows.push(...(await measure()));
  }
  console.log(benchTable(rows));
  if (values.json !== undefined) {
    const machine = {
      platform: platform(),
      cpus: cpus().length,
      memoryBytes: totalmem(),
      node: process.version,
    };
    writeFileSync(
      values.json,
      `${JSON.stringify({ at: new Date().toISOString(), machine, rows }, null, 2)}\n`,
    );
  }
  if (!rows.every(meetsTarget)) process.exitCode = 1;
}

await main();
