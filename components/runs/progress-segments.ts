import type { RunCounts } from './run-data';

export type SegmentKey = keyof RunCounts;

/** One stretch of the progress bar, or one figure below it. */
export interface Segment {
  key: SegmentKey;
  count: number;
}

/** Good news first, then what needs a person, then what did not happen. */
const order = ['applied', 'rejected', 'conflict', 'unknown', 'unchanged', 'cancelled', 'left'] as const;

/** Outcomes that are not zero, then what is left; they add up to the total of the run. */
export function progressSegments(counts: RunCounts): Segment[] {
  return order.map((key) => ({ key, count: counts[key] })).filter(({ count }) => count > 0);
}

/** Figures under the bar: like the stretches, but 更新済み and 残り always stand there. */
export function outcomeFigures(counts: RunCounts): Segment[] {
  return order
    .map((key) => ({ key, count: counts[key] }))
    .filter(({ key, count }) => count > 0 || key === 'applied' || key === 'left');
}
