import { addDays } from '../working-days';
import { dateDistance, dayOf, laterDate, monthNumber, ordinalOf } from './milestone-name-date';
import type { DatedMilestone } from './milestone-series';
import type { Period } from './next-milestone-days';
import { type ReadMilestone, readMilestone, valueAt } from './read-milestone';
import type { MilestoneName, NameCalendar } from './read-milestone-name';
import { writtenName } from './write-milestone-name';

/**
 * The name that follows: the one number in it, or the one date in it, goes on as far as it came from the name before.
 * Months, quarters and 年度 begin anew after the last one. Empty where nobody can tell what comes next.
 *
 * @param before one before in the same series: it tells which number counts
 * @param near whether none is missing between them: then it tells how far, too
 * @param next the days that follow
 * @param series all of it: it tells whether a month is written 01 or 1
 */
export function nextMilestoneName(
  closed: DatedMilestone,
  { before, near }: { before: DatedMilestone | undefined; near: boolean },
  next: Period,
  series: readonly DatedMilestone[],
): string {
  const now = readMilestone(closed);
  const earlier = before ? readMilestone(before) : null;
  if (now === null || (before !== undefined && earlier === null)) return '';
  // 2025-24 among them: then 2026-12 is no month.
  const names = series.map(readMilestone);
  if (names.some((one) => one !== null && !sameShape(now.name, one.name))) return '';
  const { calendar } = now.name;
  const counter = movingIn(now, earlier);
  if (counter === null) return '';
  if (counter === 'date') {
    const values = calendar && laterDate(now, near ? earlier : null, calendar, next);
    return values === null ? '' : writtenName(now, values, series);
  }
  const distance = earlier ? valueAt(now, counter) - valueAt(earlier, counter) : 1;
  // Numbers within a year begin anew with the next one, nobody knows where.
  const sameYear =
    calendar === null || calendar.year === null || yearOf(closed, calendar) === yearOf(next, calendar);
  if (distance <= 0 || !sameYear) return '';
  const value = valueAt(now, counter) + (near ? distance : 1);
  return writtenName(now, new Map([[counter, value]]), series);
}

/** How far a name is from the one before, in its number or in months, quarters or years; null where nobody can tell. */
export function nameDistance(closed: DatedMilestone, before: DatedMilestone): number | null {
  const [now, earlier] = [readMilestone(closed), readMilestone(before)];
  if (now === null || earlier === null || !sameShape(now.name, earlier.name)) return null;
  const counter = movingIn(now, earlier);
  const { calendar } = now.name;
  if (counter === null) return null;
  if (counter !== 'date') return valueAt(now, counter) - valueAt(earlier, counter);
  if (calendar === null) return null;
  if (calendar.day === null) return dateDistance(now, earlier, calendar);
  const [day, other] = [dayOf(now, calendar), dayOf(earlier, calendar)];
  if (day === null || other === null || day.slice(8) !== other.slice(8)) return null;
  return monthNumber(day) - monthNumber(other);
}

/** The one number that tells this name from the earlier one, or the only one there is; null where there are two. */
function movingIn(now: ReadMilestone, earlier: ReadMilestone | null): number | 'date' | null {
  const { calendar, plain } = now.name;
  const moves = (at: number) => earlier === null || valueAt(now, at) !== valueAt(earlier, at);
  const moving: (number | 'date')[] = plain.filter(moves);
  if (calendar !== null && placesOf(calendar).some(moves)) moving.push('date');
  return moving.length === 1 ? (moving[0] ?? null) : null;
}

/**
 * What orders the names of one series, the first number first; null where it cannot be told, as for a month without a
 * year.
 */
export function nameRank(milestone: DatedMilestone): number[] | null {
  const name = readMilestone(milestone)?.name ?? null;
  if (name === null || name.numbers.length === 0) return null;
  const { calendar, numbers, plain } = name;
  if (calendar !== null && calendar.year === null) return null;
  const ordinal = calendar === null || calendar.year === null ? [] : [ordinalOf(name, calendar)];
  const day = calendar?.day == null ? [] : [numbers[calendar.day]?.value ?? 0];
  return [...ordinal, ...day, ...plain.map((at) => numbers[at]?.value ?? 0)];
}

function sameShape(a: MilestoneName, b: MilestoneName): boolean {
  const shape = ({ calendar }: MilestoneName) => JSON.stringify(calendar);
  return a.numbers.length === b.numbers.length && shape(a) === shape(b);
}

function placesOf({ year, part, day }: NameCalendar): number[] {
  return [year, part?.at ?? null, day].filter((at) => at !== null);
}

function yearOf({ startDate, dueDate }: Period, { fiscal }: NameCalendar): string | null {
  const day = startDate ?? dueDate;
  if (day === null) return null;
  // The first three months are the last ones of the 年度 before.
  return (fiscal ? addDays(day, -90) : day).slice(0, 4);
}
