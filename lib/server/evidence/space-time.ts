const formats = new Map<string, Intl.DateTimeFormat>();

/** Day and time of an instant on a clock in the zone, `2026-11-22 14:35:02`. sv-SE writes them that way. */
export function clockTime(instant: string, timeZone: string): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(timeZone, format);
  return format.format(new Date(instant));
}
