import { issuesCount } from '@/lib/actions/issues/count';
import { filterOf, routeAction } from '@/lib/server/route-action';

/** The view's own parameters. */
export const GET = routeAction(issuesCount, ({ query }) => ({ filter: filterOf(query) }));
