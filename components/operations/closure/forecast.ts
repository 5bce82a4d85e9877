import type { ClosureFigures, Measure } from './closure-data';
import type { ClosureRow } from './closure-rows';

/** What the next milestone would hold, against what the last ones got done. */
export interface NextForecast {
  measure: Measure;
  /** Open work that it has already. */
  before: number;
  after: number;
  /** Mean of the last velocities; null where there are none. */
  usual: number | null;
  /** Whether the last velocities were looked up. */
  compared: boolean;
}

type Load = Record<Measure, number>;

const rounded = (amount: number, measure: Measure) =>
  measure === 'issues' ? Math.round(amount) : Math.round(amount * 10) / 10;

const sumOf = (rows: readonly { estimatedHours: number | null }[]): Load => ({
  issues: rows.length,
  hours: rows.reduce((sum, { estimatedHours }) => sum + (estimatedHours ?? 0), 0),
});

/**
 * In the measure that the page counts in; in issues where the last milestones have no hours.
 *
 * @param there open issues of the next milestone
 * @param velocities null: not looked up
 */
export function nextForecast(
  rows: readonly ClosureRow[],
  there: readonly { estimatedHours: number | null }[],
  velocities: ClosureFigures['velocities'] | null,
  wanted: Measure,
): NextForecast {
  const past = velocities ?? [];
  const known = past.length > 0;
  const mean = (measure: Measure) =>
    past.reduce((sum, velocity) => sum + velocity[measure], 0) / Math.max(1, past.length);
  const measure = wanted === 'hours' && known && mean('hours') === 0 ? 'issues' : wanted;
  const before = sumOf(there)[measure];
  const coming = sumOf(rows.filter(({ to }) => to === 'next').map(({ issue }) => issue))[measure];
  return {
    measure,
    before,
    after: before + coming,
    compared: velocities !== null,
    usual: known && mean(measure) > 0 ? rounded(mean(measure), measure) : null,
  };
}
