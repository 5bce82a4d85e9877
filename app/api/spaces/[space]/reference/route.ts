import { issuesReference } from '@/lib/actions/issues/reference';
import { idsOf, routeAction } from '@/lib/server/route-action';

/** `?project=1,2`; none means every joined project. */
export const GET = routeAction(issuesReference, ({ query }) => ({ projectIds: idsOf(query, 'project') }));
