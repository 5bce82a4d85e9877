import { leftOutOfReport } from '@/lib/bulk/left-out-of-report';
import type { PlanItem } from './plan-data';

/** Of how many issues the report that a plan is to write says what will not be so; 0 without a report. */
export function saidOtherwise(items: readonly PlanItem[]): number {
  const counts = items.map(({ issueId, included, report }) =>
    included && report !== undefined ? leftOutOfReport(items, { issueId, report }) + report.otherwise : 0,
  );
  return Math.max(0, ...counts);
}
