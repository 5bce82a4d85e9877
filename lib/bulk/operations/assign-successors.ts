import type { LabelledId } from '../change-parts';
import type { Split } from './handover-schema';
import { type HandedIssue, type HandoverPlace, type LevelMeasure, levelIssues } from './level-issues';
import type { Workload } from './operation-input';

export type { HandedIssue, HandoverPlace, LevelMeasure } from './level-issues';

/** Who receives an issue, or why nobody can. */
export type Assignment =
  | { to: LabelledId }
  | { block: 'SUCCESSOR_NOT_MEMBER'; to: LabelledId }
  | { block: 'NO_SUCCESSOR' };

/** Everybody whom a split names, each once, in its order. */
export function successorsOf(split: Split): LabelledId[] {
  const unique = new Map(namedBy(split).map((person) => [person.id, person]));
  return [...unique.values()];
}

function namedBy(split: Split): LabelledId[] {
  switch (split.by) {
    case 'one':
      return [split.to];
    case 'project':
      return Object.values(split.byProject);
    case 'category':
      return [...split.rules.map((rule) => rule.to), split.else];
    case 'issue':
      return [...Object.values(split.byIssue), ...(split.else === null ? [] : [split.else])];
    case 'level':
      return split.to;
  }
}

/**
 * Who receives each issue; every one of `issues` has an entry. Only members of its project can: an issue meant for
 * somebody else goes to nobody. When levelling, one that none of the successors may receive names the first of them.
 */
export function assignSuccessors(
  split: Split,
  issues: readonly HandedIssue[],
  place: HandoverPlace,
): Map<number, Assignment> {
  const wanted = wishes(split, issues, place);
  return new Map(
    issues.map((issue): [number, Assignment] => {
      const to = wanted(issue);
      if (to === null) return [issue.id, { block: 'NO_SUCCESSOR' }];
      const member = place.membersOf(issue.projectId).has(to.id);
      return [issue.id, member ? { to } : { block: 'SUCCESSOR_NOT_MEMBER', to }];
    }),
  );
}

/** Whom the split means for an issue, member or not; null for nobody. */
function wishes(
  split: Split,
  issues: readonly HandedIssue[],
  place: HandoverPlace,
): (issue: HandedIssue) => LabelledId | null {
  switch (split.by) {
    case 'one':
      return () => split.to;
    case 'project':
      return ({ projectId }) => split.byProject[String(projectId)] ?? null;
    case 'category':
      return ({ categoryIds }) => {
        const held = new Set(categoryIds);
        return split.rules.find((rule) => rule.categoryIds.some((id) => held.has(id)))?.to ?? split.else;
      };
    case 'issue':
      return ({ id }) => split.byIssue[String(id)] ?? split.else;
    case 'level': {
      const dealt = levelIssues(split.to, split.measure, issues, place);
      return ({ id }) => dealt.get(id) ?? split.to[0] ?? null;
    }
  }
}

/** What a person holds before and after a handover: open issues, and their estimated hours. */
export interface WorkloadChange {
  person: LabelledId;
  before: Workload;
  after: Workload;
}

/** The leaver, then every successor of the split in its order. `load` is what all of them hold now. */
export function workloadAfter(handover: {
  from: LabelledId;
  split: Split;
  issues: readonly HandedIssue[];
  assigned: ReadonlyMap<number, Assignment>;
  load: ReadonlyMap<number, Workload>;
}): WorkloadChange[] {
  const { from, split, issues, assigned, load } = handover;
  const people = [from, ...successorsOf(split).filter((person) => person.id !== from.id)];
  const changes = new Map(
    people.map((person): [number, WorkloadChange] => {
      const before = load.get(person.id) ?? { issues: 0, hours: 0 };
      return [person.id, { person, before, after: { ...before } }];
    }),
  );
  for (const issue of issues) {
    const assignment = assigned.get(issue.id);
    if (assignment === undefined || 'block' in assignment) continue;
    add(changes.get(from.id), issue, -1);
    add(changes.get(assignment.to.id), issue, 1);
  }
  return [...changes.values()];
}

function add(change: WorkloadChange | undefined, { estimatedHours }: HandedIssue, sign: 1 | -1): void {
  if (change === undefined) return;
  const { after } = change;
  after.issues += sign;
  // Backlog keeps hundredths of hours; sums of fractions would not.
  after.hours = Math.round((after.hours + sign * (estimatedHours ?? 0)) * 100) / 100;
}

/**
 * 目安: above so much somebody carries noticeably more than others, in whole issues or hours. It is 150 % of the
 * median of the team before the handover. The team: members of the projects concerned who hold anything, without the
 * leaver. The two or three people of the handover would say little about what is usual, and would move the line with
 * every try; people who hold nothing (administrators, guests) would press it to zero.
 *
 * @returns null where nobody holds anything
 */
export function workloadThreshold(team: Iterable<Workload>, measure: LevelMeasure): number | null {
  const held = [...team].map((one) => one[measure]).filter((value) => value > 0);
  if (held.length === 0) return null;
  held.sort((a, b) => a - b);
  const upper = held[Math.floor(held.length / 2)] ?? 0;
  const lower = held[Math.ceil(held.length / 2) - 1] ?? 0;
  return Math.floor(1.5 * ((lower + upper) / 2));
}
