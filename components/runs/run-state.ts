import type { RunDetail, RunItem, RunSummary } from './run-data';

/** Nothing of the run will change any more. */
export function isOver(run: Pick<RunSummary, 'state'>): boolean {
  return run.state === 'done' || run.state === 'cancelled';
}

/** Whether failed items can be taken up again: there are some, and the run is not under way. */
export function canRetry(run: Pick<RunSummary, 'state' | 'counts'>): boolean {
  return run.counts.rejected > 0 && (isOver(run) || run.state === 'paused');
}

/** It waits for a time or for a person instead of writing. */
export function isWaiting(run: Pick<RunSummary, 'state' | 'waitReason'>): boolean {
  return !isOver(run) && run.waitReason !== null;
}

/** Items that have ended, whatever their outcome. */
export function processedOf(run: Pick<RunSummary, 'total' | 'counts'>): number {
  return run.total - run.counts.left;
}

/** Items that have ended otherwise than updated or without a change. */
export function notDoneOf({ counts }: Pick<RunSummary, 'counts'>): number {
  return counts.rejected + counts.conflict + counts.unknown + counts.cancelled;
}

/** Items that a person should look at: not done, or stored otherwise than sent. In the order of the plan. */
export function needingAttention(...lists: readonly (readonly RunItem[])[]): RunItem[] {
  const found = new Map<number, RunItem>();
  for (const item of lists.flat()) {
    const refused = item.state === 'rejected' || item.state === 'conflict' || item.state === 'unknown';
    if (refused || (item.state === 'applied' && item.differs.length > 0)) found.set(item.position, item);
  }
  return [...found.values()].sort((a, b) => a.position - b.position);
}

/**
 * How many of the approved rows of each field were updated, the most frequent field first. Comments, and rows that told
 * people, are counted from what was sent.
 * @param applied items that were updated, with what was approved and sent for them
 */
export function appliedPerField(
  run: Pick<RunDetail, 'fieldCounts'>,
  applied: readonly RunItem[],
): { field: string; planned: number; applied: number }[] {
  return Object.entries(run.fieldCounts)
    .map(([field, planned]) => ({
      field,
      planned,
      applied: applied.filter((item) => wrote(item, field)).length,
    }))
    .sort((a, b) => b.planned - a.planned);
}

function wrote({ said, diffs = [] }: RunItem, field: string): boolean {
  if (field === 'comment') return said?.comment ?? false;
  if (field === 'notify') return (said?.notified ?? 0) > 0;
  return diffs.some((diff) => diff.field === field);
}

/** A longer gap is a wait or a pause, not the pace. */
const LONGEST_STEP_MS = 8000;

/**
 * Items per second over the last ones; null before two have ended.
 * @param endedAt ms, the latest first
 */
export function itemsPerSecond(endedAt: readonly number[]): number | null {
  const steps = endedAt
    .slice(1)
    .map((at, index) => (endedAt[index] ?? at) - at)
    .filter((step) => step >= 0 && step <= LONGEST_STEP_MS);
  const total = steps.reduce((sum, step) => sum + step, 0);
  return total > 0 ? (steps.length * 1000) / total : null;
}

/** Whether JSON that came as an event is a run at all. */
export function isRun(value: unknown): value is { id: string; state: string } {
  return typeof value === 'object' && value !== null && 'id' in value && 'state' in value;
}
