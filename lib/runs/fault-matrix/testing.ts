import { asc, eq } from 'drizzle-orm';
import { afterEach, vi } from 'vitest';
import type { Change } from '@/lib/bulk/changes';
import type { DatabaseKind } from '@/lib/db';
import { planItems, runItems, runs } from '@/lib/db/schema';
import { createVirtualClock, type VirtualClock } from '@/lib/testing/virtual-clock';
import { storedItem } from '../stored';
import { createWorld, toEnglish, type World, type WorldOptions } from '../testing';
import { type Evidence, type JudgedRun, judge, type Violation } from './judge';

/** Worlds that are closed after each test of the calling file. */
export function worldsOfTests() {
  // Virtual hours cost work instead of time, and the machine may have other things to do.
  vi.setConfig({ testTimeout: 120_000 });
  const open: World[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });
  async function world(
    kind: DatabaseKind,
    issues: number,
    options: Omit<WorldOptions, 'issues'> = {},
  ): Promise<World> {
    const made = await createWorld(kind, { issues, ...options });
    open.push(made);
    return made;
  }
  return {
    /** On real time, with the short durations of `testTimings`. */
    world,
    /** On a virtual clock, with the durations of the product. */
    async virtualWorld(
      kind: DatabaseKind,
      issues: number,
      options: Omit<WorldOptions, 'issues'> & { startAt?: number } = {},
    ): Promise<{ w: World; clock: VirtualClock }> {
      const { startAt, ...rest } = options;
      const clock = createVirtualClock(startAt);
      return { w: await world(kind, issues, { ...rest, clock }), clock };
    },
  };
}

/** What every run of this world states about its plan. */
async function statements({ db }: World): Promise<JudgedRun[]> {
  const judged: JudgedRun[] = [];
  for (const run of await db.select().from(runs).orderBy(asc(runs.approvedAt))) {
    const rows = await db.select().from(planItems).where(eq(planItems.planId, run.planId));
    judged.push({
      userId: run.userId,
      state: run.state,
      planItems: rows.map((row) => storedItem(row.item, row.included)),
      runItems: await db.select().from(runItems).where(eq(runItems.runId, run.id)),
    });
  }
  return judged;
}

/** Judges all runs of a world by the log of its space. */
export async function verdict(
  world: World,
  given: Pick<Evidence, 'foreign' | 'blindWaitMs'> = {},
): Promise<Violation[]> {
  return judge({
    log: await world.log(),
    runs: await statements(world),
    edited: world.edited,
    ...given,
  });
}

/** What matches the PATCH of one issue. */
export const patchOf = (id: number) => ({ method: 'PATCH', path: `/api/v2/issues/${id}` });

export const states = (items: readonly { state: string }[]) => items.map((item) => item.state);

/** A change of class B: not to be sent twice. */
export const withComment: Change[] = [
  ...toEnglish,
  { field: 'comment', verb: 'add', text: '担当を替えます' },
];
