import { z } from 'zod';
import { dateOnly } from '@/lib/backlog';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { ActionContext } from '../context';
import { defineAction } from '../define-action';
import { rowIdSchema } from '../row-id';
import { type RemainingIssue, type RemainingWhy, remainingSchema } from './handover-schemas';
import { heldIssues } from './held-issues';
import { keptOnPurpose } from './kept-issues';
import { loadHandover, loadRows } from './load-handover';
import { whyOfRow, whyWithoutRow } from './why-held';

export const handoverRemaining = defineAction({
  name: 'handover.remaining',
  description:
    'What the leaver of a handover still holds at Backlog at this moment: open issues in every joined project, each with the reason, and whether it is kept on purpose. The handover is finished when nothing is left.',
  access: 'read',
  surfaces: ['ui', 'assistant', 'mcp'],
  input: z.strictObject({
    runId: rowIdSchema,
    limit: z.number().int().min(1).max(10_000).default(1_000).describe('Most issues in the answer'),
  }),
  output: remainingSchema,
  run: async ({ ctx, input: { runId, limit } }) => {
    const chain = await loadHandover(ctx, runId);
    const { from } = chain[0].operation;
    const held = await heldIssues(ctx, from.id);
    const [whyOf, kept] = await Promise.all([
      reasonsOf(ctx, chain, held),
      keptOnPurpose(
        ctx,
        from.id,
        held.map(({ id }) => id),
      ),
    ]);
    const counts = { open: held.length, kept: kept.size, left: held.length - kept.size };
    const issues = held
      .toSorted((a, b) => Number(kept.has(a.id)) - Number(kept.has(b.id)))
      .slice(0, limit)
      .map((issue) => shown(issue, whyOf(issue), kept.has(issue.id), ctx.actor.timezone));
    const readAt = ctx.clock.now().toISOString();
    return { from, counts, finished: counts.left === 0, issues, readAt };
  },
});

/** The latest plan that speaks of an issue tells why; where none does, the first one tells what was to go. */
async function reasonsOf(
  ctx: ActionContext,
  chain: Awaited<ReturnType<typeof loadHandover>>,
  held: readonly BacklogIssue[],
): Promise<(issue: BacklogIssue) => RemainingWhy> {
  const known = new Map<number, RemainingWhy>();
  for (const one of chain) {
    const unknown = held.flatMap(({ id }) => (known.has(id) ? [] : [id]));
    for (const row of await loadRows(ctx, one, unknown)) {
      const why = whyOfRow(row);
      if (why !== null) known.set(row.issueId, why);
    }
  }
  const first = chain.at(-1) ?? chain[0];
  const otherwise = whyWithoutRow(first.operation, { at: first.plannedAt, timezone: ctx.actor.timezone });
  return (issue) => known.get(issue.id) ?? otherwise(issue);
}

function shown(issue: BacklogIssue, why: RemainingWhy, kept: boolean, timezone: string): RemainingIssue {
  const { id, issueKey, summary, projectId, status, dueDate } = issue;
  return {
    issueId: id,
    issueKey,
    summary,
    projectId,
    status: { id: status.id, name: status.name, color: status.color },
    dueDate: dateOnly(dueDate, timezone),
    why,
    kept,
  };
}
