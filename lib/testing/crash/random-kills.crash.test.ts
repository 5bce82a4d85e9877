import { afterAll, describe, expect, test } from 'vitest';
import type { Change } from '@/lib/bulk/changes';
import { chaos } from '@/lib/env';
import { toEnglish } from '@/lib/runs/testing';
import { databaseKinds } from '../test-database';
import { type CrashWorld, createCrashWorld, eventually } from './crash-world';
import { percentile, seededRandom } from './seeded-random';

const issues = 100;
const killsPerRun = 5;
const latencyMs = 16;
const withComment: Change[] = [...toEnglish, { field: 'comment', verb: 'add', text: '担当を変えました' }];

const { kills: wanted, seed } = chaos();
const runsPerDatabase = Math.ceil((wanted ?? killsPerRun) / killsPerRun);

const figures = { kills: 0, runs: 0, duplicates: 0, lost: 0, unknown: 0, resumeMs: [] as number[] };

/** After how many accepted writes the server is killed, rising. */
function momentsOf(random: () => number, kills: number): number[] {
  const moments = new Set<number>();
  while (moments.size < kills) moments.add(1 + Math.floor(random() * (issues - 10)));
  return [...moments].sort((a, b) => a - b);
}

/** Kills the server again and again; each time another one goes on. */
async function killAt(world: CrashWorld, moments: readonly number[], random: () => number): Promise<void> {
  let server = await world.start();
  for (const moment of moments) {
    await world.untilAccepted(moment);
    // Anywhere within the next item: read, intent, request under way, answer, record.
    await new Promise((resolve) => setTimeout(resolve, random() * 4 * latencyMs));
    await server.kill();
    figures.kills += 1;
    const before = (await world.log()).length;
    const began = performance.now();
    server = await world.start();
    await eventually(async () => (await world.log()).length > before);
    figures.resumeMs.push(performance.now() - began);
  }
  await world.untilRunsEnd(server);
}

describe.each(databaseKinds)('a server killed at random moments, on %s', (kind) => {
  const runs = Array.from({ length: runsPerDatabase }, (_, index) => index);

  test.each(runs)(
    'run %i of 100 issues: nothing lost, nothing twice',
    async (index) => {
      const random = seededRandom(seed + index * 7 + kind.length);
      const moments = momentsOf(random, Math.min(killsPerRun, (wanted ?? killsPerRun) - index * killsPerRun));
      // A comment must not be repeated; a lost one is stated as unknown, never sent again.
      const commenting = index % 2 === 1;
      const world = await createCrashWorld(kind, { issues, latencyMs });
      try {
        await world.approved({ changes: commenting ? withComment : toEnglish });
        await killAt(world, moments, random);

        const { violations, runs: [run] = [], items, patches } = await world.verdict();
        const accepted = patches.filter((patch) => patch.appliedAt !== undefined);
        const written = new Set(accepted.map(({ path }) => Number(path.split('/').at(-1))));
        const stateOf = new Map(items.map(({ issueId, state }) => [issueId, state]));
        figures.runs += 1;
        figures.duplicates += accepted.length - written.size;
        // What was written is stated as written, and nothing else is.
        figures.lost += world.ids.filter((id) => (stateOf.get(id) === 'applied') !== written.has(id)).length;
        figures.unknown += items.filter(({ state }) => state === 'unknown').length;
        const told = `seed ${seed}, killed after ${moments.join(', ')} writes`;
        expect(violations, told).toEqual([]);
        expect(figures, told).toMatchObject({ duplicates: 0, lost: 0 });
        expect(run?.state, told).toBe('done');
        const outcomes = [...new Set(items.map(({ state }) => state))].sort();
        expect(commenting ? ['applied', 'unknown'] : ['applied'], told).toEqual(
          expect.arrayContaining(outcomes),
        );
      } finally {
        await world.close();
      }
    },
    600_000,
  );
});

afterAll(() => {
  const { kills, runs, duplicates, lost, unknown, resumeMs } = figures;
  const ms = (share: number) => Math.round(percentile(resumeMs, share));
  console.log(
    `${kills} kills in ${runs} runs of ${issues} issues (seed ${seed}): ${duplicates} duplicates, ${lost} lost, ` +
      `${unknown} comments not sent again and stated as unknown; from start to the next request p50 ${ms(0.5)} ms, max ${ms(1)} ms`,
  );
});
