import { type BacklogClient, dateOnly } from '@/lib/backlog';
import { defaultStatuses } from '@/lib/backlog/schemas/default-statuses';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { BacklogProject } from '@/lib/backlog/schemas/project';
import { closureBasics } from '@/lib/bulk/operations/closure-figures';
import type { ClosureBasics } from '@/lib/bulk/operations/closure-figures-schema';
import type { DatedMilestone } from '@/lib/bulk/operations/milestone-series';
import type { ProjectReference } from '@/lib/columns/issue-row';
import { AppError } from '@/lib/errors';
import { readOpenChildren } from '@/lib/runs/read-open-children';
import type { ActionContext } from '../context';
import { namedProjects } from '../issues/named-projects';
import { projectReference } from '../issues/project-reference';
import type { MovedOut } from './closure-schemas';
import { movedOut } from './moved-out';
import { toFigureIssue } from './to-figure-issue';

/** Issues of a milestone beyond this number are counted, not read. */
const MOST_ISSUES = 300;
const lifeMs = 60_000;

/** What Backlog shows of a milestone now. */
export interface MilestoneContent {
  /** Null: too many to read. */
  issues: BacklogIssue[] | null;
  basics: ClosureBasics;
  /** What earlier closings took out of it, and what Backlog shows of that now. */
  movedOut: MovedOut & { seen: BacklogIssue[] };
  /** Issue id → children that are not closed. Read when it is asked for, once. */
  openChildren: () => Promise<Record<string, number>>;
}

/** A milestone with its project. */
export interface MilestonePlace {
  project: BacklogProject;
  reference: ProjectReference;
  milestones: DatedMilestone[];
  milestone: DatedMilestone;
}

export interface MilestoneId {
  projectId: number;
  milestoneId: number;
}

/**
 * A milestone among those that the project has right now: a run or an undo may have created or deleted one a moment ago.
 * @throws AppError PROJECT_NOT_JOINED; NOT_FOUND when the project has no such milestone
 */
export async function milestonePlace(
  ctx: ActionContext,
  { projectId, milestoneId }: MilestoneId,
): Promise<MilestonePlace> {
  const [project] = await namedProjects(ctx, [projectId]);
  if (project === undefined) throw new AppError('NOT_FOUND');
  const { timezone } = ctx.actor;
  const [reference, versions] = await Promise.all([
    projectReference(ctx.backlog, project, { timezone, now: ctx.clock.now().getTime() }),
    ctx.backlog.projects.versions(projectId),
  ]);
  const milestones = versions.map(({ id, name, archived, startDate, releaseDueDate }) => ({
    id,
    name,
    archived,
    startDate: dateOnly(startDate, timezone),
    dueDate: dateOnly(releaseDueDate, timezone),
  }));
  const milestone = milestones.find(({ id }) => id === milestoneId);
  if (milestone === undefined) throw new AppError('NOT_FOUND');
  return { project, reference, milestones, milestone };
}

/** One list per client: nobody is served what another person may see. */
const begun = new WeakMap<BacklogClient, Map<number, { until: number; content: MilestoneContent }>>();

/**
 * The issues of a milestone, for a reading that takes several calls: until `forget`, and for at most a minute, the list
 * of the first call is used.
 */
export async function rememberedContent(
  ctx: ActionContext,
  place: MilestonePlace,
): Promise<{ content: MilestoneContent; forget: () => void }> {
  const own = begun.get(ctx.backlog) ?? new Map<number, { until: number; content: MilestoneContent }>();
  begun.set(ctx.backlog, own);
  const now = ctx.clock.now().getTime();
  const { id } = place.milestone;
  const known = own.get(id);
  const content =
    known !== undefined && known.until > now ? known.content : await milestoneContent(ctx, place);
  if (known?.content !== content) own.set(id, { until: now + lifeMs, content });
  return { content, forget: () => own.delete(id) };
}

/**
 * The issues of a milestone as they are now: two to four search calls, or one per status where there are too many; and
 * one per hundred issues that earlier closings took out.
 */
export async function milestoneContent(
  ctx: ActionContext,
  { project, reference: { statuses }, milestone }: MilestonePlace,
): Promise<MilestoneContent> {
  const { backlog } = ctx;
  const query = { projectIds: [project.id], milestoneIds: [milestone.id] };
  const [total, before] = await Promise.all([
    backlog.issues.count(query),
    movedOut(ctx, { projectId: project.id, milestoneId: milestone.id }),
  ]);
  if (total > MOST_ISSUES) {
    const counts = await Promise.all(
      statuses.map(({ id }) => backlog.issues.count({ ...query, statusIds: [id] })),
    );
    const basics: ClosureBasics = {
      total,
      statuses: statuses.map(({ id }, index) => ({ id, issues: counts[index] ?? 0, hours: 0 })),
      hoursKnown: false,
      estimatedHours: 0,
      actualHours: 0,
    };
    return {
      issues: null,
      basics,
      movedOut: { ...before, unseen: 0, seen: [] },
      openChildren: async () => ({}),
    };
  }
  const issues: BacklogIssue[] = [];
  for await (const page of backlog.issues.walk(query)) issues.push(...page);
  let children: Promise<Record<string, number>> | null = null;
  const here = new Set(issues.map(({ id }) => id));
  const gone = before.issues.filter(({ id }) => !here.has(id));
  const ids = gone.map(({ id }) => id);
  const seen = ids.length === 0 ? [] : await backlog.issues.byIds(ids, [project.id]);
  return {
    issues,
    basics: {
      ...closureBasics(issues.map(toFigureIssue), statuses),
      ...(gone.length === 0 ? {} : { movedOut: gone.length }),
    },
    movedOut: { ...before, issues: gone, unseen: gone.length - seen.length, seen },
    openChildren: () => {
      children ??= countOpenChildren(backlog, issues, project.id).catch((error: unknown) => {
        children = null;
        throw error;
      });
      return children;
    },
  };
}

async function countOpenChildren(
  backlog: BacklogClient,
  issues: readonly BacklogIssue[],
  projectId: number,
): Promise<Record<string, number>> {
  const open = issues.filter(({ status }) => status.id !== defaultStatuses.closed).map(({ id }) => id);
  const children = await readOpenChildren(backlog, open, [projectId], {});
  return Object.fromEntries([...children].map(([id, list]) => [id, list.length]));
}
