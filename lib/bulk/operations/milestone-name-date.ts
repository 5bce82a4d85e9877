import { isCalendarDay } from '@/lib/backlog/schemas/date-only';
import { addDays, daysBetween } from '../working-days';
import { type Period, wholeMonths } from './next-milestone-days';
import type { ReadMilestone } from './read-milestone';
import type { MilestoneName, NameCalendar } from './read-milestone-name';
import type { NewValues } from './write-milestone-name';

/** Less is no year. */
const YEAR_DAYS = 300;

/** The date that follows, by the places of its numbers. */
export function laterDate(
  now: ReadMilestone,
  earlier: ReadMilestone | null,
  calendar: NameCalendar,
  next: Period,
): NewValues | null {
  if (calendar.day !== null) return laterDay(now, earlier, calendar, next);
  const { year, part } = calendar;
  const of = part?.of ?? 1;
  const step = earlier ? dateDistance(now, earlier, calendar) : naturalStep(now, calendar);
  if (step <= 0 || (part === null && !isYears(now.of, next, step))) return null;
  const later = ordinalOf(now.name, calendar) + step;
  const inPart = ((later % of) + of) % of;
  const values = new Map<number, number>();
  if (year !== null) values.set(year, Math.floor(later / of));
  if (part !== null) values.set(part.at, calendar.fiscal && of === 12 ? ((inPart + 3) % 12) + 1 : inPart + 1);
  return values;
}

/** In months, quarters or years; without a year, within one. */
export function dateDistance(now: ReadMilestone, earlier: ReadMilestone, calendar: NameCalendar): number {
  const distance = ordinalOf(now.name, calendar) - ordinalOf(earlier.name, calendar);
  const of = calendar.part?.of ?? 1;
  return calendar.year === null ? (distance + of) % of : distance;
}

/** Months, quarters or years since the year 0; within a 年度 months count from April. */
export function ordinalOf({ numbers }: MilestoneName, { year, part, fiscal }: NameCalendar): number {
  const value = (at: number) => numbers[at]?.value ?? 0;
  const years = year === null ? 0 : value(year);
  if (part === null) return years;
  const shift = fiscal && part.of === 12 ? 8 : -1;
  return years * part.of + ((value(part.at) + shift) % part.of);
}

/** How far a date goes on where there is none before: a quarter that is called by its first month goes on by three. */
function naturalStep({ of: { startDate, dueDate }, name }: ReadMilestone, { part }: NameCalendar): number {
  if (part?.of !== 12 || startDate === null || dueDate === null) return 1;
  const isFirst = Number(startDate.slice(5, 7)) === name.numbers[part.at]?.value;
  return (isFirst && wholeMonths(startDate, dueDate)) || 1;
}

/** A year alone goes on if the days do: without them, only as it did before. */
function isYears(closed: Period, next: Period, step: number): boolean {
  const from = closed.startDate ?? closed.dueDate;
  const to = closed.startDate === null ? next.dueDate : next.startDate;
  return from !== null && to !== null && daysBetween(from, to) >= YEAR_DAYS * step;
}

/** A day goes on by weeks or months as it did before, by the week that it names, or with the days themselves. */
function laterDay(
  now: ReadMilestone,
  earlier: ReadMilestone | null,
  calendar: NameCalendar,
  next: Period,
): NewValues | null {
  const day = dayOf(now, calendar);
  if (day === null) return null;
  const { startDate, dueDate } = now.of;
  const before = earlier && dayOf(earlier, calendar);
  const distance = before ? daysBetween(before, day) : 0;
  let later: string | null = null;
  if (distance > 0 && distance % 7 === 0) later = addDays(day, distance);
  else if (before && distance > 0 && before.slice(8) === day.slice(8)) {
    const month = monthNumber(day) * 2 - monthNumber(before);
    later = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${day.slice(8)}`;
  } else if (!before && now.name.numbers.some(({ after }) => /週|week/i.test(after))) {
    const length = startDate !== null && dueDate !== null ? daysBetween(startDate, dueDate) + 1 : 7;
    later = addDays(day, 7 * Math.max(1, Math.ceil(length / 7)));
  } else if (day === startDate) later = next.startDate;
  else if (day === dueDate) later = next.dueDate;
  if (later === null || later <= day || !isCalendarDay(later)) return null;
  const [year = 0, month = 0, date = 0] = later.split('-').map(Number);
  const short = calendar.year !== null && now.name.numbers[calendar.year]?.text.length === 2;
  const values = [
    [calendar.year, short ? year % 100 : year],
    [calendar.part?.at ?? null, month],
    [calendar.day, date],
  ] as const;
  return new Map(values.flatMap(([at, value]) => (at === null ? [] : [[at, value]])));
}

/** The day that a name holds; its year may stand in the days only. */
export function dayOf(
  { name: { numbers }, of }: ReadMilestone,
  { year, part, day }: NameCalendar,
): string | null {
  const known = of.startDate ?? of.dueDate;
  const value = (at: number) => numbers[at]?.value ?? 0;
  if (part === null || day === null || (year === null && known === null)) return null;
  const monthDay = `${String(value(part.at)).padStart(2, '0')}-${String(value(day)).padStart(2, '0')}`;
  if (year !== null) {
    // 令和8年 is none of the calendar.
    if (![2, 4].includes(numbers[year]?.text.length ?? 0)) return null;
    const full = value(year) < 100 ? value(year) + 2000 : value(year);
    return isCalendarDay(`${full}-${monthDay}`) ? `${full}-${monthDay}` : null;
  }
  const about = Number(known?.slice(0, 4));
  const [nearest] = [about - 1, about, about + 1]
    .map((one) => `${one}-${monthDay}`)
    .filter((one) => isCalendarDay(one))
    .sort((a, b) => Math.abs(daysBetween(a, known ?? a)) - Math.abs(daysBetween(b, known ?? b)));
  return nearest ?? null;
}

export function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}
