import { settingsGet } from '@/lib/actions/settings/get';
import { routeAction } from '@/lib/server/route-action';

export const GET = routeAction(settingsGet, () => ({}));
