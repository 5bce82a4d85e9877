import { runsList } from '@/lib/actions/runs/list';
import { inputOfQuery, routeAction } from '@/lib/server/route-action';

export const GET = routeAction(runsList, inputOfQuery);
