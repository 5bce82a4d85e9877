import { defaultStatuses } from '@/lib/backlog/schemas/default-statuses';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { ProjectValue } from '../change-parts';
import type { Change } from '../changes';
import { dateValueOf } from '../issue-values';
import type { PlanProject } from '../plan-reference';
import { movedDueDate } from './closure-destination';
import type { NextPlace } from './closure-next';
import type { Closure, Destination } from './closure-schema';

/** What the changes of a row are made from. */
export interface ClosurePlace {
  closure: Closure;
  project: PlanProject;
  next: NextPlace;
  timezone: string;
}

/**
 * What a destination means for one issue. What is closed keeps its milestones, the closed one too; of what goes on, the
 * closed milestone alone is taken away. A resolution that an issue has stays, unless another one was chosen for it.
 */
export function closureChanges(to: Destination, issue: BacklogIssue, place: ClosurePlace): Change[] {
  const { closure } = place;
  const { assignee, resolution } = closure.decisions[String(issue.id)] ?? {};
  const somebodyElse: Change[] =
    assignee === undefined ? [] : [{ field: 'assignee', verb: 'set', to: assignee }];
  const closed = inProject(closure, closure.milestone.label, closure.milestone.id);
  switch (to) {
    case 'close': {
      const chosen = resolution ?? (issue.resolution === null ? closure.resolution : undefined);
      return [
        { field: 'status', verb: 'set', to: closedStatus(place) },
        ...(chosen === undefined ? [] : [{ field: 'resolution', verb: 'set', to: chosen } as const]),
        ...somebodyElse,
      ];
    }
    case 'none':
      return [{ field: 'milestone', verb: 'remove', values: [closed] }, ...somebodyElse];
    case 'next': {
      const { next, timezone } = place;
      const due = closure.moveDueDates ? movedDueDate(dateValueOf(issue, 'dueDate', timezone), next) : null;
      return [
        { field: 'milestone', verb: 'swap', from: closed, to: inProject(closure, next.label, next.id) },
        ...(due === null ? [] : [{ field: 'dueDate', verb: 'set', to: due } as const]),
        ...somebodyElse,
      ];
    }
  }
}

/** Whether somebody had this issue closed along with others, whatever was decided for it before. */
export function closedByFix(fixes: readonly Change[], projectId: number): boolean {
  return fixes.some(
    (change) =>
      change.field === 'status' &&
      change.verb === 'set' &&
      change.to.byProject[String(projectId)] === defaultStatuses.closed,
  );
}

function inProject({ projectId }: Closure, label: string, id: number): ProjectValue {
  return { label, byProject: { [projectId]: id } };
}

function closedStatus({ closure, project }: ClosurePlace): ProjectValue {
  const status = project.statuses.find(({ id }) => id === defaultStatuses.closed);
  return inProject(closure, status?.name ?? '完了', defaultStatuses.closed);
}
