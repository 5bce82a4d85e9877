import { addDays, type LabelledId, type Overdue, overdueDecisionsSchema } from '@/lib/bulk';
import { CLOSED_STATUS_ID } from '@/lib/columns/is-overdue';
import { emptyIssueFilter, type IssueFilter } from '@/lib/columns/issue-filter';
import { issueFilterToQuery } from '@/lib/columns/issue-filter-to-query';
import type { ProjectReference } from '@/lib/columns/issue-row';
import { todayIn } from '@/lib/columns/today-in';
import { AppError } from '@/lib/errors';
import type { ActionContext } from '../context';
import { defineAction } from '../define-action';
import { joinedProjects } from '../issues/joined-projects';
import { projectReference } from '../issues/project-reference';
import { spaceReference } from '../issues/space-reference';
import { requireWriter } from '../permission';
import { beginPlan } from '../plans/begin-plan';
import { planSummarySchema } from '../plans/plan-schemas';
import { planSummary } from '../plans/plan-summary';

export const overdueDraft = defineAction({
  name: 'overdue.draft',
  description:
    'Makes a plan that marks overdue issues (a status of each project, a category, priority, comment) or moves their due dates; what is marked already is left alone. Writes nothing to Backlog; a person has to approve the plan before it is carried out.',
  access: 'plan',
  surfaces: ['ui', 'assistant', 'mcp'],
  input: overdueDecisionsSchema,
  output: planSummarySchema,
  run: async ({ ctx, input }) => {
    requireWriter(ctx);
    const operation: Overdue = { kind: 'overdue', ...input };
    const today = todayIn(ctx.actor.timezone, ctx.clock.now());
    const { due } = operation;
    if (due?.to === 'day' && due.day < today) throw new AppError('DAY_PAST', { day: due.day });
    const projects = await readProjects(ctx, operation.scope.projectIds);
    await requireValues(ctx, operation, projects);

    const filter = filterOf(operation, projects, today);
    const query = issueFilterToQuery(filter, []);
    const totalCount = await ctx.backlog.issues.count(query);
    const selection = { kind: 'allMatching' as const, filter, countSeen: totalCount, query };
    const plan = await beginPlan(ctx, {
      kind: 'overdue',
      operation,
      selection,
      totalCount,
      changes: [],
      title: '',
    });
    return planSummary(ctx, plan);
  },
});

/** @throws AppError PROJECT_NOT_JOINED */
async function readProjects({ backlog, actor, clock }: ActionContext, ids: readonly number[]) {
  const now = clock.now().getTime();
  const wanted = new Set(ids);
  const projects = (await joinedProjects(backlog, now)).filter(({ id }) => wanted.has(id));
  if (projects.length < wanted.size) {
    const known = new Set(projects.map(({ id }) => id));
    const missing = [...wanted].filter((id) => !known.has(id));
    throw new AppError('PROJECT_NOT_JOINED', { projects: missing.join(', ') });
  }
  const { timezone } = actor;
  return Promise.all(projects.map((project) => projectReference(backlog, project, { timezone, now })));
}

/** @throws AppError VALUE_GONE for the first mark that its project, or the space, does not have */
async function requireValues(
  { backlog, clock }: ActionContext,
  { mark }: Overdue,
  projects: readonly ProjectReference[],
): Promise<void> {
  for (const project of projects) {
    requireOne(project.statuses, mark.status?.[String(project.id)], project.projectKey);
    requireOne(project.categories, mark.category?.[String(project.id)], project.projectKey);
  }
  if (mark.priority === null) return;
  const { priorities, spaceName } = await spaceReference(backlog, clock.now().getTime());
  requireOne(priorities, mark.priority, spaceName);
}

function requireOne(values: readonly { id: number }[], chosen: LabelledId | undefined, place: string): void {
  if (chosen === undefined || values.some(({ id }) => id === chosen.id)) return;
  throw new AppError('VALUE_GONE', { value: chosen.label, place });
}

/**
 * What Backlog is asked for. It has no search for issues without an assignee: those are sorted out by the planning.
 * @throws AppError SELECTION_EMPTY when none of the statuses is one that an open issue can have
 */
function filterOf({ scope }: Overdue, projects: readonly ProjectReference[], today: string): IssueFilter {
  const wanted = new Set(scope.statusIds);
  const statusIds = projects
    .flatMap(({ statuses }) => statuses.map(({ id }) => id))
    .filter((id) => id !== CLOSED_STATUS_ID && (wanted.size === 0 || wanted.has(id)));
  if (statusIds.length === 0) throw new AppError('SELECTION_EMPTY');
  const people = scope.assigneeIds.filter((id) => id !== null);
  return {
    ...emptyIssueFilter,
    projectIds: scope.projectIds,
    statusIds: [...new Set(statusIds)],
    assigneeIds: people.length < scope.assigneeIds.length ? [] : people,
    issueTypeIds: scope.issueTypeIds,
    dueDateUntil: addDays(today, -scope.daysLate),
  };
}
