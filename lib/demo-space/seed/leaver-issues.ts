import { type DraftWishes, draftIssue } from './base-issues';
import { addDays, onWorkday } from './dates';
import { type IssueDraft, memberId, type SeedScope, spreadHours, workers } from './draft';
import type { ProjectSeed } from './project-seed';
import type { SubjectSource } from './subjects';

/** 佐藤's open issues outside Sprint 24: 35 of her 41; the other 6 are `openSprintIssues`' part. */
const LEAVER_OUTSIDE_SPRINT = { WEB: 24, APP: 8, OPS: 3 } as const;
const STATUSES = [...Array<number>(11).fill(1), ...Array<number>(17).fill(2), ...Array<number>(7).fill(3)];
const ESTIMATED = 30;
/** 118 h in all, less the 29 h in Sprint 24. */
const HOURS = 89;
/** Among 未対応 and 処理中. */
const OVERDUE_PLACES: readonly number[] = [0, 12, 15];
const CHILDREN = 7;
/** Open issues she registered for others. */
const REGISTERED = 15;

type Source = { readonly project: ProjectSeed; readonly subjects: SubjectSource };

/** A live milestone that is still running, at most one, so that nothing of hers needs a second look. */
function runningMilestone(scope: SeedScope, project: ProjectSeed): number[] {
  const open = project.milestones.filter(
    ({ row, reserved }) => !reserved && !row.archived && (row.releaseDueDate ?? scope.today) >= scope.today,
  );
  return scope.prng.chance(0.75) ? [scope.prng.pick(open).row.id] : [];
}

function wishesOf(
  scope: SeedScope,
  project: ProjectSeed,
  statusId: number,
  place: number,
  hours: number | null,
): DraftWishes {
  const { prng, today } = scope;
  const createdDay = addDays(today, -prng.int(15, 110));
  const later = prng.chance(0.8) ? onWorkday(addDays(today, prng.int(3, 50))) : null;
  const dueDate = OVERDUE_PLACES.includes(place) ? onWorkday(addDays(today, -prng.int(3, 20))) : later;
  return {
    statusId,
    createdDay,
    lastDay: addDays(today, -prng.int(1, 12)),
    history: true,
    assigneeId: memberId(project, 'sato'),
    milestoneIds: runningMilestone(scope, project),
    startDate: dueDate !== null && prng.chance(0.5) ? addDays(dueDate, -prng.int(2, 14)) : null,
    dueDate,
    estimatedHours: hours,
    actualHours: null,
  };
}

/**
 * The 35 open issues 佐藤 holds outside Sprint 24 (11 未対応, 17 処理中, 7 処理済み; 3 overdue; 89 h), 7 of them
 * children of other people's open issues, plus the 15 open issues she registered for others. None of the 35
 * has a closed parent, an archived milestone or a due date before its start.
 */
export function leaverIssues(scope: SeedScope, sources: readonly Source[]): IssueDraft[] {
  const { prng } = scope;
  const places = sources.flatMap((source) => {
    const count =
      Object.entries(LEAVER_OUTSIDE_SPRINT).find(([key]) => key === source.project.plan.key)?.[1] ?? 0;
    return Array<Source>(count).fill(source);
  });
  const hours: (number | null)[] = [
    ...spreadHours(prng, HOURS, ESTIMATED),
    ...Array<null>(places.length - ESTIMATED).fill(null),
  ];
  const mixed = prng.shuffle(hours);
  const held = prng
    .shuffle(places)
    .map(({ project, subjects }, place) =>
      draftIssue(
        scope,
        project,
        subjects,
        wishesOf(scope, project, STATUSES[place] ?? 1, place, mixed[place] ?? null),
      ),
    );
  const parents = prng.sample(held, CHILDREN).map((child) => {
    const source = sources.find(({ project }) => project === child.project);
    if (!source) throw new Error('a held issue has no source');
    child.parent = draftIssue(scope, source.project, source.subjects, {
      statusId: 2,
      createdDay: addDays(scope.today, -prng.int(112, 140)),
      parent: null,
    });
    return child.parent;
  });
  const registered = Array.from({ length: REGISTERED }, () => {
    const { project, subjects } = prng.pick(sources.slice(0, 3));
    const leaver = memberId(project, 'sato');
    const assigneeId = prng.pick(workers(project).filter((id) => id !== leaver));
    return draftIssue(scope, project, subjects, {
      statusId: prng.pick([1, 2, 3]),
      createdUserId: leaver,
      assigneeId,
    });
  });
  return [...held, ...parents, ...registered];
}
