import type { PlanItem, ReportMark } from './plan';

/**
 * How many issues of the milestone a plan leaves as they are although its report says otherwise: rows that a warning or
 * a person has left out, and those that cannot be carried out.
 *
 * @param report the row that publishes it
 */
export function leftOutOfReport(
  items: readonly PlanItem[],
  report: Pick<PlanItem, 'issueId'> & { report: ReportMark },
): number {
  const { milestoneId } = report.report;
  return items.filter(({ issueId, step, included, pile, diffs, current }) => {
    if (step !== undefined || included || pile === 'unchanged' || issueId === report.issueId) return false;
    // What only gets the report as a comment is nothing that the report speaks of.
    if (pile !== 'blocked' && diffs.length === 0) return false;
    return current?.milestone?.some(({ id }) => id === milestoneId) ?? false;
  }).length;
}
