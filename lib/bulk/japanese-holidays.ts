import holidayJp from '@holiday-jp/holiday_jp';

let days: ReadonlySet<string> | null = null;

/** Japanese holidays, 1970 to 2050, yyyy-MM-dd. */
export function japaneseHolidays(): ReadonlySet<string> {
  days ??= new Set(Object.keys(holidayJp.holidays));
  return days;
}
