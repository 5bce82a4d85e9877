import type { DatedMilestone } from './milestone-series';
import { type MilestoneName, readMilestoneName } from './read-milestone-name';

/** A milestone with its name taken apart. */
export interface ReadMilestone {
  of: DatedMilestone;
  name: MilestoneName;
}

/** Null where nobody can tell what the numbers in the name mean. */
export function readMilestone(milestone: DatedMilestone): ReadMilestone | null {
  const name = readMilestoneName(milestone.name, [milestone.startDate, milestone.dueDate]);
  return name === null ? null : { of: milestone, name };
}

/** The number at a place of the name. */
export function valueAt({ name }: ReadMilestone, at: number): number {
  return name.numbers[at]?.value ?? 0;
}
