import { describeTopic, type IssueKind } from './content/descriptions';
import { addDays, daysBetween, onWorkday } from './dates';
import { CLOSED, type IssueDraft, reporters, type SeedScope, workers } from './draft';
import { fieldValues } from './field-values';
import { addHistory, workingInstant } from './history';
import type { Prng } from './prng';
import type { ProjectSeed } from './project-seed';
import type { Subject, SubjectSource } from './subjects';

const estimates = [0.5, 0.5, 1, 1, 1.5, 2, 2, 3, 3, 4, 4, 6, 8, 8, 12, 16, 24, 40];

interface Schedule {
  readonly created: string;
  readonly start: string | null;
  readonly due: string | null;
  readonly lastDay: string;
}

function pickKind(prng: Prng): IssueKind {
  return prng.weighted<IssueKind>([
    ['defect', 34],
    ['task', 42],
    ['request', 16],
    ['other', 8],
  ]);
}

function pickStatus(prng: Prng, project: ProjectSeed): number {
  const custom = project.customStatuses.map((status): [number, number] => [status.id, 3]);
  return prng.weighted<number>([[CLOSED, 62], [1, 15], [2, 13], [3, 4], ...custom]);
}

function pickSchedule(scope: SeedScope, closed: boolean): Schedule {
  const { prng, today } = scope;
  const age = closed
    ? prng.int(12, 520)
    : prng.weighted([
        [prng.int(1, 60), 7],
        [prng.int(60, 200), 3],
        [prng.int(200, 520), 1],
      ]);
  const created = addDays(today, -age);
  const lastDay = addDays(created, Math.min(age - 1, prng.int(1, closed ? 60 : age)));
  if (prng.chance(0.3)) return { created, start: null, due: null, lastDay };
  const due = onWorkday(closed ? addDays(lastDay, prng.int(-6, 10)) : addDays(today, openDueOffset(prng)));
  const start = prng.chance(0.5) ? addDays(due, -prng.int(0, 20)) : null;
  const reversed = start !== null && prng.chance(0.02);
  return { created, start: reversed ? addDays(due, prng.int(1, 9)) : start, due, lastDay };
}

/** Days from today to an open issue's due date: about one in six is overdue. */
function openDueOffset(prng: Prng): number {
  return prng.chance(0.16) ? -prng.int(1, 45) : prng.int(0, 70);
}

function pickMilestones(
  scope: SeedScope,
  project: ProjectSeed,
  schedule: Schedule,
  closed: boolean,
): number[] {
  const { prng } = scope;
  if (prng.chance(closed ? 0.25 : 0.32)) return [];
  const around = schedule.due ?? schedule.lastDay;
  const fitting = project.milestones.filter(({ row, reserved }) => {
    if (reserved) return false;
    if (row.startDate === null || row.releaseDueDate === null) return !closed;
    const leftBehind = row.archived && !closed && !prng.chance(0.05);
    return (
      !leftBehind && daysBetween(row.startDate, around) >= 0 && daysBetween(around, row.releaseDueDate) >= 0
    );
  });
  return prng.sample(fitting, prng.chance(0.18) ? 2 : 1).map(({ row }) => row.id);
}

function pickAssignee(
  { prng, leaverCounted }: SeedScope,
  project: ProjectSeed,
  closed: boolean,
): number | null {
  if (prng.chance(closed ? 0.01 : 0.06)) return null;
  const leaving = leaverOf(project);
  return prng.pick(workers(project).filter((id) => closed || !leaverCounted || id !== leaving));
}

function pickCategories(prng: Prng, project: ProjectSeed, named: string | null): number[] {
  const ids = [...project.categories.values()].map((row) => row.id);
  const own = named === null ? undefined : project.categories.get(named)?.id;
  const first = own ?? (prng.chance(0.4) ? prng.pick(ids) : undefined);
  if (first === undefined || prng.chance(0.12)) return [];
  return prng.chance(0.22) ? [...new Set([first, prng.pick(ids)])] : [first];
}

function pickResolution(prng: Prng, closed: boolean): number | null {
  if (!closed) return null;
  return prng.weighted<number | null>([
    [0, 74],
    [1, 8],
    [2, 4],
    [3, 5],
    [4, 4],
    [null, 5],
  ]);
}

