import { runsItems } from '@/lib/actions/runs/items';
import { inputOfQuery, routeAction } from '@/lib/server/route-action';

/** `?input={"states":[…],…}`: what `runs.items` takes besides the run. */
export const GET = routeAction<{ runId: string }, typeof runsItems.input, typeof runsItems.output>(
  runsItems,
  ({ query, params }) => ({ ...Object(inputOfQuery({ query })), runId: params.runId }),
);
