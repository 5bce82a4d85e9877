import { QueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { type IssueReaders, issueReads, referenceScope } from '@/components/issues/issue-reads';
import { type IssuesView, resolveFilter } from '@/components/issues/issues-url';
import { ReadError } from '@/components/layout/fetch-result';
import type { ActionDefinition } from '@/lib/actions/define-action';
import { issuesCount } from '@/lib/actions/issues/count';
import { issuesPage } from '@/lib/actions/issues/page';
import { issuesProjects } from '@/lib/actions/issues/projects';
import { issuesReference } from '@/lib/actions/issues/reference';
import { runAction } from '@/lib/server/run-action';

/** The page's reads without the way through HTTP. */
export function serverReaders(space: string): IssueReaders {
  const read = async <I extends z.ZodType, O extends z.ZodType>(
    verb: ActionDefinition<I, O>,
    input: z.input<I>,
  ) => {
    const result = await runAction(verb, { space, input });
    if (!result.ok) throw new ReadError(result.error);
    return result.value;
  };
  return {
    projects: () => read(issuesProjects, {}),
    reference: (projectIds) => read(issuesReference, { projectIds: [...projectIds] }),
    count: (filter) => read(issuesCount, { filter }),
    page: (filter, offset) => read(issuesPage, { filter, offset }),
  };
}

/**
 * Reads what the first screen needs, with the browser's own query options: projects, reference data, the count, and
 * only then the first page. What fails is left to the browser, which asks again and shows the reason.
 */
export async function prefetchIssues(space: string, host: string, state: IssuesView): Promise<QueryClient> {
  const client = new QueryClient();
  const reads = issueReads(host, serverReaders(space));
  try {
    const joined = await client.fetchQuery(reads.projects());
    const scope = referenceScope(joined, state.view.filter);
    if (scope === null) return client;
    const reference = await client.fetchQuery(reads.reference(scope));
    const filter = resolveFilter(state, reference.projects);
    if (filter === null) return client;
    const { count } = await client.fetchQuery(reads.count(filter));
    if (count > 0) await client.fetchQuery(reads.page(filter, 0));
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
  }
  return client;
}
