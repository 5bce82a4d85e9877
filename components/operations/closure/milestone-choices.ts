import type { ProjectReference } from '@/lib/columns/issue-row';

/** A milestone that can be closed. Days are yyyy-MM-dd. */
export interface MilestoneChoice {
  id: number;
  name: string;
  startDate: string | null;
  dueDate: string | null;
  archived: boolean;
  project: ProjectReference;
}

/** Every milestone of these projects, archived ones too. */
export function milestonesOf(projects: readonly ProjectReference[]): MilestoneChoice[] {
  return projects.flatMap((project) =>
    project.milestones.map(({ id, name, archived, startDate, releaseDueDate }) => ({
      id,
      name,
      archived,
      startDate,
      dueDate: releaseDueDate,
      project,
    })),
  );
}

/**
 * Milestones that can be closed, in the order in which people look for them: those that have ended, the last one first;
 * then those that are going to end, the next one first; then those without an end. Archived ones are closed already.
 *
 * @param today yyyy-MM-dd in the space's zone
 */
export function closableMilestones(choices: readonly MilestoneChoice[], today: string): MilestoneChoice[] {
  return choices
    .filter(({ archived }) => !archived)
    .sort(
      (a, b) => rank(a, today) - rank(b, today) || byEnd(a, b, today) || a.name.localeCompare(b.name, 'ja'),
    );
}

/**
 * The milestone that an address means: the one it names, unless that is gone or archived; else the first to close.
 *
 * @param address ids; null for what is not named
 */
export function milestoneOf(
  choices: readonly MilestoneChoice[],
  { projectId, milestoneId }: { projectId: number | null; milestoneId: number | null },
  today: string,
): MilestoneChoice | null {
  if (milestoneId !== null) {
    return choices.find(({ id, archived }) => id === milestoneId && !archived) ?? null;
  }
  const there = choices.filter(({ project }) => projectId === null || project.id === projectId);
  return closableMilestones(there, today)[0] ?? null;
}

export function hasEnded({ dueDate }: Pick<MilestoneChoice, 'dueDate'>, today: string): boolean {
  return dueDate !== null && dueDate < today;
}

function rank(choice: MilestoneChoice, today: string): number {
  if (choice.dueDate === null) return 2;
  return hasEnded(choice, today) ? 0 : 1;
}

function byEnd(a: MilestoneChoice, b: MilestoneChoice, today: string): number {
  const order = (a.dueDate ?? '').localeCompare(b.dueDate ?? '');
  return hasEnded(a, today) ? -order : order;
}

/** Days before its end from which a milestone is brought up. */
const AHEAD = 2;
/** A milestone that ended longer ago is no news. */
const BEHIND = 30;

/**
 * Milestones worth reminding of: they have ended within a month, or end within two days.
 *
 * @param daysTo calendar days from today to a day, negative for the past
 */
export function dueToClose(
  choices: readonly MilestoneChoice[],
  today: string,
  daysTo: (day: string) => number,
): MilestoneChoice[] {
  return closableMilestones(choices, today).filter(
    ({ dueDate }) => dueDate !== null && daysTo(dueDate) <= AHEAD && daysTo(dueDate) >= -BEHIND,
  );
}
