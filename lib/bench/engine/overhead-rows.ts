import type { OpenDatabase } from '@/lib/db';
import { testDatabaseUrl } from '@/lib/env';
import { databaseKinds } from '@/lib/testing/test-database';
import { type BenchRow, percentile } from '../bench-row';
import { clientOf, targetIssues, timeRun } from './engine-under-test';
import { freshDatabase } from './fresh-database';
import { startSpace } from './space-process';

/** So many that the first ones, before the code is warm, do not make the figure. */
const ITEMS = 400;
const LATENCY_MS = 40;

const targets = {
  pglite: { id: 'engine.overheadP95Pglite', target: 5 },
  postgres: { id: 'engine.overheadP95Postgres', target: 15 },
} as const;

/**
 * What the engine adds to each item beyond Backlog's own time: from Backlog's last answer to the sending of the next
 * PATCH, which takes reading the answers, the comparison with the plan and the intent. p95 over a run.
 */
export async function overheadRows(): Promise<BenchRow[]> {
  if (testDatabaseUrl() === null) throw new Error('the overhead on PostgreSQL needs TEST_DATABASE_URL');
  const space = await startSpace(['--latency', String(LATENCY_MS), '--limit-update', '1000']);
  try {
    const rows: BenchRow[] = [];
    for (const kind of databaseKinds) {
      await space.reset();
      const opened = await freshDatabase(kind);
      const gaps = await measureGaps(opened, space.origin).finally(() => opened.close());
      rows.push({
        ...targets[kind],
        what: `from Backlog's last answer to the next PATCH, p95 of ${ITEMS} items on ${kind}`,
        value: percentile(gaps, 0.95),
        better: 'lower',
        unit: 'ms',
      });
    }
    return rows;
  } finally {
    await space.stop();
  }
}

/** Milliseconds from the last answer that the next write needs (the write before, its own issue) to its sending. */
async function measureGaps(opened: OpenDatabase, origin: string): Promise<number[]> {
  const gaps: number[] = [];
  let answeredAt: number | null = null;
  const timed: typeof fetch = async (input, init) => {
    if (init?.method === 'PATCH' && answeredAt !== null) gaps.push(performance.now() - answeredAt);
    const answer = await fetch(input, init);
    const body = await answer.text();
    answeredAt = performance.now();
    return new Response(body, answer);
  };
  const client = clientOf(origin, timed);
  await timeRun(opened, client, origin, await targetIssues(client, ITEMS), 'limit');
  return gaps;
}
