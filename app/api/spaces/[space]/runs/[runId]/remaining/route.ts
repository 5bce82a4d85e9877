import { handoverRemaining } from '@/lib/actions/handover/remaining';
import { routeAction } from '@/lib/server/route-action';

/** Counts at Backlog before it answers. */
export const GET = routeAction<
  { runId: string },
  typeof handoverRemaining.input,
  typeof handoverRemaining.output
>(handoverRemaining, ({ params }) => ({ runId: params.runId }));
