import { issuesPage } from '@/lib/actions/issues/page';
import { filterOf, routeAction } from '@/lib/server/route-action';

/** The view's own parameters and `offset`; 100 rows at a time. */
export const GET = routeAction(issuesPage, ({ query }) => ({
  filter: filterOf(query),
  offset: Number(query.get('offset') ?? '0'),
}));
