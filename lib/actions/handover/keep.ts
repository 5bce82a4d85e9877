import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { keptIssues } from '@/lib/db/schema';
import { defineAction } from '../define-action';
import { requireApprover } from '../permission';
import { rowIdSchema } from '../row-id';
import { writeAudit } from '../write-audit';
import { loadHandover } from './load-handover';

export const handoverKeep = defineAction({
  name: 'handover.keep',
  description:
    'Says of issues that they stay with the leaver on purpose, or takes that back. A handover is finished without them, until a later one takes them up. Changes nothing at Backlog.',
  // A decision that ends a handover: only a person makes it.
  access: 'approve',
  surfaces: ['ui'],
  withoutBacklog: true,
  input: z.strictObject({
    runId: rowIdSchema,
    issueIds: z.array(z.number().int().nonnegative()).min(1).max(10_000),
    kept: z.boolean(),
  }),
  output: z.object({ issueIds: z.array(z.number()), kept: z.boolean() }),
  run: async ({ ctx, input }) => {
    requireApprover(ctx);
    const { runId, kept } = input;
    const [{ operation }] = await loadHandover(ctx, runId);
    const issueIds = [...new Set(input.issueIds)];
    const { spaceHost, userId } = ctx.actor;
    const leaverId = operation.from.id;
    await ctx.db.transaction(async (tx) => {
      if (kept) {
        // By the clock of the database, which tells when items of runs ended: the later of the two decides.
        const keptAt = sql`now()`;
        const rows = issueIds.map((issueId) => ({ spaceHost, userId, leaverId, issueId, keptAt }));
        const { spaceHost: host, userId: by, leaverId: of, issueId: what } = keptIssues;
        await tx
          .insert(keptIssues)
          .values(rows)
          .onConflictDoUpdate({ target: [host, by, of, what], set: { keptAt } });
      } else {
        await tx
          .delete(keptIssues)
          .where(
            and(
              eq(keptIssues.spaceHost, spaceHost),
              eq(keptIssues.userId, userId),
              eq(keptIssues.leaverId, leaverId),
              inArray(keptIssues.issueId, issueIds),
            ),
          );
      }
      const event = kept ? 'handover.kept' : 'handover.unkept';
      await writeAudit(tx, ctx, { event, subjectId: runId, data: { leaverId, issueIds } });
    });
    return { issueIds, kept };
  },
});
