import type { Workload } from '@/lib/bulk/operations/operation-input';
import { isOverdue } from '@/lib/columns/is-overdue';
import type { IssueRow, ProjectReference } from '@/lib/columns/issue-row';

/** Somebody who holds open issues. */
export interface Holder extends Workload {
  id: number;
  name: string;
  /** In none of the projects any more. */
  former: boolean;
  overdue: number;
  /** Projects of the issues, in the order of the space. */
  projects: readonly ProjectReference[];
}

/**
 * Everybody who holds open issues: former members first, then who holds most. Former members are named as their issues
 * name them.
 */
export function holdersOf(
  rows: readonly IssueRow[],
  projects: readonly ProjectReference[],
  today: string,
): Holder[] {
  const members = new Map(
    projects.flatMap((project) => project.members.map((one) => [one.id, one.name] as const)),
  );
  const held = new Map<number, IssueRow[]>();
  for (const row of rows) {
    if (row.assigneeId === null) continue;
    const own = held.get(row.assigneeId);
    if (own) own.push(row);
    else held.set(row.assigneeId, [row]);
  }
  return [...held]
    .map(([id, own]) => ({
      id,
      name: members.get(id) ?? own[0]?.assigneeName ?? String(id),
      former: !members.has(id),
      issues: own.length,
      hours: hoursOf(own),
      overdue: own.filter((row) => isOverdue(row, today)).length,
      projects: projects.filter((project) => own.some((row) => row.projectId === project.id)),
    }))
    .sort(
      (a, b) =>
        Number(b.former) - Number(a.former) || b.issues - a.issues || a.name.localeCompare(b.name, 'ja'),
    );
}

/** Estimated hours of issues, in whole hundredths as Backlog keeps them. */
export function hoursOf(rows: readonly Pick<IssueRow, 'estimatedHours'>[]): number {
  return Math.round(rows.reduce((sum, row) => sum + (row.estimatedHours ?? 0), 0) * 100) / 100;
}

/** Somebody who could take issues over. */
export interface Candidate extends Workload {
  id: number;
  name: string;
  /** Keys of the leaver's projects whose issues they cannot receive. */
  lacking: readonly string[];
  /** A member of none of them: they can receive nothing. */
  nowhere: boolean;
}

/**
 * Members of any project but the leaver: who can receive most first, then who holds least.
 *
 * @param concerned projects of the issues that go
 */
export function candidatesOf(
  leaver: number | null,
  concerned: readonly ProjectReference[],
  projects: readonly ProjectReference[],
  load: ReadonlyMap<number, Workload>,
): Candidate[] {
  const names = new Map(
    projects.flatMap((project) => project.members.map((one) => [one.id, one.name] as const)),
  );
  return [...names]
    .filter(([id]) => id !== leaver)
    .map(([id, name]) => {
      const lacking = projectsWithout(id, concerned);
      return {
        id,
        name,
        lacking: lacking.map((project) => project.projectKey),
        nowhere: concerned.length > 0 && lacking.length === concerned.length,
        ...(load.get(id) ?? { issues: 0, hours: 0 }),
      };
    })
    .sort(
      (a, b) =>
        Number(a.nowhere) - Number(b.nowhere) ||
        a.lacking.length - b.lacking.length ||
        a.issues - b.issues ||
        a.name.localeCompare(b.name, 'ja'),
    );
}

/** Those of the projects that somebody is no member of. */
export function projectsWithout(id: number, projects: readonly ProjectReference[]): ProjectReference[] {
  return projects.filter((project) => !project.members.some((member) => member.id === id));
}
