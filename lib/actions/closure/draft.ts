import { defaultStatuses } from '@/lib/backlog/schemas/default-statuses';
import { type Closure, type ClosureInput, closureInputSchema, ownRowCount } from '@/lib/bulk';
import { emptyIssueFilter } from '@/lib/columns/issue-filter';
import { issueFilterToQuery } from '@/lib/columns/issue-filter-to-query';
import { AppError } from '@/lib/errors';
import { defineAction } from '../define-action';
import { allLeftOut } from '../issues/all-left-out';
import { namedProjects } from '../issues/named-projects';
import { requireWriter } from '../permission';
import { beginPlan } from '../plans/begin-plan';
import { planSummarySchema } from '../plans/plan-schemas';
import { planSummary } from '../plans/plan-summary';
import { checkMilestones, checkReport, requireNext } from './check-closure';
import { refuseUnderWay } from './closure-under-way';
import { takeSnapshot } from './take-snapshot';

export const closureDraft = defineAction({
  name: 'closure.draft',
  description:
    'Makes a plan that closes a milestone: the next one is created if wanted, every open issue that is not left out is closed, carried over or taken out as decided, a report is written if wanted, and the milestone is archived last if all of that went through and no open issue is left in it. Other milestones of the issues stay. Writes nothing to Backlog; a person has to approve the plan before it is carried out.',
  access: 'plan',
  surfaces: ['ui', 'assistant', 'mcp'],
  input: closureInputSchema,
  output: planSummarySchema,
  run: async ({ ctx, input: given }) => {
    requireWriter(ctx);
    const input = withTrimmedName(given);
    const { projectId, milestone } = input;
    await namedProjects(ctx, [projectId]);
    const [statuses] = await Promise.all([
      ctx.backlog.projects.statuses(projectId),
      checkMilestones(ctx, input),
      refuseUnderWay(ctx, input),
    ]);
    const statusIds = statuses.map(({ id }) => id).filter((id) => id !== defaultStatuses.closed);
    const filter = {
      ...emptyIssueFilter,
      projectIds: [projectId],
      milestoneIds: [milestone.id],
      statusIds,
    };
    const query = issueFilterToQuery(filter, []);
    const [countSeen] = await Promise.all([ctx.backlog.issues.count(query), checkReport(ctx, input)]);
    const [snapshot] = await Promise.all([
      takeSnapshot(ctx, input),
      requireNext(ctx, input, query, { count: countSeen, statuses }),
    ]);
    const operation: Closure = { kind: 'closure', ...input, snapshot };
    const ownRows = ownRowCount(operation);
    if (ownRows === 0 && (await allLeftOut(ctx, query, countSeen, input.leftOut))) {
      throw new AppError('NOTHING_TO_CHANGE');
    }
    const totalCount = countSeen + ownRows;
    const selection = { kind: 'allMatching' as const, filter, countSeen, query };
    const wanted = { kind: 'closure' as const, operation, selection, totalCount, changes: [], title: '' };
    return planSummary(ctx, await beginPlan(ctx, wanted));
  },
});

/** Backlog takes the blanks around a name away; names are compared without them. @throws AppError BAD_INPUT */
function withTrimmedName(input: ClosureInput): ClosureInput {
  const { next } = input;
  if (next?.kind !== 'new') return input;
  const name = next.name.trim();
  if (name === '') throw new AppError('BAD_INPUT', { field: 'next.name' });
  return { ...input, next: { ...next, name } };
}
