import { addDays, daysBetween, nearestWorkingDay } from '../working-days';
import { type DatedMilestone, earlierOf, numbersIn, sameKind } from './milestone-series';

/** What may come after a milestone: one that is there, or one to be created. */
export type NextMilestone =
  | { kind: 'existing'; milestone: { id: number; label: string } }
  | {
      kind: 'new';
      /** Empty where the names follow no pattern. */
      name: string;
      /** yyyy-MM-dd; null where no cadence is known. */
      startDate: string | null;
      dueDate: string | null;
    };

/**
 * The milestone that follows another: the name counts on (Sprint 24 → Sprint 25) as the ones before did, the days keep
 * their length and their distance. It starts on a working day and, where it can, ends on one: a holiday Monday shortens
 * it. Whole months are followed by whole months. A milestone of that name that is not archived is the next one itself.
 *
 * @param milestones all of the project, archived ones too
 * @param holidays yyyy-MM-dd
 */
export function nextMilestone(
  milestones: readonly DatedMilestone[],
  closed: DatedMilestone,
  holidays: ReadonlySet<string>,
): NextMilestone {
  const [before] = earlierOf(milestones, closed);
  let name = nextName(closed.name, before?.name);
  for (let taken = namesake(milestones, name); taken !== undefined; taken = namesake(milestones, name)) {
    if (!taken.archived) return { kind: 'existing', milestone: { id: taken.id, label: taken.name } };
    name = nextName(name, undefined);
  }
  return { kind: 'new', name, ...nextDays(closed, before, holidays) };
}

function namesake(milestones: readonly DatedMilestone[], name: string): DatedMilestone | undefined {
  return name === '' ? undefined : milestones.find((milestone) => milestone.name === name);
}

/** Counts the one number of a name on, or the one in which it differs from the name before; else empty. */
function nextName(name: string, before: string | undefined): string {
  const numbers = numbersIn(name);
  const earlier = before !== undefined && sameKind(name, before) ? numbersIn(before) : null;
  const moving = numbers.flatMap((text, index) => (text === earlier?.[index] ? [] : [index]));
  const [index] = earlier === null && numbers.length > 1 ? [] : moving;
  const text = index === undefined ? undefined : numbers[index];
  if (index === undefined || text === undefined || (earlier !== null && moving.length > 1)) return '';
  const step = earlier === null ? 1 : Math.max(1, numberOf(text) - numberOf(earlier[index] ?? ''));
  let seen = -1;
  return name.replace(/[0-9０-９]+(月)?/g, (found, month: string | undefined) => {
    seen += 1;
    if (seen !== index) return found;
    const value = numberOf(text) + step;
    const wrapped = month !== undefined && value > 12 ? value - 12 : value;
    return `${written(wrapped, text)}${month ?? ''}`;
  });
}

function numberOf(digits: string): number {
  return Number(digits.normalize('NFKC'));
}

/** A number in the manner of another: filled up with zeros and wide, if that one is. */
function written(value: number, like: string): string {
  const plain = like.normalize('NFKC');
  const text = plain.startsWith('0') ? String(value).padStart(plain.length, '0') : String(value);
  const wide = like !== plain;
  return wide ? text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) : text;
}

function nextDays(
  { startDate, dueDate }: DatedMilestone,
  before: DatedMilestone | undefined,
  holidays: ReadonlySet<string>,
): { startDate: string | null; dueDate: string | null } {
  if (dueDate === null) return { startDate: null, dueDate: null };
  if (startDate === null) {
    const distance = before?.dueDate ? daysBetween(before.dueDate, dueDate) : null;
    const day = distance === null ? null : nearestWorkingDay(addDays(dueDate, distance), holidays, -1);
    return { startDate: null, dueDate: day };
  }
  const months = wholeMonths(startDate, dueDate);
  if (months !== null) {
    const first = addDays(dueDate, 1);
    return { startDate: first, dueDate: addDays(monthLater(first, months), -1) };
  }
  const gap = before?.dueDate ? daysBetween(before.dueDate, startDate) : 1;
  const nominal = addDays(dueDate, gap);
  const start = nearestWorkingDay(nominal, holidays);
  const end = nearestWorkingDay(addDays(nominal, daysBetween(startDate, dueDate)), holidays, -1);
  return { startDate: start, dueDate: later(start, end) };
}

/** How many calendar months the days fill exactly; null if they do not. */
function wholeMonths(start: string, due: string): number | null {
  const after = addDays(due, 1);
  if (!start.endsWith('-01') || !after.endsWith('-01')) return null;
  const count = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return count(after) - count(start);
}

/** The same day of a later month, for the first of a month. */
function monthLater(first: string, months: number): string {
  const date = new Date(`${first}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

function later(a: string, b: string): string {
  return [a, b].sort().at(-1) ?? a;
}
