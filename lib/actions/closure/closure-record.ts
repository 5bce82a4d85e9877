import { defaultStatuses } from '@/lib/backlog/schemas/default-statuses';
import type { Closure, PlanItem, PlanStep } from '@/lib/bulk';
import { closureGoal } from '@/lib/bulk/operations/closure-goal';
import type { Destination } from '@/lib/bulk/operations/closure-schema';
import type { RunItem } from '../runs/run-schemas';
import type { ClosureRecord } from './closure-schemas';

/** One row of the plan, and what became of it. */
export interface RecordRow {
  item: PlanItem;
  /** Null: not part of the run. `undone`: carried out, and taken back by a later run. */
  state: RunItem['state'] | 'undone' | null;
  reason: NonNullable<RunItem['reason']>['code'] | null;
  /** Id of what a side step created. */
  createdId: number | null;
  /** The later run that tells. */
  by?: ClosureRecord['later'][number]['run'];
}

/** A row that takes an issue somewhere. */
interface GoalRow extends RecordRow {
  goal: Destination;
  /** Whether the issue held the closed milestone. */
  ofMilestone: boolean;
}

/** What a run, and those that took it up again or back, did with a milestone; from the rows of the plan. */
export function closureRecord(closure: Closure, rows: readonly RecordRow[]): Omit<ClosureRecord, 'runId'> {
  const { projectId, milestone, resolvedIsDone, snapshot, next, report } = closure;
  const goals = rows.flatMap((row): GoalRow[] => {
    const goal = row.item.step === undefined ? closureGoal(row.item.diffs, milestone.id) : null;
    const ofMilestone = row.item.current?.milestone?.some(({ id }) => id === milestone.id) ?? false;
    return goal === null ? [] : [{ ...row, goal, ofMilestone }];
  });
  const reached = goals.filter(isReached);
  const closed = groupOf(reached.filter((row) => row.goal === 'close' && row.ofMilestone));
  const create = stepOf(rows, 'createMilestone');
  return {
    projectId,
    milestone,
    resolvedIsDone,
    snapshot,
    next: next === null ? null : nextOf(next, create),
    closed,
    carriedOver: groupOf(reached.filter((row) => row.goal === 'next')),
    withoutMilestone: groupOf(reached.filter((row) => row.goal === 'none')),
    closedAlong: reached.filter((row) => row.goal === 'close' && !row.ofMilestone).length,
    carriedOverBy: byAssignee(reached.filter((row) => row.goal === 'next')),
    notDone: notDone(rows, staysOf(closure, rows, goals)),
    later: laterOf(rows, milestone.id),
    ...afterwards(snapshot, closed),
    create: stepResult(create),
    wiki: stepResult(stepOf(rows, 'createWiki')),
    comment: report.comment && commentOf(report.comment, rows),
    archive: stepResult(stepOf(rows, 'archiveMilestone')),
  };
}

function isReached({ state }: RecordRow): boolean {
  return state === 'applied' || state === 'unchanged';
}

function groupOf(rows: readonly RecordRow[]): ClosureRecord['closed'] {
  const hours = rows.reduce((all, { item }) => all + (item.current?.estimatedHours ?? 0), 0);
  return { issues: rows.length, hours: Math.round(hours * 100) / 100 };
}

function byAssignee(rows: readonly RecordRow[]): ClosureRecord['carriedOverBy'] {
  const people = new Map<number | null, ClosureRecord['carriedOverBy'][number]>();
  for (const { item } of rows) {
    const { id = null, name = null } = item.current?.assignee ?? {};
    const known = people.get(id) ?? { id, name, issues: 0 };
    people.set(id, { ...known, issues: known.issues + 1 });
  }
  return [...people.values()].sort((a, b) => b.issues - a.issues || (a.id ?? 0) - (b.id ?? 0));
}

/** How many issues stayed as they are without a row that says so. */
function staysOf({ leftOut }: Closure, rows: readonly RecordRow[], goals: readonly GoalRow[]): number {
  const told = new Set(
    [...goals, ...rows.filter(({ state }) => state === null)].map((row) => row.item.issueId),
  );
  return leftOut.filter((id) => !told.has(id)).length;
}

const none = {
  rejected: 0,
  held: 0,
  conflict: 0,
  unknown: 0,
  cancelled: 0,
  left: 0,
  leftOut: 0,
  undone: 0,
};

/** Issues alone: the side steps are told one by one. */
function notDone(rows: readonly RecordRow[], stays: number): ClosureRecord['notDone'] {
  const counts = { ...none, leftOut: stays };
  for (const { item, state, reason } of rows) {
    if (item.step !== undefined || state === 'applied' || state === 'unchanged') continue;
    if (state === null) counts.leftOut += item.pile === 'unchanged' ? 0 : 1;
    else if (state === 'planned' || state === 'intent') counts.left += 1;
    else if (reason === 'REPORT_HELD') counts.held += item.diffs.length > 0 ? 1 : 0;
    else counts[state] += 1;
  }
  return counts;
}

function laterOf(rows: readonly RecordRow[], milestoneId: number): ClosureRecord['later'] {
  return rows.flatMap(({ item, state, by }) => {
    if (by === undefined || state === null || item.step !== undefined) return [];
    return [{ issueId: item.issueId, state, goal: closureGoal(item.diffs, milestoneId), run: by }];
  });
}

/** What the milestone came to, its former 完了 counted in, and what earlier closings took out. */
function afterwards(
  snapshot: Closure['snapshot'],
  closed: ClosureRecord['closed'],
): Pick<ClosureRecord, 'completionRate' | 'velocity'> {
  if (snapshot === null) return { completionRate: null, velocity: null };
  const { basics } = snapshot;
  const before = basics.statuses.find(({ id }) => id === defaultStatuses.closed) ?? { issues: 0, hours: 0 };
  const issues = before.issues + closed.issues;
  const hours = Math.round((before.hours + closed.hours) * 100) / 100;
  const total = basics.total + (basics.movedOut ?? 0);
  return {
    completionRate: total === 0 ? null : Math.min(1, issues / total),
    velocity: { issues, hours: basics.hoursKnown ? hours : null },
  };
}

function stepOf(rows: readonly RecordRow[], kind: PlanStep['kind']): RecordRow | null {
  return rows.find(({ item }) => item.step?.kind === kind) ?? null;
}

function stepResult(row: RecordRow | null): ClosureRecord['archive'] {
  return row && { name: row.item.summary, state: stateOf(row), reason: row.reason };
}

/** A row with nothing to do is as it should be, though no run had it. */
function stateOf({ item, state }: RecordRow): NonNullable<ClosureRecord['archive']>['state'] {
  return state ?? (item.pile === 'unchanged' ? 'unchanged' : 'leftOut');
}

function nextOf(
  next: NonNullable<Closure['next']>,
  create: RecordRow | null,
): NonNullable<ClosureRecord['next']> {
  if (next.kind === 'existing') return next.milestone;
  const there = create !== null && create.state !== 'undone';
  return { label: next.name, id: there ? create.createdId : null };
}

function commentOf(
  { issueId, issueKey }: NonNullable<Closure['report']['comment']>,
  rows: readonly RecordRow[],
): ClosureRecord['comment'] {
  const row = rows.find(({ item }) => item.issueId === issueId);
  return { issueKey, state: row === undefined ? 'leftOut' : stateOf(row), reason: row?.reason ?? null };
}
