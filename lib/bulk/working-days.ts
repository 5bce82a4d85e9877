const dayMs = 24 * 60 * 60 * 1000;

/** Days are yyyy-MM-dd; the arithmetic is on calendar days, in no time zone. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Calendar days from one day to another; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

/** Neither Saturday nor Sunday nor a holiday. */
export function isWorkingDay(day: string, holidays: ReadonlySet<string>): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

/** The day itself if it is a working day, else the next one (or the one before, with -1). */
export function nearestWorkingDay(day: string, holidays: ReadonlySet<string>, direction: 1 | -1 = 1): string {
  let found = day;
  while (!isWorkingDay(found, holidays)) found = addDays(found, direction);
  return found;
}

/** So many working days after (before, if negative) a day; 0 gives the day itself, whatever it is. */
export function addWorkingDays(day: string, count: number, holidays: ReadonlySet<string>): string {
  const direction = count < 0 ? -1 : 1;
  let found = day;
  for (let left = Math.abs(count); left > 0; left -= 1) {
    found = nearestWorkingDay(addDays(found, direction), holidays, direction);
  }
  return found;
}
