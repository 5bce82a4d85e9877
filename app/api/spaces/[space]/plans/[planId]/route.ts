import { plansGet } from '@/lib/actions/plans/get';
import { routeAction } from '@/lib/server/route-action';

export const GET = routeAction<{ planId: string }, typeof plansGet.input, typeof plansGet.output>(
  plansGet,
  ({ params }) => ({ planId: params.planId }),
);
