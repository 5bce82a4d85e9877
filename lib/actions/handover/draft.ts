import type { BacklogProject } from '@/lib/backlog/schemas/project';
import { type Handover, handoverSchema } from '@/lib/bulk';
import { successorsOf } from '@/lib/bulk/operations/assign-successors';
import { handoverComment } from '@/lib/bulk/operations/handover-comment';
import { emptyIssueFilter, type IssueFilter } from '@/lib/columns/issue-filter';
import { issueFilterToQuery } from '@/lib/columns/issue-filter-to-query';
import { AppError } from '@/lib/errors';
import type { ActionContext } from '../context';
import { defineAction } from '../define-action';
import { allLeftOut } from '../issues/all-left-out';
import { namedProjects } from '../issues/named-projects';
import { requireWriter } from '../permission';
import { beginPlan } from '../plans/begin-plan';
import { planSummarySchema } from '../plans/plan-schemas';
import { planSummary } from '../plans/plan-summary';
import { openStatusIds } from './open-status-ids';

/** Most characters of a comment at Backlog. */
const longestComment = 50_000;
/** As long as keys get. */
const longestKey = 'K'.repeat(40);

export const handoverDraft = defineAction({
  name: 'handover.draft',
  description:
    "Makes a plan that hands a person's open issues over to one or several successors. Only members of a project can receive its issues; others are shown with the reason. Writes nothing to Backlog; a person has to approve the plan before it is carried out.",
  access: 'plan',
  surfaces: ['ui', 'assistant', 'mcp'],
  input: handoverSchema.omit({ kind: true }),
  output: planSummarySchema,
  run: async ({ ctx, input }) => {
    requireWriter(ctx);
    const operation: Handover = { kind: 'handover', ...input };
    requireOthers(operation);
    requireShortComment(operation);
    const projects = await namedProjects(ctx, operation.scope.projectIds);
    await requireMembers(ctx, operation, projects);

    const filter = await filterOf(ctx, operation);
    const query = issueFilterToQuery(filter, []);
    const totalCount = await ctx.backlog.issues.count(query);
    if (await allLeftOut(ctx, query, totalCount, operation.scope.leftOut)) {
      throw new AppError('SELECTION_EMPTY');
    }
    const selection = { kind: 'allMatching' as const, filter, countSeen: totalCount, query };
    const wanted = { kind: 'handover' as const, operation, selection, totalCount, changes: [], title: '' };
    return planSummary(ctx, await beginPlan(ctx, wanted));
  },
});

/** @throws AppError HANDOVER_TO_SELF */
function requireOthers({ from, split }: Handover): void {
  if (successorsOf(split).some((person) => person.id === from.id)) {
    throw new AppError('HANDOVER_TO_SELF', { name: from.label });
  }
}

/** @throws AppError TOO_LARGE when names make a comment longer than Backlog takes */
function requireShortComment({ from, split, comment, lang }: Handover): void {
  if (comment === null) return;
  for (const { label } of successorsOf(split)) {
    const values = { from: from.label, to: label, due: '2026-11-22', key: longestKey };
    if (handoverComment(comment, values, lang).length > longestComment) {
      throw new AppError('TOO_LARGE', { what: 'comment', limit: longestComment });
    }
  }
}

/** @throws AppError SUCCESSOR_NOT_MEMBER with everybody who is a member of none of the projects */
async function requireMembers(
  { backlog }: ActionContext,
  { split, lang }: Handover,
  projects: readonly BacklogProject[],
): Promise<void> {
  const lists = await Promise.all(projects.map(({ id }) => backlog.projects.users(id)));
  const members = new Set(lists.flatMap((list) => list.map(({ id }) => id)));
  const strangers = successorsOf(split).filter((person) => !members.has(person.id));
  if (strangers.length === 0) return;
  const comma = lang === 'ja' ? '、' : ', ';
  throw new AppError('SUCCESSOR_NOT_MEMBER', {
    name: strangers.map((person) => person.label).join(comma),
    projects: projects.map(({ projectKey }) => projectKey).join(comma),
  });
}

/**
 * What Backlog is asked for: open issues of the leaver.
 * @throws AppError SELECTION_EMPTY when none of the statuses is one that an open issue can have
 */
async function filterOf({ backlog }: ActionContext, { from, scope }: Handover): Promise<IssueFilter> {
  const { projectIds, statusIds, issueTypeIds, milestoneIds, dueDateSince, dueDateUntil } = scope;
  const open = await openStatusIds(backlog, projectIds);
  const wanted = statusIds.length === 0 ? open : open.filter((id) => statusIds.includes(id));
  if (wanted.length === 0) throw new AppError('SELECTION_EMPTY');
  const own = { projectIds, statusIds: wanted, issueTypeIds, milestoneIds, dueDateSince, dueDateUntil };
  return { ...emptyIssueFilter, ...own, assigneeIds: [from.id] };
}
