import { issuesByKey } from '@/lib/actions/issues/by-key';
import { routeAction } from '@/lib/server/route-action';

export const GET = routeAction(issuesByKey, ({ query }) => ({ issueKey: query.get('key') }));
