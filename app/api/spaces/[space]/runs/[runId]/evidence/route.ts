import { runsEvidence } from '@/lib/actions/runs/evidence';
import { evidenceFile } from '@/lib/server/evidence/evidence-file';
import { inputOfQuery, routeAction } from '@/lib/server/route-action';

type Params = { space: string; runId: string };

const asJson = routeAction<{ runId: string }, typeof runsEvidence.input, typeof runsEvidence.output>(
  runsEvidence,
  ({ query, params }) => ({ ...Object(inputOfQuery({ query })), runId: params.runId }),
);

/** `?format=csv` or `xlsx`: the whole record as a file. `?input={"offset":…}`: what `runs.evidence` takes besides the run. */
export async function GET(request: Request, route: { params: Promise<Params> }): Promise<Response> {
  const format = new URL(request.url).searchParams.get('format');
  if (format === null) return asJson(request, route);
  return evidenceFile({ ...(await route.params), format });
}
