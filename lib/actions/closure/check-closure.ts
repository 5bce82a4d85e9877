import { isBacklogError } from '@/lib/backlog';
import type { BacklogVersion } from '@/lib/backlog/schemas/issue';
import type { ClosureInput } from '@/lib/bulk';
import { closureDestination } from '@/lib/bulk/operations/closure-destination';
import type { IssueFilterQuery } from '@/lib/columns/issue-filter-to-query';
import { AppError } from '@/lib/errors';
import type { ActionContext } from '../context';

/** Up to here it is looked up whether anything is carried over; above, what was decided for the rest tells. */
const MOST_LOOKED_UP = 200;

/**
 * Refuses what could not be carried out, before anything is stored: the milestones as Backlog shows them right now, and
 * the days and the name of a new one.
 *
 * @throws AppError MILESTONE_GONE, MILESTONE_ARCHIVED, CLOSURE_INTO_ITSELF, MILESTONE_NAME_TAKEN, DATES_REVERSED
 */
export async function checkMilestones(
  { backlog }: ActionContext,
  { projectId, milestone, next }: ClosureInput,
): Promise<void> {
  if (next?.kind === 'new' && reversed(next)) throw new AppError('DATES_REVERSED');
  const versions = await backlog.projects.versions(projectId);
  requireUsable(versions, milestone);
  if (next?.kind === 'existing') {
    if (next.milestone.id === milestone.id) {
      throw new AppError('CLOSURE_INTO_ITSELF', { milestone: milestone.label });
    }
    requireUsable(versions, next.milestone);
  }
  if (next?.kind === 'new') requireFreeName(versions, next.name);
}

/** @throws AppError MILESTONE_GONE, MILESTONE_ARCHIVED */
export function requireUsable(
  versions: readonly BacklogVersion[],
  { id, label }: { id: number; label: string },
): void {
  const found = versions.find((version) => version.id === id);
  if (found === undefined) throw new AppError('MILESTONE_GONE', { milestone: label });
  if (found.archived) throw new AppError('MILESTONE_ARCHIVED', { milestone: found.name });
}

/** @throws AppError MILESTONE_NAME_TAKEN */
export function requireFreeName(versions: readonly BacklogVersion[], wanted: string): void {
  if (versions.some(({ name }) => name === wanted)) {
    throw new AppError('MILESTONE_NAME_TAKEN', { milestone: wanted });
  }
}

function reversed({ startDate, dueDate }: { startDate: string | null; dueDate: string | null }): boolean {
  return startDate !== null && dueDate !== null && dueDate < startDate;
}

/**
 * @param count issues of the query
 * @param statuses of the project, in display order
 * @throws AppError NEXT_MILESTONE_NEEDED when an issue would go to the next milestone, and there is none
 */
export async function requireNext(
  { backlog }: ActionContext,
  input: ClosureInput,
  query: IssueFilterQuery,
  { count, statuses }: { count: number; statuses: readonly { id: number }[] },
): Promise<void> {
  if (input.next !== null || count === 0) return;
  const wanted =
    input.unfinished === 'next' || Object.values(input.decisions).some(({ to }) => to === 'next');
  if (!wanted) return;
  if (count > MOST_LOOKED_UP) throw new AppError('NEXT_MILESTONE_NEEDED');
  const stay = new Set(input.leftOut);
  for await (const page of backlog.issues.walk(query)) {
    const carried = page.some(
      ({ id, status }) =>
        !stay.has(id) && closureDestination({ id, statusId: status.id }, input, statuses) === 'next',
    );
    if (carried) throw new AppError('NEXT_MILESTONE_NEEDED');
  }
}

/** @throws AppError NOT_FOUND when the issue that the report is written to cannot be seen */
export async function checkReport(
  { backlog }: ActionContext,
  { report: { comment } }: ClosureInput,
): Promise<void> {
  if (comment === null) return;
  try {
    await backlog.issues.get(comment.issueId);
  } catch (error) {
    if (!isBacklogError(error) || error.code !== 'BACKLOG_NOT_FOUND') throw error;
    throw new AppError('NOT_FOUND', { issue: comment.issueKey }, { cause: error });
  }
}
