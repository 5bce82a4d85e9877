import { quotaGet } from '@/lib/actions/quota/get';
import { routeAction } from '@/lib/server/route-action';

export const GET = routeAction(quotaGet, () => ({}));
