import { dayIn } from '@/lib/backlog/schemas/date-only';

/** Today's day (yyyy-MM-dd) in the space's zone, whatever the zone of the browser or the server. */
export function todayIn(timezone: string, now: Date): string {
  return dayIn(timezone, now);
}
