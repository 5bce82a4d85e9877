import { addWorkingDays } from '../working-days';
import type { Handover } from './handover-schema';

/**
 * The due date after a handover: so many working days after the due date, or after today where that has passed. Without
 * a due date, and where the handover does not concern it, it stays.
 *
 * @param due yyyy-MM-dd
 */
export function shiftedDue(
  due: string | null,
  day: { today: string; holidays: ReadonlySet<string> },
  shift: Handover['due'],
): string | null {
  if (due === null || shift === null) return due;
  const overdue = due < day.today;
  if (shift.which === 'overdue' && !overdue) return due;
  return addWorkingDays(overdue ? day.today : due, shift.workingDays, day.holidays);
}
