/** What of a milestone tells when it was and which ones belong with it. Days are yyyy-MM-dd. */
export interface DatedMilestone {
  id: number;
  name: string;
  archived: boolean;
  startDate: string | null;
  dueDate: string | null;
}

/** ASCII and full-width digits. */
const digits = /[0-9０-９]+/g;

/** A name without its numbers: Sprint 24 and Sprint 25 are of one kind. */
function kindOf(name: string): string {
  return name.replace(digits, '#');
}

/**
 * Milestones that belong with this one, itself left out: their names differ from its name in numbers only. None where
 * its name has no number.
 */
export function seriesOf(milestones: readonly DatedMilestone[], one: DatedMilestone): DatedMilestone[] {
  const kind = kindOf(one.name);
  if (kind === one.name) return [];
  return milestones.filter(({ id, name }) => id !== one.id && kindOf(name) === kind);
}

/**
 * Milestones of the same kind that ended before this one, the last one first. Of the same kind are those whose names
 * differ in numbers only; where there are none, all that have a last day.
 */
export function earlierOf(milestones: readonly DatedMilestone[], one: DatedMilestone): DatedMilestone[] {
  const { dueDate: end } = one;
  if (end === null) return [];
  const before = milestones
    .filter(({ id, dueDate }) => id !== one.id && dueDate !== null && dueDate < end)
    .sort((a, b) => compare(b.dueDate ?? '', a.dueDate ?? '') || b.id - a.id);
  const related = seriesOf(before, one);
  return related.length > 0 ? related : before;
}

/** Whether two names differ in numbers only. */
export function sameKind(a: string, b: string): boolean {
  return kindOf(a) === kindOf(b);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
