/** One number in a name. */
export interface NameNumber {
  /** As it is written, wide digits too. */
  text: string;
  value: number;
  start: number;
  /** What stands between the number before and this one. */
  before: string;
  /** What stands between this number and the next one. */
  after: string;
}

/** The parts of a date that a name holds, each as a place in the list of its numbers. */
export interface NameCalendar {
  year: number | null;
  /** A 年度: it begins in April. */
  fiscal: boolean;
  /** A month, a quarter or a half of the year. */
  part: { at: number; of: 12 | 4 | 2 } | null;
  day: number | null;
}

/** A name taken apart. */
export interface MilestoneName {
  numbers: NameNumber[];
  /** Null: it holds no part of a date. */
  calendar: NameCalendar | null;
  /** Places of the numbers that are no part of a date. */
  plain: number[];
}

/** Days of a milestone, yyyy-MM-dd. */
type Days = readonly (string | null)[];

const separator = /^\s*[/.\-／．－‐–]\s*$/;
const compactDate = /^(19|20)\d\d(0[1-9]|1[0-2])([0-3]\d)?$/;

/**
 * Takes the name of a milestone apart into a date and other numbers. Null where nobody can tell what the numbers mean:
 * two dates, a month 13, a slash between numbers that are no date.
 *
 * @param days of the milestone: they tell whether 11/30 is a date and 26.12 a month
 */
export function readMilestoneName(name: string, days: Days): MilestoneName | null {
  const numbers = numbersOf(name);
  const years: number[] = [];
  const parts: { at: number; of: 12 | 4 | 2 }[] = [];
  const dates: number[] = [];
  const taken = new Set<number>();
  const take = (at: number, list: number[]) => {
    taken.add(at);
    list.push(at);
  };
  const takePart = (at: number, of: 12 | 4 | 2) => {
    taken.add(at);
    parts.push({ at, of });
  };
  for (const [at, one] of numbers.entries()) {
    if (taken.has(at)) continue;
    if (compactDate.test(one.text.normalize('NFKC'))) return null;
    const next = numbers[at + 1];
    const month = monthAfter(one, next, days);
    if (isYear(one, month)) {
      take(at, years);
      if (month === null) continue;
      takePart(at + 1, 12);
      const third = numbers[at + 2];
      if (third !== undefined && next?.after.trim() === one.after.trim()) take(at + 2, dates);
    } else if (/^月(?!間)/.test(one.after)) {
      takePart(at, 12);
      if (/^月\s*$/.test(one.after) && next?.after.startsWith('日')) take(at + 1, dates);
    } else if (/(^|[^a-z])Q$/i.test(one.before) || /^(Q(?![a-z])|四半期)/i.test(one.after)) {
      takePart(at, 4);
    } else if (/(^|[^a-z])H$/i.test(one.before)) {
      takePart(at, 2);
    } else if (isMonthDay(name, one, next, days)) {
      takePart(at, 12);
      take(at + 1, dates);
    }
  }
  const slashed = numbers.some(
    ({ after }, at) => !taken.has(at) && at + 1 < numbers.length && /^\s*[/／]\s*$/.test(after),
  );
  const [part = null] = parts;
  const value = part === null ? 1 : (numbers[part.at]?.value ?? 0);
  if (slashed || Math.max(years.length, parts.length, dates.length) > 1) return null;
  if (part !== null && (value < 1 || value > part.of)) return null;
  const [year = null] = years;
  const fiscal = year !== null && /^年度/.test(numbers[year]?.after ?? '');
  const calendar = taken.size === 0 ? null : { year, fiscal, part, day: dates[0] ?? null };
  return { numbers, calendar, plain: numbers.flatMap((_, at) => (taken.has(at) ? [] : [at])) };
}

function numbersOf(name: string): NameNumber[] {
  const found = [...name.matchAll(/[0-9０-９]+/g)];
  return found.map((match, index) => {
    const [text] = match;
    const previous = found[index - 1];
    return {
      text,
      value: Number(text.normalize('NFKC')),
      start: match.index,
      before: name.slice(previous === undefined ? 0 : previous.index + previous[0].length, match.index),
      after: name.slice(match.index + text.length, found[index + 1]?.index),
    };
  });
}

/** Four digits that a year may have, 年 behind any, or two before a month that the days have too. */
function isYear({ text, value, after, before }: NameNumber, month: number | null): boolean {
  if (after.startsWith('年') || /FY\s*$/i.test(before)) return true;
  return text.length === 4 ? value >= 1990 && value <= 2199 : text.length === 2 && month !== null;
}

/** The month that follows a year after a separator; null if it is none, as in `2026-24`. */
function monthAfter(one: NameNumber, next: NameNumber | undefined, days: Days): number | null {
  if (next === undefined || !separator.test(one.after) || next.value < 1 || next.value > 12) return null;
  if (one.text.length === 4) return next.value;
  const month = `${String(one.value).padStart(2, '0')}-${String(next.value).padStart(2, '0')}-`;
  return days.some((day) => day?.slice(2).startsWith(month)) ? next.value : null;
}

function isMonthDay(name: string, one: NameNumber, next: NameNumber | undefined, days: Days): boolean {
  if (next === undefined || !separator.test(one.after) || one.value > 12 || next.value > 31) return false;
  const day = `-${String(one.value).padStart(2, '0')}-${String(next.value).padStart(2, '0')}`;
  return days.some((known) => known?.endsWith(day)) || (/[/／]/.test(one.after) && /週|week/i.test(name));
}