function givenSubject(prng: Prng, project: ProjectSeed, kind: IssueKind, summary: string): Subject {
  const feature = prng.pick(project.plan.content.features);
  return { kind, summary, feature: feature.name, part: prng.pick(feature.parts), category: feature.category };
}

/** Overrides that a special group of issues brings to the ordinary draft. */
export type DraftWishes = Partial<Omit<IssueDraft, 'project' | 'events' | 'created'>> & {
  readonly kind?: IssueKind;
  /** Day of creation. */
  readonly createdDay?: string;
  /** Day of the last change of status. */
  readonly lastDay?: string;
  readonly history?: boolean;
};

/** Makes one believable issue of a project; `wishes` fix what must be so. */
export function draftIssue(
  scope: SeedScope,
  project: ProjectSeed,
  subjects: SubjectSource,
  wishes: DraftWishes = {},
): IssueDraft {
  const { prng } = scope;
  const { kind = pickKind(prng), createdDay, lastDay, history = prng.chance(0.55), ...fixed } = wishes;
  const subject =
    wishes.summary === undefined ? subjects.next(kind) : givenSubject(prng, project, kind, wishes.summary);
  const statusId = wishes.statusId ?? pickStatus(prng, project);
  const closed = statusId === CLOSED;
  const schedule = pickSchedule(scope, closed);
  const created = createdDay ?? schedule.created;
  const estimatedHours = prng.chance(0.68) ? prng.pick(estimates) : null;
  const issueTypeId = project.types.get(project.plan.typeOf[kind])?.id ?? 0;
  const dated = project.milestones.filter(({ row, reserved }) => row.startDate !== null && !reserved);
  const draft: IssueDraft = {
    project,
    issueTypeId,
    summary: subject.summary,
    description: describeTopic(prng, subject, project.plan.markdown),
    statusId,
    resolutionId: pickResolution(prng, closed),
    priorityId: prng.weighted([
      [2, 18],
      [3, 66],
      [4, 16],
    ]),
    assigneeId: pickAssignee(scope, project, closed),
    categoryIds: pickCategories(prng, project, subject.category),
    versionIds: kind === 'defect' && dated.length > 0 && prng.chance(0.5) ? [prng.pick(dated).row.id] : [],
    milestoneIds: pickMilestones(scope, project, schedule, closed),
    startDate: schedule.start,
    dueDate: schedule.due,
    estimatedHours,
    actualHours:
      closed && prng.chance(0.6) ? (estimatedHours ?? 1) + prng.pick([-0.5, 0, 0, 0.25, 1, 2.5]) : null,
    parent: null,
    createdUserId: pickCreator(scope, project, closed),
    created: workingInstant(scope, created),
    customFields: fieldValues(scope, project, {
      issueTypeId,
      created,
      always: closed === false && prng.chance(0.9),
    }),
    touched: null,
    events: [],
    attachments: [],
    ...fixed,
  };
  if (history) addHistory(scope, draft, lastDay ?? schedule.lastDay);
  else if (statusId !== 1) {
    const at = Math.max(workingInstant(scope, lastDay ?? schedule.lastDay), draft.created);
    draft.touched = { at, userId: draft.assigneeId ?? draft.createdUserId };
  }
  return draft;
}

function leaverOf(project: ProjectSeed): number | undefined {
  return project.members.find((member) => member.userId === 'sato')?.id;
}

/** Who opened it. The leaver's open ones are counted elsewhere, so nobody draws her for an open issue. */
function pickCreator({ prng, leaverCounted }: SeedScope, project: ProjectSeed, closed: boolean): number {
  const leaving = leaverOf(project);
  return prng.pick(reporters(project).filter((id) => closed || !leaverCounted || id !== leaving));
}

/** Hangs about one in nine drafts below another of the same project; some open ones get a closed parent. */
export function linkParents(scope: SeedScope, drafts: readonly IssueDraft[]): void {
  const { prng } = scope;
  const parents = prng.sample(drafts, Math.max(2, Math.floor(drafts.length / 22)));
  const taken = new Set(parents);
  for (const parent of parents) {
    for (const child of prng.sample(drafts, prng.int(1, 4))) {
      if (taken.has(child)) continue;
      taken.add(child);
      child.parent = parent;
      child.created = Math.max(child.created, parent.created);
      if (child.touched) child.touched = { ...child.touched, at: Math.max(child.touched.at, child.created) };
      child.events = child.events.map((event) => ({ ...event, at: Math.max(event.at, child.created) }));
    }
  }
}
