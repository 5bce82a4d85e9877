import { addDays, daysBetween, nearestWorkingDay } from '../working-days';

/** First and last day, yyyy-MM-dd; null where there is none. */
export interface Period {
  startDate: string | null;
  dueDate: string | null;
}

/**
 * The days that follow a period: as long, and as far away as that one was from the one before it. They begin on a
 * working day and, where they can, end on one. Whole months are followed by whole months, weeks by weeks. They never
 * begin before the period, nor end before it.
 *
 * @param before the one before in the same series
 * @param holidays yyyy-MM-dd
 */
export function nextMilestoneDays(
  { startDate, dueDate }: Period,
  before: Period | undefined,
  holidays: ReadonlySet<string>,
): Period {
  if (dueDate === null || (startDate ?? '') > dueDate) return { startDate: null, dueDate: null };
  if (startDate === null) {
    if (!before?.dueDate) return { startDate: null, dueDate: null };
    const nominal = addDays(dueDate, daysBetween(before.dueDate, dueDate));
    return { startDate: null, dueDate: lastDay(nominal, dueDate, holidays) };
  }
  const months = wholeMonths(startDate, dueDate);
  if (months !== null) {
    const first = addDays(dueDate, 1);
    return { startDate: first, dueDate: addDays(monthLater(first, months), -1) };
  }
  const gap = before?.dueDate ? daysBetween(before.dueDate, startDate) : weekendAfter(startDate, dueDate);
  const nominal = addDays(dueDate, gap);
  const start = nearestWorkingDay(nominal, holidays);
  const end = lastDay(addDays(nominal, daysBetween(startDate, dueDate)), dueDate, holidays);
  return { startDate: start, dueDate: [start, end].sort().at(-1) ?? end };
}

/** The working day at or before a day; at or after it where that would not be later than the last day before. */
function lastDay(nominal: string, before: string, holidays: ReadonlySet<string>): string {
  const day = nearestWorkingDay(nominal, holidays, -1);
  return day > before ? day : nearestWorkingDay(nominal, holidays);
}

/** Whether no more days than a week, or than the later one lasts, lie between two periods. */
export function isClose(before: Period, { startDate, dueDate }: Period): boolean {
  if (before.dueDate === null || startDate === null || dueDate === null) return false;
  return daysBetween(before.dueDate, startDate) <= Math.max(7, daysBetween(startDate, dueDate) + 1);
}

/** How many calendar months the days fill exactly; null if they do not. */
export function wholeMonths(start: string, due: string): number | null {
  const after = addDays(due, 1);
  if (!start.endsWith('-01') || !after.endsWith('-01')) return null;
  const count = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return count(after) - count(start);
}

/** Days to the same day of the week as the first one, if only a weekend lies between; else one. */
function weekendAfter(start: string, due: string): number {
  const rest = 7 - (daysBetween(start, due) % 7);
  return rest <= 3 ? rest : 1;
}

/** The same day of a later month, for the first of a month. */
function monthLater(first: string, months: number): string {
  const date = new Date(`${first}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}
