import { and, desc, eq, lt } from 'drizzle-orm';
import { z } from 'zod';
import { plans, runs } from '@/lib/db/schema';
import { defineAction } from '../define-action';
import { planOfRun } from './load-run';
import { countOutcomes, storedCounts } from './run-counts';
import { runSummarySchema } from './run-schemas';
import { runSummary } from './run-summary';

export const runsList = defineAction({
  name: 'runs.list',
  description: "The person's runs at this space, newest first.",
  access: 'read',
  surfaces: ['ui', 'assistant', 'mcp'],
  withoutBacklog: true,
  input: z.strictObject({
    limit: z.number().int().min(1).max(100).default(50),
    before: z.iso.datetime().optional().describe('Only runs approved before this instant, for the next page'),
  }),
  output: z.object({ runs: z.array(runSummarySchema), more: z.boolean() }),
  run: async ({ ctx, input }) => {
    const { db, actor } = ctx;
    const rows = await db
      .select({ run: runs, plan: planOfRun })
      .from(runs)
      .innerJoin(plans, eq(plans.id, runs.planId))
      .where(
        and(
          eq(runs.spaceHost, actor.spaceHost),
          eq(runs.userId, actor.userId),
          input.before === undefined ? undefined : lt(runs.approvedAt, new Date(input.before)),
        ),
      )
      .orderBy(desc(runs.approvedAt), desc(runs.id))
      .limit(input.limit + 1);
    const page = rows.slice(0, input.limit);
    // What has ended is not counted again: its figures stand on its row.
    const open = page.flatMap(({ run }) => (run.counts === null ? [run.id] : []));
    const countsOf = await countOutcomes(db, open);
    return {
      runs: page.map(({ run, plan }) => runSummary(run, plan, storedCounts(run) ?? countsOf(run.id))),
      more: rows.length > input.limit,
    };
  },
});
