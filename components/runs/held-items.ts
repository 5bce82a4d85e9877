import type { RunDetail, RunItem } from './run-data';

/** Whether an item was held back by us, because of others: nothing was sent for it. */
export function isHeld({ reason }: Pick<RunItem, 'reason'>): boolean {
  return reason?.code === 'HELD_BACK' || reason?.code === 'REPORT_HELD';
}

/** What the failed items of a run can be given to: `failed` ones once more, `held` ones alone, or nothing in this run. */
export type Retry = 'failed' | 'held' | null;

/**
 * A run in which everything that failed was held back goes on only if that can still be lifted: issues that stayed open
 * can be closed at Backlog, but what was left out of the plan, was in conflict or was cancelled stays so.
 *
 * @param items those that need attention
 */
export function retryOf(
  { counts, held }: Pick<RunDetail, 'counts' | 'held'>,
  items: readonly Pick<RunItem, 'reason'>[],
): Retry {
  if (counts.rejected === 0) return null;
  if (held < counts.rejected) return 'failed';
  const lost = counts.conflict + counts.cancelled + counts.unknown > 0;
  const forGood = items.some(
    ({ reason }) => reason?.code === 'REPORT_HELD' && (reason.leftOut ?? 0) + (reason.otherwise ?? 0) > 0,
  );
  return lost || forGood ? null : 'held';
}
