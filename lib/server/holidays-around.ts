import { japaneseHolidays } from '@/lib/bulk/japanese-holidays';

/**
 * Japanese holidays from the year before `today` to two years after it, yyyy-MM-dd, sorted: what a page needs to speak
 * of working days without carrying the whole calendar.
 */
export function holidaysAround(today: string): string[] {
  const year = Number(today.slice(0, 4));
  const [first, last] = [`${year - 1}-01-01`, `${year + 2}-12-31`];
  return [...japaneseHolidays()].filter((day) => day >= first && day <= last).sort();
}
