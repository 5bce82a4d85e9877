import { issuesCreatedBy } from '@/lib/actions/issues/created-by';
import { filterOf, routeAction } from '@/lib/server/route-action';

/** The view's own parameters and `user`. */
export const GET = routeAction(issuesCreatedBy, ({ query }) => ({
  userId: Number(query.get('user') ?? Number.NaN),
  filter: filterOf(query),
}));
