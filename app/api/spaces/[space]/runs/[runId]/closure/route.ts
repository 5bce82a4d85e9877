import { closureRecordAction } from '@/lib/actions/closure/record';
import { routeAction } from '@/lib/server/route-action';

/** The record of a milestone that was closed. */
export const GET = routeAction<
  { runId: string },
  typeof closureRecordAction.input,
  typeof closureRecordAction.output
>(closureRecordAction, ({ params }) => ({ runId: params.runId }));
