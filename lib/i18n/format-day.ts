import type { Locale } from './locales';

const weekday: Record<Locale, Intl.DateTimeFormat> = {
  ja: new Intl.DateTimeFormat('ja', { weekday: 'short', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' }),
};
const month = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/**
 * A calendar day (`yyyy-MM-dd`) as people read it: ja `2026/11/22(日)`, en `22 Nov 2026`. `short` drops the year when
 * it is the year of `today` (also `yyyy-MM-dd`), for table columns.
 */
export function formatDay(day: string, locale: Locale, short?: { today: string }): string {
  const [year = '', monthText = '', dayText = ''] = day.split('-');
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  const withYear = !(short?.today ?? '').startsWith(`${year}-`);
  if (locale === 'ja') {
    return `${withYear ? `${year}/` : ''}${monthText}/${dayText}(${weekday.ja.format(date)})`;
  }
  return `${Number(dayText)} ${month.format(date)}${withYear ? ` ${year}` : ''}`;
}

/** The calendar day (`yyyy-MM-dd`) of an instant in a time zone. sv-SE writes dates that way. */
export function dayOf(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(instant);
}

/** An instant in the space's time zone: day and 24 h time, e.g. `2026/11/22(日) 14:35`. */
export function formatInstant(instant: Date, locale: Locale, timeZone: string): string {
  return `${formatDay(dayOf(instant, timeZone), locale)} ${formatTime(instant, timeZone)}`;
}

/** Clock time in the space's zone, `14:35` or with seconds `14:35:02`. */
export function formatTime(instant: Date, timeZone: string, seconds = false): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
    hourCycle: 'h23',
  }).format(instant);
}
