import type { OpenDatabase } from '@/lib/db';
import { testDatabaseUrl } from '@/lib/env';
import { createTestDatabase, databaseKinds } from '@/lib/testing/test-database';
import { type BenchRow, percentile } from '../bench-row';
import { clientOf, targetIssues, timeRun } from './engine-under-test';
import { startSpace } from './space-process';

const ITEMS = 140;
const LATENCY_MS = 40;

const targets = {
  pglite: { id: 'engine.overheadP95Pglite', target: 5 },
  postgres: { id: 'engine.overheadP95Postgres', target: 15 },
} as const;

/**
 * What the engine adds to each item beyond Backlog's own time: from the answer to one PATCH to the sending of the
 * next, which takes the record, the comparison and the intent of the next one. p95 over a run.
 */
export async function overheadRows(): Promise<BenchRow[]> {
  if (testDatabaseUrl() === null) throw new Error('the overhead on PostgreSQL needs TEST_DATABASE_URL');
  const space = await startSpace(['--latency', String(LATENCY_MS)]);
  try {
    const rows: BenchRow[] = [];
    for (const kind of databaseKinds) {
      await space.reset();
      const opened = await createTestDatabase(kind);
      const gaps = await measureGaps(opened, space.origin).finally(() => opened.close());
      rows.push({
        ...targets[kind],
        what: `from one answer to the next PATCH, p95 of ${ITEMS} items on ${kind}`,
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

/** Milliseconds between the answer to each write and the next write. */
async function measureGaps(opened: OpenDatabase, origin: string): Promise<number[]> {
  const gaps: number[] = [];
  let answeredAt: number | null = null;
  const timed: typeof fetch = async (input, init) => {
    if (init?.method !== 'PATCH') return fetch(input, init);
    if (answeredAt !== null) gaps.push(performance.now() - answeredAt);
    const answer = await fetch(input, init);
    const body = await answer.text();
    answeredAt = performance.now();
    return new Response(body, answer);
  };
  const client = clientOf(origin, timed);
  await timeRun(opened, client, origin, await targetIssues(client, ITEMS), 'limit');
  return gaps;
}
