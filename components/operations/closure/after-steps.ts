import { isDoneLike } from '@/lib/bulk/operations/closure-destination';
import type { AfterStep } from './burndown-shape';
import type { Measure } from './closure-data';
import type { ClosureRow } from './closure-rows';

/**
 * What closing would take off the chart. Work that counts as done stands on it no more.
 *
 * @param statuses of the project, in display order
 */
export function afterSteps(
  rows: readonly ClosureRow[],
  measure: Measure,
  resolvedIsDone: boolean,
  statuses: readonly { id: number }[],
): AfterStep[] {
  const left = rows.filter(
    ({ lane, issue }) => lane !== 'closed' && !(resolvedIsDone && isDoneLike(issue.statusId, statuses)),
  );
  return (['close', 'next', 'none'] as const).map((key) => ({
    key,
    by: left
      .filter(({ to }) => to === key)
      .reduce((sum, { issue }) => sum + (measure === 'issues' ? 1 : (issue.estimatedHours ?? 0)), 0),
  }));
}
