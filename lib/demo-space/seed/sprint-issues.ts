import { draftIssue } from './base-issues';
import { addDays } from './dates';
import {
  CLOSED,
  type IssueDraft,
  memberId,
  milestoneId,
  type SeedScope,
  spreadHours,
  workers,
} from './draft';
import { carryOver } from './history';
import { CURRENT_SPRINT, sprintDates } from './plans/sprints';
import type { ProjectSeed } from './project-seed';
import type { SubjectSource } from './subjects';

interface OpenPlace {
  readonly statusId: number;
  /** userId of the person who holds it. */
  readonly holder: string;
  readonly hours: number;
  readonly overdue: boolean;
  /** Whether リリース 3.0 holds it as well. */
  readonly release: boolean;
  /** How many sprints it has been carried over from. */
  readonly carried: number;
}

/** 未対応 4 and 処理中 6 (96 h), 処理済み 5. 佐藤 holds 6 of them: 1, 3 and 2; 29 h; 3 overdue. */
const openPlaces: readonly OpenPlace[] = [
  { statusId: 1, holder: 'sato', hours: 5, overdue: true, release: false, carried: 1 },
  { statusId: 1, holder: 'suzuki', hours: 16, overdue: true, release: true, carried: 0 },
  { statusId: 1, holder: 'tanaka', hours: 14, overdue: false, release: false, carried: 2 },
  { statusId: 1, holder: 'nguyen', hours: 12, overdue: true, release: true, carried: 0 },
  { statusId: 2, holder: 'sato', hours: 6, overdue: true, release: true, carried: 0 },
  { statusId: 2, holder: 'sato', hours: 8, overdue: true, release: false, carried: 2 },
  { statusId: 2, holder: 'sato', hours: 3, overdue: false, release: false, carried: 0 },
  { statusId: 2, holder: 'suzuki', hours: 12, overdue: false, release: true, carried: 3 },
  { statusId: 2, holder: 'watanabe', hours: 8, overdue: true, release: false, carried: 0 },
  { statusId: 2, holder: 'takahashi', hours: 12, overdue: false, release: true, carried: 1 },
  { statusId: 3, holder: 'sato', hours: 4, overdue: false, release: true, carried: 0 },
  { statusId: 3, holder: 'sato', hours: 3, overdue: false, release: false, carried: 0 },
  { statusId: 3, holder: 'suzuki', hours: 6, overdue: false, release: false, carried: 0 },
  { statusId: 3, holder: 'tanaka', hours: 8, overdue: false, release: true, carried: 1 },
  { statusId: 3, holder: 'watanabe', hours: 5, overdue: false, release: false, carried: 0 },
];

/** Closed issues and their estimated hours of the sprints before; 78 h on average over the last three. */
const doneBefore: readonly { sprint: number; count: number; hours: number }[] = [
  { sprint: 21, count: 19, hours: 74 },
  { sprint: 22, count: 22, hours: 84 },
  { sprint: 23, count: 20, hours: 76 },
];
const DONE = 18;
const DONE_HOURS = 81;

interface Source {
  readonly project: ProjectSeed;
  readonly subjects: SubjectSource;
}

function doneIssues(
  scope: SeedScope,
  { project, subjects }: Source,
  sprint: number,
  hours: readonly number[],
): IssueDraft[] {
  const { name, start, end } = sprintDates(sprint, scope.today);
  const release = milestoneId(project, 'リリース 3.0');
  const withRelease = sprint >= CURRENT_SPRINT - 2;
  return hours.map((estimatedHours, index) => {
    const closedOn = addDays(start, scope.prng.int(1, 11));
    const addedDuring = index % 4 === 3;
    return draftIssue(scope, project, subjects, {
      statusId: CLOSED,
      createdDay: addedDuring ? addDays(start, scope.prng.int(0, 1)) : addDays(start, -scope.prng.int(2, 40)),
      lastDay: closedOn,
      history: true,
      assigneeId: scope.prng.pick(workers(project)),
      resolutionId: scope.prng.weighted([
        [0, 9],
        [1, 1],
      ]),
      milestoneIds: [milestoneId(project, name), ...(withRelease && index % 3 === 0 ? [release] : [])],
      startDate: start,
      dueDate: scope.prng.chance(0.7) ? end : closedOn,
      estimatedHours,
    });
  });
}

function openIssue(scope: SeedScope, { project, subjects }: Source, place: OpenPlace): IssueDraft {
  const { prng, today } = scope;
  const sprint = sprintDates(CURRENT_SPRINT, today);
  const draft = draftIssue(scope, project, subjects, {
    kind: prng.pick(['defect', 'task', 'task', 'request'] as const),
    statusId: place.statusId,
    createdDay: addDays(sprint.start, -14 * place.carried - prng.int(3, 12)),
    lastDay: addDays(sprint.end, -prng.int(1, 6)),
    history: true,
    assigneeId: memberId(project, place.holder),
    milestoneIds: [
      milestoneId(project, sprint.name),
      ...(place.release ? [milestoneId(project, 'リリース 3.0')] : []),
    ],
    startDate: sprint.start,
    dueDate: place.overdue ? sprint.end : prng.chance(0.5) ? addDays(today, prng.int(2, 12)) : null,
    estimatedHours: place.hours,
    actualHours: null,
  });
  const moves = Array.from({ length: place.carried }, (_, index) => {
    const from = sprintDates(CURRENT_SPRINT - place.carried + index, today);
    const to = sprintDates(CURRENT_SPRINT - place.carried + index + 1, today);
    const rest = place.release ? ', リリース 3.0' : '';
    return { from: `${from.name}${rest}`, to: `${to.name}${rest}`, day: from.end };
  });
  carryOver(scope, draft, moves);
  return draft;
}

/** The 15 unfinished issues of WEB's Sprint 24; two 処理済み ones are parents of an unfinished child. */
export function openSprintIssues(scope: SeedScope, source: Source): IssueDraft[] {
  const open = openPlaces.map((place) => openIssue(scope, source, place));
  const resolved = open.filter((draft) => draft.statusId === 3).slice(-2);
  const free = open.filter((draft, index) => draft.statusId < 3 && openPlaces[index]?.holder !== 'sato');
  for (const [index, parent] of resolved.entries()) {
    const child = free[index];
    if (!child) continue;
    child.parent = parent;
    parent.created = Math.min(parent.created, child.created - 3_600_000);
  }
  return open;
}

/** The 18 closed issues of Sprint 24 and those of the three sprints before it. */
export function closedSprintIssues(scope: SeedScope, source: Source): IssueDraft[] {
  const before = doneBefore.flatMap(({ sprint, count, hours }) =>
    doneIssues(scope, source, sprint, spreadHours(scope.prng, hours, count)),
  );
  const done = doneIssues(scope, source, CURRENT_SPRINT, spreadHours(scope.prng, DONE_HOURS, DONE));
  return [...before, ...done];
}
