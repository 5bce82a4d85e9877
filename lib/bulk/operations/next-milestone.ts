import { type DatedMilestone, earlierOf, seriesOf } from './milestone-series';
import { isClose, nextMilestoneDays } from './next-milestone-days';
import { nameDistance, nameRank, nextMilestoneName } from './next-milestone-name';

/** What may come after a milestone: one that is there, or one to be created. */
export type NextMilestone = { kind: 'existing'; milestone: { id: number; label: string } } | NewMilestone;

interface NewMilestone {
  kind: 'new';
  /** Empty where nobody can tell what comes next. */
  name: string;
  /** yyyy-MM-dd; null where no cadence is known. */
  startDate: string | null;
  dueDate: string | null;
}

/**
 * The milestone that follows another. The name counts on (Sprint 24 → Sprint 25, 2026年12月 → 2027年1月) as the ones
 * before did, the days keep their length and their distance.
 *
 * A milestone of the series that is there and not archived is the next one if it comes later: it begins when the closed
 * one has ended, and its name does not say otherwise. It gives way to a new one only where that has a name and would
 * come before it. Nothing ever leads back.
 *
 * @param milestones all of the project, archived ones too
 * @param holidays yyyy-MM-dd
 */
export function nextMilestone(
  milestones: readonly DatedMilestone[],
  closed: DatedMilestone,
  holidays: ReadonlySet<string>,
): NextMilestone {
  const series = seriesOf(milestones, closed);
  const [before] = earlierOf(series, closed);
  const fresh = newMilestone([...series, closed], closed, before, holidays);
  const later = series.filter((one) => !one.archived && comesLater(one, closed)).sort(inOrder);
  const [nearest] = later;
  const namesake = later.find(({ name }) => name === fresh.name);
  const found = namesake ?? (nearest && isBefore(fresh, nearest) ? undefined : nearest);
  return found === undefined ? fresh : { kind: 'existing', milestone: { id: found.id, label: found.name } };
}

/** One after `last`. A name that an archived one has is counted past; one that leads back is none. */
function newMilestone(
  series: readonly DatedMilestone[],
  last: DatedMilestone,
  before: DatedMilestone | undefined,
  holidays: ReadonlySet<string>,
): NewMilestone {
  const near = before !== undefined && (nameDistance(last, before) === 1 || isClose(before, last));
  const days = nextMilestoneDays(last, near || last.startDate === null ? before : undefined, holidays);
  const name = nextMilestoneName(last, { before, near }, days, series);
  const taken = series.find((one) => one.name === name);
  if (taken === undefined) return { kind: 'new', name, ...days };
  if (!comesLater(taken, last)) return { kind: 'new', name: '', ...days };
  if (!taken.archived) return { kind: 'new', name, ...days };
  const dated = taken.dueDate === null ? { ...taken, ...days } : taken;
  const others = series.filter(({ id }) => id !== taken.id);
  return newMilestone(others, dated, last, holidays);
}

/** Whether one begins when the other has ended. Names decide where days do not, and nothing may speak against it. */
function comesLater(one: DatedMilestone, closed: DatedMilestone): boolean {
  const byDays = beginsAfter(one, closed);
  const byName = compareNames(closed, one);
  if (byDays === false || (byName !== null && byName >= 0)) return false;
  return byDays !== null || byName !== null;
}

/** On the last day at the earliest; null where the days do not tell. */
function beginsAfter(one: DatedMilestone, closed: DatedMilestone): boolean | null {
  const ends = [closed.startDate, closed.dueDate].filter((day) => day !== null).sort();
  const end = ends.at(-1);
  if (end === undefined) return null;
  if (one.startDate !== null) {
    return one.startDate > end || (one.startDate === end && (closed.startDate ?? end) < end);
  }
  return one.dueDate === null ? null : one.dueDate > end;
}

function inOrder(a: DatedMilestone, b: DatedMilestone): number {
  if (a.startDate !== null && b.startDate !== null && a.startDate !== b.startDate) {
    return a.startDate < b.startDate ? -1 : 1;
  }
  return compareNames(a, b) ?? Number(a.startDate === null) - Number(b.startDate === null);
}

/** Whether a new one with a name has room before one that is there. */
function isBefore(fresh: NewMilestone, there: DatedMilestone): boolean {
  if (fresh.name === '') return false;
  if (fresh.dueDate !== null && there.startDate !== null) return fresh.dueDate < there.startDate;
  return (compareNames({ ...fresh, id: 0, archived: false }, there) ?? 0) < 0;
}

/** Null where the names do not tell which comes first. */
function compareNames(a: DatedMilestone, b: DatedMilestone): number | null {
  const [ranksA, ranksB] = [nameRank(a), nameRank(b)];
  if (ranksA === null || ranksB === null || ranksA.length !== ranksB.length) return null;
  for (const [index, rank] of ranksA.entries()) {
    const other = ranksB[index] ?? 0;
    if (rank !== other) return rank - other;
  }
  return 0;
}
