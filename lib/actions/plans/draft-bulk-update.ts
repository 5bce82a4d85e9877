import { z } from 'zod';
import { changesSchema } from '@/lib/bulk/changes';
import { issueFilterSchema } from '@/lib/columns/issue-filter-schema';
import type { Selection } from '@/lib/runs';
import type { ActionContext } from '../context';
import { defineAction } from '../define-action';
import { filterQuery } from '../issues/filter-query';
import { joinedProjects } from '../issues/joined-projects';
import { requireWriter } from '../permission';
import { beginPlan } from './begin-plan';
import { planSummarySchema } from './plan-schemas';
import { planSummary } from './plan-summary';

const id = z.number().int().nonnegative();

const selectionInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ids'),
    ids: z.array(id).min(1).max(10_000).describe('Issue ids, in the order in which the plan shows them'),
    projectIds: z.array(id).max(200).describe('Projects of these issues; empty means every joined project'),
    seen: z
      .record(z.string().regex(/^\d+$/), z.string().max(40))
      .optional()
      .describe('`updated` of the issues when they were picked, by id: later changes become a warning'),
  }),
  z.strictObject({
    kind: z.literal('allMatching'),
    filter: issueFilterSchema.describe('All issues that match when the plan is made'),
    countSeen: z.number().int().nonnegative().describe('How many matched when the person decided'),
  }),
]);

/** The selection as it is stored, and how many issues it means. */
async function resolveSelection(
  { backlog, clock }: ActionContext,
  input: z.output<typeof selectionInput>,
): Promise<{ selection: Selection; totalCount: number }> {
  const now = clock.now().getTime();
  if (input.kind === 'allMatching') {
    const query = await filterQuery(backlog, input.filter, now);
    return { selection: { ...input, query }, totalCount: await backlog.issues.count(query) };
  }
  const ids = [...new Set(input.ids)];
  const named = input.projectIds;
  const projectIds = named.length > 0 ? named : (await joinedProjects(backlog, now)).map(({ id }) => id);
  return { selection: { ...input, ids, projectIds }, totalCount: ids.length };
}

export const plansDraftBulkUpdate = defineAction({
  name: 'plans.draftBulkUpdate',
  description:
    'Makes a plan: what the changes would do to each selected issue. Writes nothing to Backlog; a person has to approve the plan before it is carried out.',
  access: 'plan',
  surfaces: ['ui', 'assistant', 'mcp'],
  input: z.strictObject({
    selection: selectionInput,
    changes: changesSchema.describe('What to do, at most one change per field'),
    title: z.string().trim().max(200).optional().describe('Left out: named after its changes'),
  }),
  output: planSummarySchema,
  run: async ({ ctx, input }) => {
    requireWriter(ctx);
    const { selection, totalCount } = await resolveSelection(ctx, input.selection);
    const { changes, title = '' } = input;
    return planSummary(ctx, await beginPlan(ctx, { selection, totalCount, changes, title }));
  },
});
