import { defaultStatuses } from '@/lib/backlog/schemas/default-statuses';
import { addDays, daysBetween, isWorkingDay } from '../working-days';
import { isDoneLike } from './closure-destination';
import type { ClosureBasics, ClosureFigures } from './closure-figures-schema';
import {
  carryOverCount,
  type HistoryEvent,
  type HistoryNames,
  type PastIssue,
  type PresentIssue,
  pastOf,
} from './milestone-history';
import type { DatedMilestone } from './milestone-series';

/** An issue that holds the milestone now. */
export interface FigureIssue extends PresentIssue {
  id: number;
  assigneeId: number | null;
  assigneeName: string | null;
  issueTypeId: number;
  actualHours: number | null;
}

/** What the figures of a milestone are worked out from. Days are yyyy-MM-dd. */
export interface FiguresInput {
  milestone: DatedMilestone;
  issues: readonly FigureIssue[];
  /** What earlier closings took out of it: not done when they did. */
  movedOut?: readonly FigureIssue[];
  /** How many more of those there are that cannot be seen any more. */
  unseen?: number;
  /** Of every issue, by its id. */
  histories: ReadonlyMap<number, readonly HistoryEvent[]>;
  /** All of the project, archived ones too. */
  milestones: readonly DatedMilestone[];
  /** In display order. */
  statuses: readonly { id: number; name: string }[];
  issueTypes: readonly { id: number; name: string }[];
  velocities: ClosureFigures['velocities'];
  holidays: ReadonlySet<string>;
  today: string;
  timezone: string;
}

/** A chart of more days would say nothing. */
const mostDays = 366;

interface Load {
  issues: number;
  hours: number;
}

/** An issue with its past. */
interface Followed {
  issue: FigureIssue;
  at: (day: string) => PastIssue | null;
}

/**
 * Figures of a milestone from the change logs of the issues that hold it now, and of those that earlier closings took
 * out. What somebody took out otherwise is not part of any of them: nothing tells of it.
 *
 * @param resolvedIsDone whether 処理済み and later statuses count as done
 */
export function closureFigures(input: FiguresInput, resolvedIsDone: boolean): ClosureFigures {
  const { milestone, issues, histories, milestones, statuses, timezone, velocities } = input;
  const { movedOut = [], unseen = 0 } = input;
  const names: HistoryNames = { milestones, statuses, timezone };
  const all = [...issues, ...movedOut];
  const total = all.length + unseen;
  const followed = all.map((issue) => ({
    issue,
    at: pastOf(issue, histories.get(issue.id) ?? [], names),
  }));
  const isDone = (statusId: number | null) =>
    statusId === defaultStatuses.closed ||
    (resolvedIsDone && statusId !== null && isDoneLike(statusId, statuses));
  const held = (past: PastIssue | null) => past?.milestoneIds.includes(milestone.id) ?? false;
  const open = (past: PastIssue | null) => past !== null && held(past) && !isDone(past.statusId);
  const left = issues.filter(({ statusId }) => !isDone(statusId));
  const done = issues.filter(({ statusId }) => isDone(statusId));
  const carryOvers = new Map(
    issues.map(({ id }) => [id, carryOverCount(histories.get(id) ?? [], milestones, timezone)]),
  );
  const { startDate: start } = milestone;
  const planned = start === null ? null : followed.filter(({ at }) => held(at(start)));
  const begun =
    planned === null || start === null
      ? null
      : planned.filter(({ at }) => !isDone(at(addDays(start, -1))?.statusId ?? null));
  return {
    start: begun === null || start === null ? null : loadOf(begun.map(({ at }) => at(start))),
    burndown: burndown(input, followed, open),
    now: loadOf(left),
    // Nobody knows when the unseen ones came.
    planned: planned === null || unseen > 0 ? null : planned.length,
    added: planned === null || unseen > 0 ? null : total - planned.length,
    done: loadOf(done),
    completionRate: total === 0 ? null : done.length / total,
    carryOvers: Object.fromEntries([...carryOvers].filter(([, count]) => count > 0)),
    byAssignee: byAssignee(left, carryOvers),
    bugs: bugs(all, input.issueTypes),
    velocities,
  };
}

/** Counts and hours as they are, from the issues alone. */
export function closureBasics(
  issues: readonly Pick<FigureIssue, 'statusId' | 'estimatedHours' | 'actualHours'>[],
  statuses: readonly { id: number }[],
): ClosureBasics {
  return {
    total: issues.length,
    statuses: statuses.map(({ id }) => ({ id, ...loadOf(issues.filter(({ statusId }) => statusId === id)) })),
    hoursKnown: true,
    estimatedHours: sum(issues.map((issue) => issue.estimatedHours)),
    actualHours: sum(issues.map((issue) => issue.actualHours)),
  };
}

function burndown(
  { milestone: { startDate, dueDate }, today, holidays }: FiguresInput,
  followed: readonly Followed[],
  open: (past: PastIssue | null) => boolean,
): ClosureFigures['burndown'] {
  if (startDate === null || dueDate === null || daysBetween(startDate, dueDate) > mostDays) return null;
  const last = today < dueDate ? today : dueDate;
  const count = Math.max(0, daysBetween(startDate, last) + 1);
  return Array.from({ length: count }, (_, index) => {
    const day = addDays(startDate, index);
    const past = followed.map(({ at }) => at(day)).filter(open);
    return { day, workingDay: isWorkingDay(day, holidays), ...loadOf(past) };
  });
}

function byAssignee(
  left: readonly FigureIssue[],
  carryOvers: ReadonlyMap<number, number>,
): ClosureFigures['byAssignee'] {
  const groups = new Map<number | null, FigureIssue[]>();
  for (const issue of left) groups.set(issue.assigneeId, [...(groups.get(issue.assigneeId) ?? []), issue]);
  return [...groups]
    .map(([id, issues]) => ({
      id,
      name: issues[0]?.assigneeName ?? null,
      ...loadOf(issues),
      carryOvers: issues.reduce((all, issue) => all + (carryOvers.get(issue.id) ?? 0), 0),
    }))
    .sort((a, b) => b.issues - a.issues || b.carryOvers - a.carryOvers || (a.id ?? 0) - (b.id ?? 0));
}

/** Types have the names that a project gives them: only where one is plainly called so are bugs counted. */
function bugs(
  issues: readonly FigureIssue[],
  issueTypes: FiguresInput['issueTypes'],
): ClosureFigures['bugs'] {
  const ids = new Set(issueTypes.filter(({ name }) => /^(バグ|bug)$/i.test(name)).map(({ id }) => id));
  if (ids.size === 0) return null;
  return { issues: issues.filter(({ issueTypeId }) => ids.has(issueTypeId)).length, total: issues.length };
}

function loadOf(issues: readonly ({ estimatedHours: number | null } | null)[]): Load {
  return { issues: issues.length, hours: sum(issues.map((issue) => issue?.estimatedHours ?? null)) };
}

/** Hours have two decimals; binary fractions must not show. */
function sum(hours: readonly (number | null)[]): number {
  return Math.round(hours.reduce<number>((all, one) => all + (one ?? 0), 0) * 100) / 100;
}
