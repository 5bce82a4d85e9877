import { inArray, sql } from 'drizzle-orm';
import next from 'next/package.json';
import { runs } from '@/lib/db/schema';
import own from '@/package.json';
import { getRoot } from './root';

const versions = { version: own.version, next: next.version };

/** State of this process for load balancers and people: 200, or 503 with the part that fails. No secrets. */
export async function health(): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' };
  let failing = 'start';
  try {
    const { db, databaseKind } = await getRoot();
    failing = 'db';
    const rows = await db
      .select({ state: runs.state, count: sql<number>`count(*)::int` })
      .from(runs)
      .where(inArray(runs.state, ['queued', 'running', 'cancelling', 'paused']))
      .groupBy(runs.state);
    const countOf = (...states: string[]) =>
      rows.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
    const counts = { running: countOf('running', 'cancelling'), waiting: countOf('queued', 'paused') };
    return Response.json({ status: 'ok', ...versions, db: databaseKind, runs: counts }, { headers });
  } catch {
    return Response.json({ status: 'failing', ...versions, failing }, { status: 503, headers });
  }
}
