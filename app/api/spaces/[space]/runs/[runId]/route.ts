import { runsGet } from '@/lib/actions/runs/get';
import { routeAction } from '@/lib/server/route-action';

export const GET = routeAction<{ runId: string }, typeof runsGet.input, typeof runsGet.output>(
  runsGet,
  ({ params }) => ({ runId: params.runId }),
);
