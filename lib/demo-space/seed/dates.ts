const DAY = 86_400_000;

/** Adds whole days to a `yyyy-MM-dd` date. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to` (negative when `to` is earlier). */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** Day of the week of a `yyyy-MM-dd` date, 0 = Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** Moves a date off the weekend: Saturday and Sunday become the Friday before. */
export function onWorkday(date: string): string {
  const weekday = weekdayOf(date);
  if (weekday === 6) return addDays(date, -1);
  return weekday === 0 ? addDays(date, -2) : date;
}

/** The last Friday before the given date (never the date itself). */
export function fridayBefore(date: string): string {
  const back = (weekdayOf(date) - 5 + 7) % 7;
  return addDays(date, back === 0 ? -7 : -back);
}

/** Year and month, `months` away from a date's own. */
export function monthOf(
  date: string,
  months: number,
): { year: number; month: number; first: string; last: string } {
  const start = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  start.setUTCMonth(start.getUTCMonth() + months);
  const first = start.toISOString().slice(0, 10);
  const end = new Date(start);
  end.setUTCMonth(end.getUTCMonth() + 1);
  return {
    year: start.getUTCFullYear(),
    month: start.getUTCMonth() + 1,
    first,
    last: addDays(end.toISOString().slice(0, 10), -1),
  };
}

/** An instant on a Japanese calendar day as `yyyy-MM-ddTHH:mm:ssZ`; `minute` counts from 00:00 JST. */
export function instantAt(date: string, minute: number, second = 0): string {
  const at = Date.parse(`${date}T00:00:00+09:00`) + minute * 60_000 + second * 1000;
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
