import { and, asc, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import {
  editorSince,
  type FieldDiff,
  type FieldValue,
  imageOf,
  type PlanItem,
  resolveAgainstFresh,
} from '@/lib/bulk';
import { mergeList } from '@/lib/bulk/merge-list';
import { planItems, runItems } from '@/lib/db/schema';
import { storedItem } from '@/lib/runs';
import { defineAction } from '../define-action';
import { joinedProjects } from '../issues/joined-projects';
import { diffFieldSchema, fieldDiffSchema, fieldValueSchema } from '../plans/plan-schemas';
import { rowIdSchema } from '../row-id';
import { loadRun } from './load-run';

const conflictSchema = z.object({
  position: z.number(),
  issueId: z.number(),
  issueKey: z.string(),
  summary: z.string(),
  state: z
    .enum(['changed', 'asPlanned', 'atTarget', 'moved', 'gone'])
    .describe(
      'changed: another value stands there; asPlanned: it was put back; atTarget: it has our values; moved: in another project; gone: deleted or no longer visible',
    ),
  by: z
    .object({ name: z.string(), at: z.string() })
    .nullable()
    .describe('Who changed the issue last, and when; null if nobody did since the plan was made'),
  fields: z.array(
    z.object({
      field: diffFieldSchema,
      diff: fieldDiffSchema.describe('The field as it was planned, custom fields with name and kind'),
      planned: fieldValueSchema.describe('What the plan was made from'),
      now: fieldValueSchema.describe('What Backlog shows at this moment'),
      yours: fieldValueSchema.describe('What the plan was to write'),
      inConflict: z.boolean(),
    }),
  ),
});
export type RunConflict = z.infer<typeof conflictSchema>;

export const runsConflicts = defineAction({
  name: 'runs.conflicts',
  description:
    'Issues that a run left alone because somebody else had changed them, each field with three values: as planned from, as Backlog shows it now (read at this moment), and as it was to be.',
  access: 'read',
  surfaces: ['ui', 'assistant', 'mcp'],
  input: z.strictObject({ runId: rowIdSchema }),
  output: z.object({ conflicts: z.array(conflictSchema) }),
  run: async ({ ctx, input }) => {
    const { run, plan } = await loadRun(ctx, input.runId);
    const rows = await ctx.db
      .select({ position: runItems.position, item: planItems.item })
      .from(runItems)
      .innerJoin(planItems, and(eq(planItems.planId, plan.id), eq(planItems.position, runItems.position)))
      .where(
        // Side steps are no issues that could be read.
        and(eq(runItems.runId, run.id), eq(runItems.state, 'conflict'), gt(runItems.issueId, 0)),
      )
      .orderBy(asc(runItems.position));
    const items = rows.map((row) => ({ position: row.position, item: storedItem(row.item, true) }));
    if (items.length === 0) return { conflicts: [] };
    const projects = await joinedProjects(ctx.backlog, ctx.clock.now().getTime());
    const found = await ctx.backlog.issues.byIds(
      items.map(({ item }) => item.issueId),
      projects.map(({ id }) => id),
    );
    const fresh = new Map(found.map((issue) => [issue.id, issue]));
    return {
      conflicts: items.map(({ position, item }) =>
        compare(position, item, fresh.get(item.issueId), ctx.actor.timezone),
      ),
    };
  },
});

function compare(
  position: number,
  item: PlanItem,
  fresh: BacklogIssue | undefined,
  timezone: string,
): RunConflict {
  const { issueId, issueKey, summary } = item;
  const known = { position, issueId, issueKey, summary };
  if (fresh === undefined) return { ...known, state: 'gone', by: null, fields: [] };
  const now = imageOf(
    fresh,
    item.diffs.map((diff) => diff.field),
    timezone,
  );
  const resolution = resolveAgainstFresh(item, fresh, timezone);
  const standing = new Set(resolution.kind === 'conflict' ? resolution.fields.map(({ field }) => field) : []);
  return {
    ...known,
    issueKey: fresh.issueKey,
    summary: fresh.summary,
    state: standing.has('project')
      ? 'moved'
      : ({ conflict: 'changed', send: 'asPlanned', unchanged: 'atTarget' } as const)[resolution.kind],
    by: editorSince(item, fresh),
    fields: item.diffs.map((diff) => ({
      field: diff.field,
      diff,
      planned: diff.before,
      now: now[diff.field] ?? null,
      yours: yoursOf(diff, now[diff.field] ?? null),
      inConflict: standing.has(diff.field),
    })),
  };
}

/** What the plan would make of the present value: lists that are merged take the change into what stands there. */
function yoursOf(diff: FieldDiff, now: FieldValue): FieldValue {
  return 'merge' in diff && diff.merge && Array.isArray(now)
    ? mergeList(now, diff.add, diff.remove)
    : diff.after;
}
