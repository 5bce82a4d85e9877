import type { ClosureFigures } from './closure-data';

/** Days are yyyy-MM-dd. */
export interface Period {
  startDate: string | null;
  dueDate: string | null;
}

/** Why a milestone has no burndown although everything was read. */
export type NoChartReason =
  | 'noDates'
  | 'noStart'
  | 'noDue'
  | 'reversed'
  | 'notBegun'
  | 'tooLong'
  | 'noWorkingDay';

/**
 * Why `figures` of a milestone give no burndown.
 *
 * @param today yyyy-MM-dd in the space's zone
 */
export function noChartReason(
  { startDate, dueDate }: Period,
  { burndown }: Pick<ClosureFigures, 'burndown'>,
  today: string,
): NoChartReason {
  if (startDate === null) return dueDate === null ? 'noDates' : 'noStart';
  if (dueDate === null) return 'noDue';
  if (dueDate < startDate) return 'reversed';
  // A period that is too long has no days at all, begun or not.
  if (burndown === null) return 'tooLong';
  return today < startDate ? 'notBegun' : 'noWorkingDay';
}
