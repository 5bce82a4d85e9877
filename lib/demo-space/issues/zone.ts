const FORMATS = new Map<string, Intl.DateTimeFormat>();

function formatFor(timezone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(timezone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  FORMATS.set(timezone, format);
  return format;
}

/** The instant (epoch milliseconds) at which a day begins in a time zone. */
export function dayStart(day: string, timezone: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`);
  const local = Date.parse(`${formatFor(timezone).format(utc).replace(' ', 'T')}Z`);
  return utc - (local - utc);
}

/** The instant at which the day after begins. */
export function dayEnd(day: string, timezone: string): number {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return dayStart(next, timezone);
}
