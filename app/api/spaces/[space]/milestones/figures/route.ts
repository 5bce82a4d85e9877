import { closureFiguresAction } from '@/lib/actions/closure/figures';
import { idsOf, routeAction } from '@/lib/server/route-action';

/** `?project=…&milestone=…`; asked again while the state is `reading`. */
export const GET = routeAction(closureFiguresAction, ({ query }) => ({
  projectId: idsOf(query, 'project')[0],
  milestoneId: idsOf(query, 'milestone')[0],
}));
