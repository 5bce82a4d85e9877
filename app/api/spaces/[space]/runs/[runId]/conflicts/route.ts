import { runsConflicts } from '@/lib/actions/runs/conflicts';
import { routeAction } from '@/lib/server/route-action';

/** Reads the issues in conflict at Backlog before it answers. */
export const GET = routeAction<{ runId: string }, typeof runsConflicts.input, typeof runsConflicts.output>(
  runsConflicts,
  ({ params }) => ({ runId: params.runId }),
);
