import type { IssuesView } from '@/components/issues/issues-url';
import { addDays } from '@/lib/bulk/working-days';
import { emptyIssueFilter } from '@/lib/columns/issue-filter';
import { defaultIssueView } from '@/lib/columns/issue-view-url';

/**
 * Open issues that were due before today, the longest overdue first. The page's server and the browser ask the same.
 *
 * @param projectIds empty means every joined project
 * @param today yyyy-MM-dd in the space's zone
 */
export function overdueView(projectIds: readonly number[], today: string): IssuesView {
  const filter = { ...emptyIssueFilter, projectIds: [...projectIds], dueDateUntil: addDays(today, -1) };
  return { view: { ...defaultIssueView, filter }, openOnly: true };
}
