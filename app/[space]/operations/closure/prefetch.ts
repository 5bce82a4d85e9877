import { QueryClient } from '@tanstack/react-query';
import { serverReaders } from '@/app/[space]/issues/prefetch';
import { issueReads, referenceScope } from '@/components/issues/issue-reads';
import { ReadError } from '@/components/layout/fetch-result';
import { milestoneFilter } from '@/components/operations/closure/closure-queries';
import type { ClosureAddress } from '@/components/operations/closure/closure-url';
import { milestoneOf, milestonesOf } from '@/components/operations/closure/milestone-choices';
import { emptyIssueFilter } from '@/lib/columns/issue-filter';

/**
 * Reads what the first screen needs, with the browser's own query options: projects, their milestones, and the issues
 * of the milestone. What fails is left to the browser, which asks again and shows the reason.
 */
export async function prefetchClosure(
  space: string,
  { host, today }: { host: string; today: string },
  address: ClosureAddress,
): Promise<QueryClient> {
  const client = new QueryClient();
  const reads = issueReads(host, serverReaders(space));
  try {
    const projectIds = address.projectId === null ? [] : [address.projectId];
    const joined = await client.fetchQuery(reads.projects());
    const scope = referenceScope(joined, { ...emptyIssueFilter, projectIds });
    if (scope === null) return client;
    const reference = await client.fetchQuery(reads.reference(scope));
    const milestone = milestoneOf(milestonesOf(reference.projects), address, today);
    if (milestone === null) return client;
    const filter = milestoneFilter(milestone.project.id, milestone.id);
    const { count } = await client.fetchQuery(reads.count(filter));
    if (count > 0) await client.fetchQuery(reads.page(filter, 0));
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
  }
  return client;
}
