import { AppError } from '@/lib/errors';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timezone: string): Intl.DateTimeFormat {
  const known = formatters.get(timezone);
  if (known !== undefined) return known;
  // sv-SE writes yyyy-MM-dd.
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formatters.set(timezone, made);
  return made;
}

/** The calendar day (yyyy-MM-dd) of an instant in an IANA time zone. */
export function dayIn(timezone: string, instant: Date): string {
  return formatterOf(timezone).format(instant);
}

/** Whether a text is a day that exists, as yyyy-MM-dd: 2026-02-30 is none. */
export function isCalendarDay(text: string): boolean {
  if (!plainDay.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

const plainDay = /^\d{4}-\d{2}-\d{2}$/;
const midnightUtc = /^(\d{4}-\d{2}-\d{2})T00:00:00(?:\.0+)?Z$/;

/**
 * The calendar day of a date-only field (dueDate, startDate, releaseDueDate). Backlog writes such a day as
 * `2026-12-01T00:00:00Z`, to be read as it stands; old records hold midnight of the space's zone (`T15:00:00Z` for
 * Tokyo) and are converted with that zone. Never goes through the zone of this machine.
 *
 * @param timezone IANA zone of the space
 * @throws AppError BACKLOG_SHAPE when the value is no date at all
 */
export function dateOnly(value: string | null, timezone: string): string | null {
  if (value === null) return null;
  if (plainDay.test(value)) return value;
  const verbatim = midnightUtc.exec(value)?.[1];
  if (verbatim !== undefined) return verbatim;
  const instant = new Date(value);
  if (Number.isNaN(instant.getTime())) throw new AppError('BACKLOG_SHAPE', { field: 'date' });
  return dayIn(timezone, instant);
}
